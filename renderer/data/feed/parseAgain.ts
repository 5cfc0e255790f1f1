import type { Context } from '../context.ts';

import { applyPage } from './apply.ts';
import { classify } from './classify.ts';

/** How many rows of the quarantine are parsed in one transaction. */
const BATCH_ROWS = 200;

/**
 * Parses the quarantine again: what an older version could not read may be plain to this one. A row that has become an
 * event leaves the quarantine; forgeries and deletions stay what they are.
 */
export async function parseAgain(ctx: Context): Promise<void> {
  const { quarantine, dirty } = ctx.db;
  const keys = await quarantine.toCollection().primaryKeys();
  for (let start = 0; start < keys.length; start += BATCH_ROWS) {
    for (const row of await quarantine.bulkGet(keys.slice(start, start + BATCH_ROWS))) {
      if (row === undefined || typeof row.doc !== 'object' || row.doc === null) continue;
      const doc = row.doc as Record<string, unknown>;
      const found = classify({ id: String(doc['_id']) }, [doc]).filter((one) => one.is !== 'quarantine');
      const events = found.flatMap((one) => (one.is === 'event' ? [one.event] : []));
      const isReadable = found.some(({ is }) => is === 'event' || is === 'card' || is === 'lease' || is === 'nothing');
      if (!isReadable) continue;
      await applyPage(ctx, row.db, found, undefined);
      // A newer event stood in its stream already, unread: the stream has to be folded again.
      if (events.length > 0) await dirty.add({ streams: events.map(({ stream }) => stream) });
      await quarantine.delete(row.id);
    }
  }
}
