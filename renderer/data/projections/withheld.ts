import type { EventEnvelope } from '#shared/events/envelope.ts';
import { parseStream } from '#shared/events/stream.ts';

import type { XunzhiDatabase } from '../tables.ts';

/**
 * Forgets what streams came to before events of theirs were withheld: a fold over the rest may give nothing at all, and
 * what is not put again must not stand. Withheld events wait for no server any more. Part of the transaction of
 * `projectStreams`, before it writes.
 */
export async function forgetWithheld(db: XunzhiDatabase, dropped: readonly EventEnvelope[]): Promise<void> {
  if (dropped.length === 0) return;
  await db.outbox.bulkDelete(dropped.map((event) => event._id));
  for (const stream of new Set(dropped.map((event) => event.stream))) {
    const parsed = parseStream(stream);
    if (parsed === undefined) continue;
    if (parsed.kind === 'site') await db.sites.delete(parsed.id);
    if (parsed.kind === 'inspection') await db.inspections.delete(parsed.id);
    if (parsed.kind === 'case') await db.cases.delete(parsed.id);
    if (parsed.kind === 'indicator') await db.indicators.delete(parsed.id);
    if (parsed.kind === 'report') await db.reports.delete(parsed.id);
    if (parsed.kind === 'reporter') await db.reporters.delete(parsed.id);
    if (parsed.kind === 'task') await db.tasks.delete(parsed.id);
    if (parsed.kind === 'exchange') await db.exchanges.delete(parsed.id);
    await db.photos.where('key').startsWith(`${stream}#`).delete();
  }
}
