import type { XunzhiDatabase } from '../tables.ts';

import { entriesByLog, hasEntry, seenLogKey, withEntries, type LogPlace } from './logRanges.ts';

/** Entries of a log that a database must have and that did not come. */
export type LogGap = { readonly log: string; readonly from: number; readonly to: number };

/** Notes that the server has these events; to be called in the transaction that stores them. */
export async function noteSeen(store: XunzhiDatabase, db: string, events: readonly LogPlace[]): Promise<void> {
  const logs = [...entriesByLog(events)];
  if (logs.length === 0) return;
  const before = await store.seenLogs.bulkGet(logs.map(([log]) => seenLogKey(db, log)));
  const after = logs.flatMap(([log, entries], index) => {
    const row = before[index];
    const next = withEntries(row ?? { n: 0 }, entries);
    return next === row ? [] : [{ key: seenLogKey(db, log), db, log, ...next }];
  });
  if (after.length > 0) await store.seenLogs.bulkPut(after);
}

/** True when the feed of this database has shown this entry; own ones that were only sent are not. */
export async function isSeen(store: XunzhiDatabase, db: string, { log, n }: LogPlace): Promise<boolean> {
  return hasEntry(await store.seenLogs.get(seenLogKey(db, log)), n);
}

/**
 * What is missing inside the logs of a database: an entry that came proves that those before it were written. Entries
 * after the last one that came are not known here; signed heads tell of them.
 */
export async function gapsOf(store: XunzhiDatabase, db: string): Promise<LogGap[]> {
  const rows = await store.seenLogs.where('db').equals(db).toArray();
  return rows.flatMap(({ log, n, ahead = [] }) => {
    const ends = [n, ...ahead.map(([, to]) => to)];
    return ahead.map(([from], index) => ({ log, from: (ends[index] ?? 0) + 1, to: from - 1 }));
  });
}

/** The highest entry of each log of a database that the server was seen to have. */
export async function highestSeen(store: XunzhiDatabase, db: string): Promise<ReadonlyMap<string, number>> {
  const rows = await store.seenLogs.where('db').equals(db).toArray();
  return new Map(rows.map(({ log, n, ahead = [] }) => [log, ahead.at(-1)?.[1] ?? n]));
}
