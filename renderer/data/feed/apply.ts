import type { BulkError } from 'dexie';
import { z } from 'zod';

import { isPublishedId } from '#shared/catalogue/publishedDocument.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { numberRows } from '../projections/rows.ts';
import { inTime } from '../store/deadline.ts';
import type { LeaseRow, NumberRow, XunzhiDatabase } from '../tables.ts';

import type { Classified } from './classify.ts';
import { noteMarks } from './logMarks.ts';
import { addPublished, NOTHING_PUBLISHED, type Published } from './published.ts';
import { noteSeen } from './seenLogs.ts';

/** What a page brought. */
export type Applied = {
  readonly newEvents: number;
  readonly forgeries: readonly string[];
};

const leaseDoc = z.looseObject({
  org: z.string(),
  series: z.string(),
  block: z.int(),
  from: z.int(),
  to: z.int(),
  device: z.string(),
});

/**
 * Writes a page into the store with its checkpoint in one transaction: a failed write keeps the old checkpoint, so the
 * page comes again. Events that are here already change nothing. What screens show of the new ones is left to the
 * projector: their streams are marked in the same transaction. Without `since` the checkpoint stays.
 */
export async function applyPage(
  ctx: Context,
  db: string,
  found: readonly Classified[],
  since: string | undefined,
): Promise<Applied> {
  const store = ctx.db;
  const events = found.flatMap((one) => (one.is === 'event' || one.is === 'newer' ? [one.event] : []));
  const quarantined = found.flatMap((one) => (one.is === 'quarantine' ? [one] : []));
  const now = ctx.clock.nowIso();
  const { dirty, numbers, outbox, feeds, quarantine, directory, leases, seenLogs, logMarks } = store;
  const tables = [store.events, dirty, numbers, outbox, feeds, quarantine, directory, leases, seenLogs, logMarks];
  const taken: string[] = [];
  const twice: string[] = [];
  let known: readonly EventEnvelope[] = [];
  let published: Published = NOTHING_PUBLISHED;
  const applied = await inTime('feed.write', store, tables, async (): Promise<Applied> => {
    const fresh = await addNew(store, db, events);
    known = fresh.length === events.length ? [] : without(events, fresh);
    await markDirty(store, fresh);
    twice.push(...(await putNumbers(store, fresh)));
    await noteSeen(store, db, events);
    await markSeen(store, db, events);
    if (quarantined.length > 0)
      await quarantine.bulkPut(quarantined.map(({ id, reason, doc }) => ({ id, db, reason, doc, seenAt: now })));
    const cards = found.flatMap((one) => (one.is === 'card' ? [{ id: one.id, doc: one.doc }] : []));
    if (cards.length > 0) await directory.bulkPut(cards.filter(({ id }) => !isPublishedId(id)));
    published = await addPublished(store, cards);
    const heads = found.flatMap((one) => (one.is === 'head' ? [one.head] : []));
    await noteMarks(store, db, events, heads);
    for (const one of found)
      if (one.is === 'lease') taken.push(...(await putLease(store, ctx.runtime.device, one.id, one.leaves)));
    if (since !== undefined) await feeds.put({ db, since, readAt: now });
    return { newEvents: fresh.length, forgeries: quarantined.filter(isForgery).map(({ id }) => id) };
  });
  ctx.projector.readBack(known.map(({ stream }) => stream));
  for (const event of events) learnClock(ctx, event);
  for (const subject of twice) await ctx.report({ code: 'number_twice', subject });
  for (const subject of taken) await ctx.report({ code: 'lease_taken', subject });
  for (const subject of published.altered) await ctx.report({ code: 'forgery', subject });
  if (published.isNew) await ctx.shelf.news();
  return applied;
}

/** Adds what is not here and answers it. Asking first would cost a page as much as writing it. */
async function addNew(store: XunzhiDatabase, db: string, events: readonly EventEnvelope[]): Promise<EventEnvelope[]> {
  if (events.length === 0) return [];
  try {
    await store.events.bulkAdd(events.map((event) => ({ id: event._id, db, event })));
    return [...events];
  } catch (error) {
    if (!(error instanceof Error && error.name === 'BulkError')) throw error;
    const { failuresByPos } = error as BulkError;
    const failures = Object.entries(failuresByPos);
    if (failures.some(([, failure]) => failure.name !== 'ConstraintError')) throw error;
    const known = new Set(failures.map(([position]) => Number(position)));
    return events.filter((_, position) => !known.has(position));
  }
}

function without(events: readonly EventEnvelope[], fresh: readonly EventEnvelope[]): EventEnvelope[] {
  const isNew = new Set(fresh);
  return events.filter((event) => !isNew.has(event));
}

async function markDirty(store: XunzhiDatabase, events: readonly EventEnvelope[]): Promise<void> {
  if (events.length > 0) await store.dirty.add({ streams: [...new Set(events.map(({ stream }) => stream))] });
}

/**
 * Numbers need no fold and are asked for when one is granted: they do not wait for the projector. Voided stays so, and
 * whatever comes first, the row is that of the latest event, as when the stream is folded. Answers those on two documents.
 */
async function putNumbers(store: XunzhiDatabase, events: readonly EventEnvelope[]): Promise<string[]> {
  const rows = numberRows(events);
  if (rows.length === 0) return [];
  const known = await store.numbers.bulkGet(rows.map(({ key }) => key));
  const all = [...known.flatMap((row) => row ?? []), ...rows];
  const merged = new Map<string, NumberRow>();
  for (const row of all) {
    const other = merged.get(row.key);
    merged.set(row.key, other === undefined ? row : together(other, row));
  }
  await store.numbers.bulkPut([...merged.values()]);
  return twiceIn(all);
}

/** Numbers that stand on two documents. */
function twiceIn(rows: readonly NumberRow[]): string[] {
  const holders = new Map<string, string>();
  const twice = new Set<string>();
  for (const { key, document } of rows) {
    if (document === undefined) continue;
    const other = holders.get(key);
    if (other !== undefined && other !== document) twice.add(key);
    holders.set(key, document);
  }
  return [...twice];
}

function together(one: NumberRow, other: NumberRow): NumberRow {
  const latest = stampOf(one.event) > stampOf(other.event) ? one : other;
  return { ...latest, voided: one.voided || other.voided };
}

/** An id is `<stream>:<at>:<hash>`. */
function stampOf(id: string): string {
  return id.slice(id.indexOf(':', id.indexOf(':') + 1) + 1);
}

/** Own events that came back. Only the push settles, because it also asks whether the whole server has it; what was refused is there all the same. */
async function markSeen(store: XunzhiDatabase, db: string, events: readonly EventEnvelope[]): Promise<void> {
  const waiting = new Set(await store.outbox.toCollection().primaryKeys());
  const own = events.filter(({ _id }) => waiting.has(_id)).map(({ _id }) => _id);
  if (own.length === 0) return;
  const rows = (await store.outbox.bulkGet(own)).flatMap((row) => (row?.db === db ? [row] : []));
  await store.outbox.bulkPut(rows.map((row) => ({ ...row, state: 'waiting' as const, seen: true })));
}

function isForgery(one: { readonly reason: string }): boolean {
  return one.reason === 'forged' || one.reason === 'forged_leaf' || one.reason === 'deleted';
}

function learnClock(ctx: Context, event: EventEnvelope): void {
  if (event.device === ctx.runtime.device) ctx.clock.resumeAfter(event.at);
  else ctx.clock.receive(event.at);
}

/**
 * Every leaf of a lease counts: two holders of one block are both known, and neither winner is believed. The feed never
 * grants this device anything: only the 201 to its own request did, and a block that was burned stays so. Answers the
 * blocks that were this device's and are somebody else's now.
 */
async function putLease(
  store: XunzhiDatabase,
  ownDevice: string,
  id: string,
  leaves: readonly Record<string, unknown>[],
): Promise<string[]> {
  const taken: string[] = [];
  const known = await store.leases.get(id);
  for (const leaf of leaves) {
    const parsed = leaseDoc.safeParse(leaf);
    if (!parsed.success) continue;
    const { series, block, from, to, device } = parsed.data;
    const isOwn = device === ownDevice;
    const isGranted = leaves.length === 1 && (!isOwn || (known?.state === 'granted' && known.device === ownDevice));
    const row: LeaseRow = { id, series, block, from, to, device, state: isGranted ? 'granted' : 'burned' };
    if (!isOwn && known?.state === 'granted' && known.device === ownDevice) taken.push(blockName(row));
    await store.leases.put(row);
  }
  return taken;
}

/** A block as people name it: series, first and last number. */
export function blockName({ series, from, to }: LeaseRow): string {
  return `${series} ${String(from)}–${String(to)}`;
}
