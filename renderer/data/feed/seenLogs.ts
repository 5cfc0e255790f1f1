import type { XunzhiDatabase } from '../tables.ts';

import { entriesByLog, seenLogKey, withEntries, type LogPlace } from './logRanges.ts';

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
