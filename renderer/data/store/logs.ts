import { sha256Text } from '#shared/kernel/hash.ts';

import type { LogRow, XunzhiDatabase } from '../tables.ts';

/** The log of one device, user and database: 16 hex digits. */
export function logIdOf(device: string, user: string, db: string): string {
  return sha256Text(`${device}|${user}|${db}`).slice(0, 16);
}

/** The last entry of a log, or a fresh one that has none yet. */
export async function readLog(db: XunzhiDatabase, device: string, user: string, database: string): Promise<LogRow> {
  const id = logIdOf(device, user, database);
  return (await db.logs.get(id)) ?? { id, db: database, user, n: 0, hash: '', signedN: 0 };
}
