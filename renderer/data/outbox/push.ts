import PouchDB from 'pouchdb-core';

import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import type { Context } from '../context.ts';
import { readLeaves } from '../feed/changes.ts';
import { problemOfStatus, RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import type { OutboxRow } from '../tables.ts';

import { settle } from './settle.ts';

/** How many events one `bulkDocs` carries at most. */
const BATCH_EVENTS = 100;

type Refusal = { readonly id: string; readonly reason: string };
type WriteResult = {
  readonly id?: string;
  readonly ok?: boolean;
  readonly error?: string | boolean;
  readonly status?: number;
  readonly name?: string;
  readonly reason?: string;
};

/**
 * Sends the signed-in person's waiting events, database by database, in the order of their ids. An event is settled only
 * when the server returned a body that hashes to its id, and not after a 202 (too few nodes of a cluster have it); what
 * the server refuses is kept with the server's reason.
 */
export async function pushEvents(ctx: Context, remote: Remote, authorization: string, user: string): Promise<number> {
  const waiting = (await ctx.db.outbox.where('state').equals('waiting').toArray()).filter((row) => row.by === user);
  let delivered = 0;
  for (const [db, rows] of groupByDatabase(waiting)) {
    for (let start = 0; start < rows.length; start += BATCH_EVENTS) {
      delivered += await pushBatch(ctx, remote, authorization, db, rows.slice(start, start + BATCH_EVENTS));
    }
  }
  return delivered;
}

function groupByDatabase(rows: readonly OutboxRow[]): Map<string, OutboxRow[]> {
  const groups = new Map<string, OutboxRow[]>();
  for (const row of rows) groups.set(row.db, [...(groups.get(row.db) ?? []), row]);
  return groups;
}

async function pushBatch(
  ctx: Context,
  remote: Remote,
  authorization: string,
  db: string,
  rows: readonly OutboxRow[],
): Promise<number> {
  const events = await readWaiting(
    ctx,
    rows.map((row) => row.id),
  );
  const results = await sendBatch(ctx, remote, authorization, db, events);
  const refusals = results.flatMap((result): Refusal[] =>
    result.id !== undefined && result.error !== undefined && result.error !== false && result.status !== 409
      ? [{ id: result.id, reason: reasonOf(result) }]
      : [],
  );
  const refused = new Set(refusals.map(({ id }) => id));
  const onServer = await confirm(
    remote,
    authorization,
    db,
    events.filter((event) => !refused.has(event._id) && !ctx.outbox.isDoubted(event._id)),
  );
  await settle(ctx, onServer);
  const refusedAt = ctx.clock.nowIso();
  for (const { id, reason } of refusals) await ctx.db.outbox.update(id, { state: 'refused', reason, refusedAt });
  return onServer.length;
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

async function sendBatch(
  ctx: Context,
  remote: Remote,
  authorization: string,
  db: string,
  events: readonly EventEnvelope[],
): Promise<readonly WriteResult[]> {
  const ids = events.map((event) => event._id);
  const target = new PouchDB<EventEnvelope>(`${remote.url}/${db}`, {
    adapter: 'http',
    skip_setup: true,
    fetch: async (url, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', authorization);
      const response = await remote.guarded(typeof url === 'string' ? url : url.url, { ...init, headers });
      if (response.status === 202) ctx.outbox.doubt(ids);
      else ctx.outbox.trust(ids);
      return response;
    },
  });
  try {
    return (await target.bulkDocs(events.map((event) => ({ ...event })))) as unknown as readonly WriteResult[];
  } catch (error) {
    return await bisect(ctx, remote, authorization, db, events, error);
  }
}

/** A 400 or 413 speaks of the batch, not of a document: halve it until the culprit is alone and *refused*. */
async function bisect(
  ctx: Context,
  remote: Remote,
  authorization: string,
  db: string,
  events: readonly EventEnvelope[],
  error: unknown,
): Promise<readonly WriteResult[]> {
  // The password was refused or the account is closed: no event is to blame, and nothing more is sent.
  if (error instanceof RemoteProblem) throw error;
  const status = (error as { status?: unknown }).status;
  const first = events[0];
  const reason = reasonOf(error as WriteResult);
  // Too many wrong passwords from this office are answered with 403, too: no event is to blame for that.
  if (status === 403 && problemOfStatus(status, reason) === 'account_locked') throw asProblem(error);
  // The whole database is closed to this account or is not there: each event is refused with that reason.
  if (status === 403 || status === 404) return events.map((event) => ({ id: event._id, error: true, status, reason }));
  if ((status !== 400 && status !== 413) || first === undefined) throw asProblem(error);
  if (events.length === 1) return [{ id: first._id, error: true, status, reason }];
  const middle = Math.ceil(events.length / 2);
  const left = await sendBatch(ctx, remote, authorization, db, events.slice(0, middle));
  const right = await sendBatch(ctx, remote, authorization, db, events.slice(middle));
  return [...left, ...right];
}

function asProblem(error: unknown): unknown {
  const { status, reason, message } = error as { status?: unknown; reason?: unknown; message?: unknown };
  if (error instanceof RemoteProblem || typeof status !== 'number') return error;
  const detail = typeof reason === 'string' ? reason : typeof message === 'string' ? message : '';
  return new RemoteProblem(problemOfStatus(status, detail), status, detail);
}

function reasonOf(result: WriteResult): string {
  return String(result.reason ?? result.name ?? result.error ?? 'refused').slice(0, 500);
}

/** Reads the events back; only an equal hash counts, whatever revision or conflict the server holds. */
async function confirm(
  remote: Remote,
  authorization: string,
  db: string,
  events: readonly EventEnvelope[],
): Promise<string[]> {
  if (events.length === 0) return [];
  const answer = (await remote.json(`/${db}/_all_docs?include_docs=true&conflicts=true`, {
    method: 'POST',
    authorization,
    body: { keys: events.map((event) => event._id) },
  })) as {
    rows?: readonly { id?: string; doc?: Record<string, unknown> | null }[];
  };
  const winners = new Map(
    (answer.rows ?? []).flatMap((row) => (row.id !== undefined && row.doc ? [[row.id, row.doc] as const] : [])),
  );
  const confirmed: string[] = [];
  for (const event of events) {
    const winner = winners.get(event._id);
    if (winner === undefined) continue;
    const leaves = isSame(event, winner) ? [winner] : await readLeaves(remote, authorization, db, event._id);
    if (leaves.some((leaf) => isSame(event, leaf))) confirmed.push(event._id);
  }
  return confirmed;
}

function isSame(event: EventEnvelope, doc: Record<string, unknown>): boolean {
  const verified = verifyEvent(doc);
  return verified.ok && verified.value.hash === event.hash;
}
