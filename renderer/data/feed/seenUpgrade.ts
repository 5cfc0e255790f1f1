import type { Transaction } from 'dexie';

import { entriesByLog, seenLogKey, withEntries, type LogPlace } from './logRanges.ts';

type Stored = { readonly id: string; readonly db: string; readonly event: LogPlace };

/** A store of before the table `seenLogs`: what is here and does not wait in the outbox, the server has. */
export async function noteAllSeen(tx: Transaction): Promise<void> {
  const waiting = new Set(await tx.table<unknown, string>('outbox').toCollection().primaryKeys());
  const places = new Map<string, LogPlace[]>();
  await tx.table<Stored>('events').each(({ id, db, event: { log, n } }) => {
    if (waiting.has(id)) return;
    const known = places.get(db);
    if (known === undefined) places.set(db, [{ log, n }]);
    else known.push({ log, n });
  });
  for (const [db, events] of places)
    for (const [log, entries] of entriesByLog(events))
      await tx.table('seenLogs').put({ key: seenLogKey(db, log), db, log, ...withEntries({ n: 0 }, entries) });
}
