import { z } from 'zod';

import type { EventEnvelope } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { PROJECTED_TABLES, projectStreams } from '../projections/project.ts';
import { withDeadline } from '../store/deadline.ts';
import type { LeaseRow, XunzhiDatabase } from '../tables.ts';

import type { Classified } from './classify.ts';
import { noteMarks } from './logMarks.ts';
import { noteSeen } from './seenLogs.ts';

/** What a page brought. */
export type Applied = {
  readonly newEvents: number;
  readonly settled: readonly string[];
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
 * page comes again. Events that are here already change nothing. Without `since` the checkpoint stays.
 */
export async function applyPage(
  ctx: Context,
  db: string,
  found: readonly Classified[],
  since: string | undefined,
): Promise<Applied> {
  const store = ctx.db;
  const events = found.flatMap((one) => (one.is === 'event' || one.is === 'newer' ? [one.event] : []));
  const now = ctx.clock.nowIso();
  const tables = [
    store.events,
    store.outbox,
    store.feeds,
    store.quarantine,
    store.directory,
    store.leases,
    store.seenLogs,
    store.logMarks,
    ...PROJECTED_TABLES.map((name) => store.table(name)),
  ];
  const taken: string[] = [];
  let abort: (() => void) | undefined;
  const work = store.transaction('rw', tables, async (tx): Promise<Applied> => {
    abort = () => {
      tx.abort();
    };
    const known = await store.events.bulkGet(events.map((event) => event._id));
    const fresh = events.filter((_, index) => known[index] === undefined);
    await store.events.bulkPut(fresh.map((event) => ({ id: event._id, db, event })));
    await projectStreams(store, new Set(fresh.map((event) => event.stream)));
    const own = await store.outbox.bulkGet(events.map((event) => event._id));
    const settled = own.flatMap((row) => (row?.db !== db || ctx.outbox.isDoubted(row.id) ? [] : [row.id]));
    await store.outbox.bulkDelete(settled);
    const quarantined = found.flatMap((one) => (one.is === 'quarantine' ? [one] : []));
    await store.quarantine.bulkPut(quarantined.map(({ id, reason, doc }) => ({ id, db, reason, doc, seenAt: now })));
    await store.directory.bulkPut(found.flatMap((one) => (one.is === 'card' ? [{ id: one.id, doc: one.doc }] : [])));
    for (const one of found)
      if (one.is === 'lease') taken.push(...(await putLease(store, ctx.runtime.device, one.id, one.leaves)));
    await noteSeen(store, db, events);
    await noteMarks(
      store,
      db,
      events,
      found.flatMap((one) => (one.is === 'head' ? [one.head] : [])),
    );
    if (since !== undefined) await store.feeds.put({ db, since, readAt: now });
    return { newEvents: fresh.length, settled, forgeries: quarantined.filter(isForgery).map(({ id }) => id) };
  });
  const applied = await withDeadline('feed.write', work, () => abort?.());
  for (const event of events) learnClock(ctx, event);
  for (const subject of taken) await ctx.report({ code: 'lease_taken', subject });
  return applied;
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
    const isGranted =
      leaves.length === 1 &&
      (isOwn ? known?.state === 'granted' && known.device === ownDevice : known?.device !== ownDevice);
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
