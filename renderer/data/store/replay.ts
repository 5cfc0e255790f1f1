import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { replayMarks } from '../exchange/marks.ts';
import { replayBlobs, type ReplayedBlobs } from '../photos/blobNotes.ts';
import { DRAFT_KINDS, type DraftRow, type LeaseRow, type LogRow } from '../tables.ts';

import { storeSealed } from './commit.ts';
import { replayDirectory } from './keepDirectory.ts';
import { replayWithheld } from './replayWithheld.ts';

const draftBody = z.object({
  id: z.string(),
  kind: z.enum(DRAFT_KINDS),
  by: z.string(),
  updatedAt: z.string(),
  content: z.unknown(),
});

/** How many events are looked up and put back in one go: a journal of months holds tens of thousands. */
const EVENTS_AT_ONCE = 500;

type Placed = { readonly db: string; readonly event: EventEnvelope };

/**
 * What the replay put back, what the journal holds in all (also what was here already), and the keys of blobs that are
 * not whole anywhere on this device.
 */
export type Replayed = {
  readonly events: number;
  readonly drafts: number;
  readonly inJournal: { readonly events: number; readonly drafts: number } & Omit<ReplayedBlobs, 'lost' | 'unproved'>;
  readonly lost: readonly string[];
} & Pick<ReplayedBlobs, 'unproved'>;

/**
 * Puts back whatever the journal has and the stores lack: events with projections and outbox, drafts, logs, leases,
 * photos and documents that the server lacks. Own stamps go on after the last one, whatever the wall clock says. Runs at every start before any command; running it again changes nothing.
 */
export async function replayJournal(ctx: Context, entries: readonly JournalEntry[]): Promise<Replayed> {
  const withheld = await replayWithheld(ctx, entries);
  const events = await verified(ctx, entries, withheld);
  let lacking = 0;
  for (let at = 0; at < events.length; at += EVENTS_AT_ONCE)
    lacking += await putBack(ctx, events.slice(at, at + EVENTS_AT_ONCE));
  await fillOutbox(ctx);
  await replayNotes(ctx, entries);
  await replayDirectory(ctx, entries);
  await replayMarks(ctx, entries);
  const { lost, unproved, ...blobs } = await replayBlobs(ctx, entries);
  for (const log of await ctx.db.logs.toArray()) if (log.at !== undefined) ctx.clock.resumeAfter(log.at);
  const drafts = await replayDrafts(ctx, entries);
  return {
    events: lacking,
    drafts: drafts.restored,
    inJournal: { events: events.length, drafts: drafts.open, ...blobs },
    lost,
    unproved,
  };
}

async function verified(
  ctx: Context,
  entries: readonly JournalEntry[],
  withheld: ReadonlySet<string>,
): Promise<Placed[]> {
  const events: Placed[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'event' || withheld.has(entry.key)) continue;
    const checked = verifyEvent(entry.body);
    if (checked.ok) {
      // Another device's clock, brought by a bundle, must not drag this one along.
      if (checked.value.device === ctx.runtime.device) ctx.clock.resumeAfter(checked.value.at);
      else ctx.clock.receive(checked.value.at);
      events.push({ db: entry.db, event: checked.value });
    } else await ctx.report({ code: 'store_rebuilt', subject: entry.db, detail: checked.error });
  }
  return events;
}

async function putBack(ctx: Context, events: readonly Placed[]): Promise<number> {
  const ids = events.map(({ event }) => event._id);
  const [there, waiting] = await Promise.all([ctx.db.events.bulkGet(ids), ctx.db.outbox.bulkGet(ids)]);
  const lacking = events.filter((_, index) => there[index] === undefined || waiting[index] === undefined);
  if (lacking.length > 0) await storeSealed(ctx, lacking, [], ctx.clock.nowIso());
  return lacking.length;
}

/** The PouchDB outbox may lack what a crash or a damaged file took from it. */
async function fillOutbox(ctx: Context): Promise<void> {
  const ids = await ctx.db.outbox.toCollection().primaryKeys();
  for (let at = 0; at < ids.length; at += EVENTS_AT_ONCE) {
    const some = ids.slice(at, at + EVENTS_AT_ONCE);
    const there = new Set((await ctx.outbox.read(some)).map((event) => event._id));
    const rows = await ctx.db.events.bulkGet(some.filter((id) => !there.has(id)));
    if (rows.length > 0) await ctx.outbox.put(rows.flatMap((row) => (row === undefined ? [] : [row.event])));
  }
}

async function replayNotes(ctx: Context, entries: readonly JournalEntry[]): Promise<void> {
  for (const entry of entries) {
    if (entry.kind !== 'note') continue;
    if (entry.key.startsWith('log:')) {
      const log = entry.body as LogRow;
      const stored = await ctx.db.logs.get(log.id);
      if (stored === undefined || stored.n < log.n) await ctx.db.logs.put(log);
    } else if (entry.key.startsWith('lease:')) {
      const lease = entry.body as LeaseRow;
      if ((await ctx.db.leases.get(lease.id)) === undefined) await ctx.db.leases.put(lease);
    } else if (entry.key.startsWith('number:')) {
      const number = entry.body as { key: string; series: string; n: number; event: string };
      if ((await ctx.db.numbers.get(number.key)) === undefined) await ctx.db.numbers.put({ ...number, voided: false });
    }
  }
}

const NO_FORMS: ReadonlySet<DraftRow['kind']> = new Set(['views', 'import', 'checklist', 'checklistEdit', 'programme']);

async function replayDrafts(
  ctx: Context,
  entries: readonly JournalEntry[],
): Promise<{ readonly restored: number; readonly open: number }> {
  let restored = 0;
  let open = 0;
  for (const entry of entries) {
    if (entry.kind !== 'draft') continue;
    const body = draftBody.safeParse(entry.body);
    if (!body.success) continue;
    const draft: DraftRow = { ...body.data, content: body.data.content };
    if (draft.kind === 'inspection' && (await ctx.db.inspections.get(draft.id)) !== undefined) {
      // Submitted; a crash came before the draft was dropped.
      await ctx.port.call('journal.drop', { entries: [{ kind: 'draft', key: entry.key }] });
      continue;
    }
    // Saved views, imports and texts come back with the rest, but they are no forms that somebody was in the middle of.
    const counts = NO_FORMS.has(draft.kind) ? 0 : 1;
    open += counts;
    const stored = await ctx.db.drafts.get(draft.id);
    if (stored !== undefined && stored.updatedAt >= draft.updatedAt) continue;
    await ctx.db.drafts.put(draft);
    restored += counts;
  }
  return { restored, open };
}
