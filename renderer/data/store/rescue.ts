import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { streamOf } from '#shared/events/stream.ts';

import type { Context } from '../context.ts';
import { judgedBy } from '../projections/judgedBy.ts';
import { PROJECTED_TABLES, projectStreams } from '../projections/project.ts';
import type { RescueReport } from '../status.ts';

import type { Replayed } from './replay.ts';
import { MARKER_NOTE, STORE_ROW, type RescueDecision, type StoreMarker } from './rescueDecision.ts';

const REPORT_NOTE = 'rescue';

const reportBody: z.ZodType<RescueReport> = z.object({
  at: z.string(),
  why: z.enum(['gone', 'unreadable', 'partly']),
  detail: z.string().optional(),
  copy: z.string().optional(),
  had: z.int().optional(),
  events: z.int(),
  drafts: z.int(),
  photos: z.int(),
  documents: z.int(),
  lost: z.array(z.string()),
});

/** A lost store reads everything from the server again, whatever checkpoints are left of it. */
export async function forgetFeeds(ctx: Context): Promise<void> {
  await ctx.db.transaction('rw', [ctx.db.feeds, ctx.db.seenLogs], async () => {
    await ctx.db.feeds.clear();
    await ctx.db.seenLogs.clear();
  });
}

/** How many streams are folded again at a time. */
const STREAMS_AT_ONCE = 200;

/** What was lost in part is folded again from the events that are left: its projections may be the part that is gone. */
export async function projectEverything(ctx: Context): Promise<void> {
  const ids = await ctx.db.events.toCollection().primaryKeys();
  const streams = [...new Set(ids.map(streamOf))];
  const tables = [ctx.db.events, ...PROJECTED_TABLES.map((name) => ctx.db.table(name))];
  for (let at = 0; at < streams.length; at += STREAMS_AT_ONCE) {
    const some = new Set(streams.slice(at, at + STREAMS_AT_ONCE));
    await ctx.db.transaction('rw', tables, async () => projectStreams(ctx.db, some, judgedBy(ctx.catalogue)));
  }
}

/** Says what was rebuilt, durably, until somebody has read it; then the store counts as known. */
export async function reportRescue(ctx: Context, marker: StoreMarker | undefined, replayed: Replayed): Promise<void> {
  const { last } = await ctx.port.call('store.aside', {});
  const isRecent = last !== undefined && (marker === undefined || last.at > marker.at);
  const left = await ctx.db.events.count();
  const report: RescueReport = {
    at: ctx.clock.nowIso(),
    why: isRecent ? 'unreadable' : left > replayed.inJournal.events ? 'partly' : 'gone',
    ...(isRecent ? { detail: last.reason } : {}),
    ...(isRecent && last.copy !== undefined ? { copy: last.copy } : {}),
    ...(marker === undefined ? {} : { had: marker.events }),
    ...replayed.inJournal,
    lost: replayed.lost,
  };
  await ctx.port.call('journal.append', { entries: [{ kind: 'note', key: REPORT_NOTE, body: report }] });
  await ctx.db.meta.put({ key: 'rescue', value: report });
}

/** Shows a report again that nobody has read yet, also when the store was lost once more meanwhile. */
export async function showUnreadReport(ctx: Context, entries: readonly JournalEntry[]): Promise<void> {
  const note = entries.find(({ kind, key }) => kind === 'note' && key === REPORT_NOTE);
  const report = reportBody.safeParse(note?.body);
  if (report.success) await ctx.db.meta.put({ key: 'rescue', value: report.data });
}

/** Somebody has read it. */
export async function dismissReport(ctx: Context): Promise<void> {
  await ctx.port.call('journal.drop', { entries: [{ kind: 'note', key: REPORT_NOTE }] });
  await ctx.db.meta.delete('rescue');
}

/** From now on an empty store beside this journal is known as a loss. */
export async function markStore(
  ctx: Context,
  todo: RescueDecision,
  marker: StoreMarker | undefined,
): Promise<StoreMarker> {
  const known = (await ctx.db.meta.get(STORE_ROW))?.value as { id: string } | undefined;
  const id = todo === 'go_on' && known !== undefined ? known.id : crypto.randomUUID();
  if (id !== known?.id) await ctx.db.meta.put({ key: STORE_ROW, value: { id } });
  const next = { id, events: await ctx.db.events.count(), at: ctx.clock.nowIso() };
  if (marker?.id === next.id && marker.events === next.events) return marker;
  await ctx.port.call('journal.append', { entries: [{ kind: 'note', key: MARKER_NOTE, body: next }] });
  return next;
}

const MARK_EVERY_MS = 60_000;

/** Notes now and then how much the store holds, so that a loss is measured against today and not against the last start. */
export function keepMarked(ctx: Context): void {
  let last: StoreMarker | undefined;
  setInterval(() => {
    void markStore(ctx, 'go_on', last)
      .then((marker) => {
        last = marker;
      })
      // It may be the disk; the next time tries again, and what fails for a person is told to that person.
      .catch(() => undefined);
  }, MARK_EVERY_MS);
}
