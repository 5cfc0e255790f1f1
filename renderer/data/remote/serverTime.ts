import { z } from 'zod';

import type { Remote } from './remote.ts';

const uuids = z.looseObject({ uuids: z.array(z.string()).min(1) });
/** Years a server's clock can plausibly show; other UUID algorithms of CouchDB begin with random digits. */
const PLAUSIBLE_MS = { from: Date.UTC(2020, 0), to: Date.UTC(2100, 0) } as const;

/**
 * The server's clock in Unix milliseconds, or undefined when it does not tell. A page may not read `Date` of another
 * origin; the UUIDs of CouchDB's algorithm `utc_random`, which the server set-up chooses, begin with 14 hex digits of
 * microseconds.
 */
export async function readServerTime(remote: Remote): Promise<number | undefined> {
  const answer = uuids.safeParse(await remote.json('/_uuids'));
  return answer.success ? timeOfUuid(answer.data.uuids[0] ?? '') : undefined;
}

/** The milliseconds inside a `utc_random` UUID, or undefined when it is none. */
export function timeOfUuid(uuid: string): number | undefined {
  if (!/^[0-9a-f]{32}$/.test(uuid)) return undefined;
  const atMs = Math.floor(Number.parseInt(uuid.slice(0, 14), 16) / 1000);
  return atMs >= PLAUSIBLE_MS.from && atMs < PLAUSIBLE_MS.to ? atMs : undefined;
}
