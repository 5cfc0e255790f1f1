import type { EventEnvelope } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import { roomForSync } from '../store/room.ts';
import type { OutboxRow } from '../tables.ts';

import { askAgainForMissing, askAgainIfRolesChanged } from './askAgain.ts';
import { fits } from './batch.ts';
import { isWholeNow, readBack } from './confirm.ts';
import { deliver, sizeOf, type Way } from './deliver.ts';
import { BusyServer } from './send.ts';
import { showSent } from './sending.ts';
import { settle } from './settle.ts';

/*
 * How a record travels.
 *
 *   command ─► journal ─► store: an outbox row `waiting` ─► PouchDB (`outboxStore`)
 *                                     │
 *   `push`: a batch that fits (`batch`, `pace`) ─► `_bulk_docs` (`send`) ─► an answer for every document (`judge`)
 *                                     │
 *   `deliver`: accepted by a quorum, or there already on a whole server ─► read back, equal hash (`confirm`) ─► `settle`
 *              refused ─► kept with rule and reason, asked about again after sign-in (`askAgain`), or withdrawn
 *              anything else ─► goes on waiting
 *
 * A row leaves the outbox in two ways only: settled here, or withdrawn by a command. What a request did before its answer
 * was lost, before a crash or after a 202 need not be remembered: the record is sent again and either is accepted, or
 * stands there already and is asked for.
 */

/**
 * Sends the waiting events of a person (of everybody, when the account is a carrier), database by database, in the order
 * of their ids. Answers how many the server now verifiably has. Throws a `RemoteProblem` when the server cannot be used.
 */
export async function pushEvents(ctx: Context, remote: Remote, authorization: string, user: string): Promise<number> {
  if (ctx.pace.isPaused()) return 0;
  await askAgainIfRolesChanged(ctx, remote, authorization);
  await askAgainForMissing(ctx);
  const waiting = await ctx.db.outbox.where('state').equals('waiting').toArray();
  if (waiting.length === 0) return 0;
  try {
    let delivered = 0;
    const there = new Set<string>();
    for (const [db, rows] of groupByDatabase(waiting.filter((row) => row.seen === true)))
      for (const id of await settleSeen({ ctx, remote, authorization, db }, rows)) there.add(id);
    const sent = waiting.filter((row) => !there.has(row.id) && (row.by === user || ctx.session.isCarrier));
    for (const [db, rows] of groupByDatabase(sent))
      delivered += await pushDatabase({ ctx, remote, authorization, db }, rows);
    await ctx.outbox.rotate(
      async () => bodiesOf(ctx, await ctx.db.outbox.toCollection().primaryKeys()),
      async () => (await roomForSync(ctx.port)) === 'all',
    );
    return delivered + there.size;
  } catch (error) {
    if (error instanceof BusyServer) ctx.pace.back(error.retryAfterMs);
    throw error;
  } finally {
    await showSent(ctx);
  }
}

function groupByDatabase(rows: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of rows) groups.set(row.db, [...(groups.get(row.db) ?? []), row]);
  return groups;
}

async function pushDatabase(way: Way, rows: readonly OutboxRow[]): Promise<number> {
  const { ctx } = way;
  let delivered = 0;
  let next = 0;
  while (next < rows.length) {
    const events = await readWaiting(
      ctx,
      rows.slice(next, next + ctx.pace.limit.events).map((row) => row.id),
    );
    if (events.length === 0) return delivered; // neither store has the bodies: the next start's replay looks again
    const sizes = events.map(sizeOf);
    const count = fits(sizes, ctx.pace.limit);
    const answered = await deliver(way, events.slice(0, count));
    if (answered === 'too_large') continue; // the same again in the smaller portions that are known by now
    delivered += answered;
    next += count;
  }
  return delivered;
}

/** The outbox may lack what a crash kept from it: the event store fills the gap. */
async function readWaiting(ctx: Context, ids: readonly string[]): Promise<EventEnvelope[]> {
  const there = await ctx.outbox.read(ids);
  const have = new Set(there.map((event) => event._id));
  const rows = await ctx.db.events.bulkGet(ids.filter((id) => !have.has(id)));
  const missing = rows.flatMap((row) => (row === undefined ? [] : [row.event]));
  if (missing.length > 0) await ctx.outbox.put(missing);
  return [...there, ...missing];
}

async function bodiesOf(ctx: Context, ids: readonly string[]): Promise<EventEnvelope[]> {
  const events = await ctx.db.events.bulkGet([...ids]);
  return events.flatMap((row) => (row === undefined ? [] : [row.event]));
}

/** What the feed has shown is asked for, whoever wrote it: a carrier may have brought it for someone who is not here. */
async function settleSeen({ ctx, remote, authorization, db }: Way, rows: readonly OutboxRow[]): Promise<string[]> {
  try {
    if (!(await isWholeNow(remote, authorization, db, ctx.runtime.device))) return [];
    const events = await bodiesOf(
      ctx,
      rows.map((row) => row.id),
    );
    const onServer = await readBack(remote, authorization, db, events);
    await settle(ctx, onServer);
    return onServer;
  } catch (error) {
    if (error instanceof RemoteProblem && isClosed(error)) return []; // shown to another account of this machine
    throw error;
  }
}

function isClosed({ status, problem }: RemoteProblem): boolean {
  return status === 404 || (status === 403 && problem !== 'account_locked');
}
