import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { verifyEvent } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { judgedBy } from '../projections/judgedBy.ts';
import { PROJECTED_TABLES, projectStreams } from '../projections/project.ts';
import type { EventRow } from '../tables.ts';

const noteBody = z.object({ db: z.string(), event: z.unknown(), naming: z.unknown().optional() });

/**
 * Puts records back that were withdrawn, with the `log.withheld` that names them: they wait for no server and count no
 * more. Answers their ids; entries under which they waited once are dropped.
 */
export async function replayWithheld(ctx: Context, entries: readonly JournalEntry[]): Promise<ReadonlySet<string>> {
  const notes = entries.flatMap((entry) => {
    const note = entry.key.startsWith('withheld:') ? noteBody.safeParse(entry.body) : undefined;
    return note?.success === true ? [note.data] : [];
  });
  const named = notes.flatMap(({ db, event }) => rowsOf(db, event));
  const kept = [...named, ...notes.flatMap(({ db, naming }) => rowsOf(db, naming))];
  const ids = new Set(named.map(({ id }) => id));
  const known = await ctx.db.events.bulkGet(kept.map(({ id }) => id));
  const there = new Set(known.flatMap((row) => (row === undefined ? [] : [row.id])));
  const lacking = kept.filter(({ id }) => !there.has(id));
  for (const { event } of lacking) {
    if (event.device === ctx.runtime.device) ctx.clock.resumeAfter(event.at);
    else ctx.clock.receive(event.at);
  }
  await ctx.db.transaction('rw', [ctx.db.events, ...PROJECTED_TABLES.map((name) => ctx.db.table(name))], async () => {
    await ctx.db.events.bulkPut(lacking);
    await projectStreams(ctx.db, new Set(lacking.map(({ event }) => event.stream)), judgedBy(ctx.catalogue));
  });
  const waiting = entries.filter((entry) => entry.kind === 'event' && ids.has(entry.key));
  if (waiting.length > 0)
    await ctx.port.call('journal.drop', { entries: waiting.map(({ kind, key }) => ({ kind, key })) });
  return ids;
}

function rowsOf(db: string, event: unknown): readonly EventRow[] {
  const verified = event === undefined ? undefined : verifyEvent(event);
  return verified?.ok === true ? [{ id: verified.value._id, db, event: verified.value }] : [];
}
