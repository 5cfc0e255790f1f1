import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { PROJECTED_TABLES, projectStreams } from '../projections/project.ts';

const noteBody = z.object({ db: z.string(), event: z.unknown() });

/**
 * Puts records back that were withdrawn: they wait for no server, and count no more as soon as their `log.withheld` is
 * here, too (from the journal or from the server). Answers their ids; entries under which they waited once are dropped.
 */
export async function replayWithheld(ctx: Context, entries: readonly JournalEntry[]): Promise<ReadonlySet<string>> {
  const kept = entries.flatMap(
    (entry): { readonly id: string; readonly db: string; readonly event: EventEnvelope }[] => {
      const note = entry.key.startsWith('withheld:') ? noteBody.safeParse(entry.body) : undefined;
      if (note?.success !== true) return [];
      const verified = verifyEvent(note.data.event);
      return verified.ok ? [{ id: verified.value._id, db: note.data.db, event: verified.value }] : [];
    },
  );
  const ids = new Set(kept.map(({ id }) => id));
  const known = await ctx.db.events.bulkGet([...ids]);
  const there = new Set(known.flatMap((row) => (row === undefined ? [] : [row.id])));
  const lacking = kept.filter(({ id }) => !there.has(id));
  for (const { event } of lacking) {
    if (event.device === ctx.runtime.device) ctx.clock.resumeAfter(event.at);
    else ctx.clock.receive(event.at);
  }
  await ctx.db.transaction('rw', [ctx.db.events, ...PROJECTED_TABLES.map((name) => ctx.db.table(name))], async () => {
    await ctx.db.events.bulkPut(lacking);
    await projectStreams(ctx.db, new Set(lacking.map(({ event }) => event.stream)));
  });
  const waiting = entries.filter((entry) => entry.kind === 'event' && ids.has(entry.key));
  if (waiting.length > 0)
    await ctx.port.call('journal.drop', { entries: waiting.map(({ kind, key }) => ({ kind, key })) });
  return ids;
}
