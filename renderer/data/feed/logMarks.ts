import type { EventEnvelope } from '#shared/events/envelope.ts';

import type { LogMarkRow, SeenHead, XunzhiDatabase } from '../tables.ts';

import { seenLogKey } from './logRanges.ts';

/**
 * Notes the newest event and the highest head that the server was seen to have of each log; to be called in the
 * transaction that stores them.
 */
export async function noteMarks(
  store: XunzhiDatabase,
  db: string,
  events: readonly EventEnvelope[],
  heads: readonly SeenHead[],
): Promise<void> {
  const logs = [...new Set([...events, ...heads].map(({ log }) => log))];
  if (logs.length === 0) return;
  const before = await store.logMarks.bulkGet(logs.map((log) => seenLogKey(db, log)));
  const after = logs.flatMap((log, index) => {
    const mine = (one: { readonly log: string }): boolean => one.log === log;
    const row = withHeads(withEvents(before[index] ?? emptyMark(db, log), events.filter(mine)), heads.filter(mine));
    return row === before[index] ? [] : [row];
  });
  if (after.length > 0) await store.logMarks.bulkPut(after);
}

function emptyMark(db: string, log: string): LogMarkRow {
  return { key: seenLogKey(db, log), db, log, id: '', n: 0, at: '', by: '', device: '' };
}

function withEvents(row: LogMarkRow, events: readonly EventEnvelope[]): LogMarkRow {
  let highest = row;
  for (const { _id, n, at, by, device } of events)
    if (n > highest.n) highest = { ...highest, id: _id, n, at, by, device };
  return highest;
}

function withHeads(row: LogMarkRow, heads: readonly SeenHead[]): LogMarkRow {
  let highest = row;
  for (const head of heads) if (head.n > (highest.head?.n ?? 0)) highest = { ...highest, head };
  return highest;
}
