import type { Table } from 'dexie';

import { RULES_VERSION } from '#shared/case/procedures/versions.ts';
import { ENVELOPE_VERSION, sealEvent, type EventEnvelope } from '#shared/events/envelope.ts';
import type { EventData, EventType } from '#shared/events/registry.ts';
import { databaseOf } from '#shared/events/stream.ts';
import type { JournalEntry } from '#shared/bridge/port.ts';

import type { Context } from '../context.ts';
import { projectStreams, PROJECTED_TABLES } from '../projections/project.ts';
import type { Profile } from '../session/session.ts';
import type { BlobRow, LogRow, XunzhiDatabase } from '../tables.ts';

import { withDeadline } from './deadline.ts';
import { readLog } from './logs.ts';

/** An event about to be written. `ownerOrg` is the organisation that owns the stream, hence the database. */
export type NewEvent = {
  [T in EventType]: { readonly type: T; readonly stream: string; readonly ownerOrg: string; readonly data: EventData<T>; readonly follows?: string | undefined };
}[EventType];

/** What is written together with events: blobs that begin to wait, a draft that is done, values the journal keeps. */
export type Alongside = {
  readonly blobs?: readonly BlobRow[];
  readonly dropDraft?: string;
  readonly notes?: readonly { readonly key: string; readonly body: unknown }[];
};

type Sealed = { readonly db: string; readonly event: EventEnvelope };

/**
 * Writes events of one command: all or none. Journal first (one frame, fsync), then events, projections, outbox rows
 * and logs in one transaction, then the PouchDB outbox. When the transaction fails the frame is dropped again and the
 * error thrown, so that the form keeps its content and nothing half-written comes back at the next start.
 */
export async function commitEvents(ctx: Context, author: Profile, events: readonly NewEvent[], alongside: Alongside = {}): Promise<EventEnvelope[]> {
  ctx.clock.step();
  const { sealed, logs, before } = await seal(ctx, author, events);
  const entries: JournalEntry[] = [
    ...sealed.map(({ db, event }) => ({ kind: 'event' as const, key: event._id, db, body: event })),
    ...logs.map((log) => ({ kind: 'note' as const, key: `log:${log.id}`, body: log })),
    ...(alongside.notes ?? []).map((note) => ({ kind: 'note' as const, ...note })),
  ];
  await ctx.port.call('journal.append', { entries });
  try {
    await storeSealed(ctx.db, sealed, logs, ctx.clock.nowIso(), alongside);
  } catch (error) {
    await takeBack(ctx, entries, before);
    throw error;
  }
  await ctx.outbox.put(sealed.map(({ event }) => event));
  if (alongside.dropDraft !== undefined) {
    await ctx.port.call('journal.drop', { entries: [{ kind: 'draft', key: alongside.dropDraft }] });
  }
  ctx.kickSync();
  return sealed.map(({ event }) => event);
}

/** Takes a frame back whose transaction failed: nothing of it comes at the next start, and the logs count on from before. */
async function takeBack(ctx: Context, entries: readonly JournalEntry[], before: readonly LogRow[]): Promise<void> {
  await ctx.port.call('journal.drop', { entries: entries.map(({ kind, key }) => ({ kind, key })) });
  const notes = before.filter((log) => log.n > 0).map((log) => ({ kind: 'note' as const, key: `log:${log.id}`, body: log }));
  if (notes.length > 0) await ctx.port.call('journal.append', { entries: notes });
}

async function seal(ctx: Context, author: Profile, events: readonly NewEvent[]): Promise<{ sealed: Sealed[]; logs: LogRow[]; before: LogRow[] }> {
  const logs = new Map<string, LogRow>();
  const before: LogRow[] = [];
  const sealed: Sealed[] = [];
  for (const next of events) {
    const db = databaseOf(next.stream, next.ownerOrg);
    let log = logs.get(db);
    if (log === undefined) {
      log = await withDeadline('logs.get', readLog(ctx.db, ctx.runtime.device, author.user, db));
      before.push(log);
    }
    const event = sealEvent(
      next.type,
      {
        v: ENVELOPE_VERSION,
        kind: 'event',
        stream: next.stream,
        at: ctx.clock.stamp(),
        wallAt: ctx.clock.nowIso(),
        serverOffsetMs: ctx.clock.serverOffsetMs,
        by: author.user,
        role: `${author.org}/${author.role}`,
        org: author.org,
        device: ctx.runtime.device,
        log: log.id,
        n: log.n + 1,
        prev: log.n === 0 ? undefined : log.hash,
        rules: RULES_VERSION,
        catalogue: ctx.catalogue.version,
        follows: next.follows,
      },
      next.data,
    );
    // An event must read back as it was sealed; what the schema would refuse later is refused now.
    sealed.push({ db, event: JSON.parse(JSON.stringify(event)) as EventEnvelope });
    logs.set(db, { ...log, n: log.n + 1, hash: event.hash });
  }
  return { sealed, logs: [...logs.values()], before };
}

/** Stores sealed own events with their projections in one transaction; used by commands and by the replay at start. */
export async function storeSealed(db: XunzhiDatabase, sealed: readonly Sealed[], logs: readonly LogRow[], savedAt: string, alongside: Alongside = {}): Promise<void> {
  const tables: Table[] = [db.events, db.outbox, db.logs, db.blobs, db.drafts, ...PROJECTED_TABLES.map((name) => db.table(name))];
  let abort: (() => void) | undefined;
  const work = db.transaction('rw', tables, async (tx) => {
    abort = () => {
      tx.abort();
    };
    await db.events.bulkPut(sealed.map(({ db: database, event }) => ({ id: event._id, db: database, event })));
    await db.outbox.bulkPut(
      sealed.map(({ db: database, event }) => ({ id: event._id, db: database, stream: event.stream, type: event.type, by: event.by, savedAt, state: 'waiting' as const })),
    );
    await db.logs.bulkPut([...logs]);
    if (alongside.blobs !== undefined) await db.blobs.bulkPut([...alongside.blobs]);
    if (alongside.dropDraft !== undefined) await db.drafts.delete(alongside.dropDraft);
    await projectStreams(db, new Set(sealed.map(({ event }) => event.stream)));
  });
  await withDeadline('events.write', work, () => abort?.());
}
