import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { replayMarks } from '../exchange/marks.ts';
import { replayBlobs } from '../photos/blobNotes.ts';
import type { DraftRow, LeaseRow, LogRow } from '../tables.ts';

import { storeSealed } from './commit.ts';
import { replayWithheld } from './replayWithheld.ts';

const draftBody = z.object({
  id: z.string(),
  kind: z.enum(['inspection', 'notice', 'case']),
  by: z.string(),
  updatedAt: z.string(),
  content: z.unknown(),
});

/** What the replay put back. */
export type Replayed = { readonly events: number; readonly drafts: number };

/**
 * Puts back whatever the journal has and the stores lack: events with projections and outbox, drafts, logs, leases,
 * photos and documents that the server lacks. Own stamps go on after the last one, whatever the wall clock says. Runs at every start before any command; running it again changes nothing.
 */
export async function replayJournal(ctx: Context, entries: readonly JournalEntry[]): Promise<Replayed> {
  const withheld = await replayWithheld(ctx, entries);
  const events = entries.flatMap((entry) =>
    entry.kind === 'event' && !withheld.has(entry.key) ? [{ db: entry.db, body: entry.body }] : [],
  );
  const lacking: { db: string; event: EventEnvelope }[] = [];
  for (const { db, body } of events) {
    const verified = verifyEvent(body);
    if (!verified.ok) {
      await ctx.report({ code: 'store_rebuilt', subject: db, detail: verified.error });
      continue;
    }
    // Another device's clock, brought by a bundle, must not drag this one along.
    if (verified.value.device === ctx.runtime.device) ctx.clock.resumeAfter(verified.value.at);
    else ctx.clock.receive(verified.value.at);
    const there = (await ctx.db.events.get(verified.value._id)) !== undefined;
    const waits = (await ctx.db.outbox.get(verified.value._id)) !== undefined;
    if (!there || !waits) lacking.push({ db, event: verified.value });
  }
  if (lacking.length > 0) await storeSealed(ctx.db, lacking, [], ctx.clock.nowIso());
  await ctx.outbox.put(await waitingEvents(ctx));
  await replayNotes(ctx, entries);
  await replayMarks(ctx, entries);
  await replayBlobs(ctx, entries);
  for (const log of await ctx.db.logs.toArray()) if (log.at !== undefined) ctx.clock.resumeAfter(log.at);
  return { events: lacking.length, drafts: await replayDrafts(ctx, entries) };
}

async function waitingEvents(ctx: Context): Promise<EventEnvelope[]> {
  const rows = await ctx.db.outbox.toArray();
  const events = await ctx.db.events.bulkGet(rows.map((row) => row.id));
  return events.flatMap((row) => (row === undefined ? [] : [row.event]));
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

async function replayDrafts(ctx: Context, entries: readonly JournalEntry[]): Promise<number> {
  let restored = 0;
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
    const stored = await ctx.db.drafts.get(draft.id);
    if (stored !== undefined && stored.updatedAt >= draft.updatedAt) continue;
    await ctx.db.drafts.put(draft);
    restored += 1;
  }
  return restored;
}
