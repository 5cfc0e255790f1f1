import type { Table } from 'dexie';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { RULES_VERSION } from '#shared/case/procedures/versions.ts';
import { ENVELOPE_VERSION, sealEvent, type EventEnvelope } from '#shared/events/envelope.ts';
import type { EventData, EventType } from '#shared/events/registry.ts';
import { databaseOf } from '#shared/events/stream.ts';

import type { Context } from '../context.ts';
import { blobNote } from '../photos/blobNotes.ts';
import { PortError } from '../port.ts';
import { judgedBy } from '../projections/judgedBy.ts';
import { projectStreams, PROJECTED_TABLES } from '../projections/project.ts';
import type { Profile } from '../session/session.ts';
import type { BlobRow, LogRow, XunzhiDatabase } from '../tables.ts';

import { inTime, StoreTimeout, withDeadline } from './deadline.ts';
import { readLog } from './logs.ts';
import { assertRoom } from './room.ts';

/** An event about to be written. `ownerOrg` is the organisation that owns the stream, hence the database. */
export type NewEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly stream: string;
    readonly ownerOrg: string;
    readonly data: EventData<T>;
    readonly follows?: string | undefined;
  };
}[EventType];

/** What is written together with events: blobs that begin to wait, a draft that is done, values the journal keeps. */
export type Alongside = {
  readonly blobs?: readonly BlobRow[];
  readonly dropDraft?: string;
  readonly notes?: readonly { readonly key: string; readonly body: unknown }[];
};

/** How long the look after a late transaction may take, in milliseconds. */
const CHECK_WITHIN_MS = 3_000;

type Sealed = { readonly db: string; readonly event: EventEnvelope };

/**
 * Writes events of one command: all or none. Journal first (one frame, fsync), then events, projections, outbox rows
 * and logs in one transaction, then the PouchDB outbox. When journal or transaction fail the frame is taken back and
 * the error thrown, so that the form keeps its content and nothing half-written comes back at the next start. What
 * comes after the transaction cannot refuse the command any more: the push fills the outbox, the replay drops the draft.
 */
export async function commitEvents(
  ctx: Context,
  author: Profile,
  events: readonly NewEvent[],
  alongside: Alongside = {},
): Promise<EventEnvelope[]> {
  await assertRoom(ctx.port, 'record');
  await ctx.takeBacks.settle(ctx.port);
  ctx.clock.step();
  const { sealed, logs, before } = await seal(ctx, author, events);
  const entries: JournalEntry[] = [
    ...sealed.map(({ db, event }) => ({ kind: 'event' as const, key: event._id, db, body: event })),
    ...logs.map(logNote),
    ...(alongside.blobs ?? []).map(blobNote),
    ...(alongside.notes ?? []).map((note) => ({ kind: 'note' as const, ...note })),
  ];
  const restore = [...before.filter((log) => log.n > 0).map(logNote), ...(alongside.blobs ?? []).flatMap(draftNote)];
  try {
    await ctx.port.call('journal.append', { entries });
  } catch (error) {
    // Main writes nothing of a call that it refuses; after any other failure nobody knows.
    if (!(error instanceof PortError && (error.code === 'write_failed' || error.code === 'too_large')))
      await takeBack(ctx, entries, restore);
    throw error;
  }
  try {
    await storeSealed(ctx, sealed, logs, ctx.clock.nowIso(), alongside);
  } catch (error) {
    if (!(error instanceof StoreTimeout && (await isStored(ctx.db, sealed)))) {
      await takeBack(ctx, entries, restore);
      throw error;
    }
  }
  await ctx.outbox.put(sealed.map(({ event }) => event)).catch(() => undefined);
  if (alongside.dropDraft !== undefined) {
    await ctx.port
      .call('journal.drop', { entries: [{ kind: 'draft', key: alongside.dropDraft }] })
      .catch(() => undefined);
  }
  ctx.kickSync();
  return sealed.map(({ event }) => event);
}

/** Nothing of a refused frame may come at the next start, and the logs count on from before. Tried again until it works. */
async function takeBack(
  ctx: Context,
  entries: readonly JournalEntry[],
  restore: readonly JournalEntry[],
): Promise<void> {
  ctx.takeBacks.owe(entries, restore);
  await ctx.takeBacks.settle(ctx.port).catch(() => undefined); // the refusal that is told is the command's own
}

/** A transaction that was late may have been past aborting: then the events are there and the command is done. */
async function isStored(db: XunzhiDatabase, sealed: readonly Sealed[]): Promise<boolean> {
  const found = await withDeadline(
    'events.check',
    db.events.bulkGet(sealed.map(({ event }) => event._id)),
    undefined,
    CHECK_WITHIN_MS,
  ).catch(() => []);
  return found.length > 0 && found.every((row) => row !== undefined);
}

function logNote(log: LogRow): JournalEntry {
  return { kind: 'note', key: `log:${log.id}`, body: log };
}

/** The note a photo had before its form was sent; documents have none before they are issued. */
function draftNote(row: BlobRow): JournalEntry[] {
  return row.key.startsWith('doc:') ? [] : [blobNote({ ...row, db: '', state: 'draft' })];
}

async function seal(
  ctx: Context,
  author: Profile,
  events: readonly NewEvent[],
): Promise<{ sealed: Sealed[]; logs: LogRow[]; before: LogRow[] }> {
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
    logs.set(db, { ...log, n: log.n + 1, hash: event.hash, at: event.at });
  }
  return { sealed, logs: [...logs.values()], before };
}

/** Stores sealed own events with their projections in one transaction; used by commands and by the replay at start. */
export async function storeSealed(
  { db, catalogue }: Pick<Context, 'db' | 'catalogue'>,
  sealed: readonly Sealed[],
  logs: readonly LogRow[],
  savedAt: string,
  alongside: Alongside = {},
): Promise<void> {
  const tables: Table[] = [
    db.events,
    db.outbox,
    db.logs,
    db.blobs,
    db.drafts,
    ...PROJECTED_TABLES.map((name) => db.table(name)),
  ];
  await inTime('events.write', db, tables, async () => {
    await db.events.bulkPut(sealed.map(({ db: database, event }) => ({ id: event._id, db: database, event })));
    await db.outbox.bulkPut(
      sealed.map(({ db: database, event }) => ({
        id: event._id,
        db: database,
        stream: event.stream,
        type: event.type,
        by: event.by,
        savedAt,
        state: 'waiting' as const,
      })),
    );
    await db.logs.bulkPut([...logs]);
    if (alongside.blobs !== undefined) await db.blobs.bulkPut([...alongside.blobs]);
    if (alongside.dropDraft !== undefined) await db.drafts.delete(alongside.dropDraft);
    await projectStreams(db, new Set(sealed.map(({ event }) => event.stream)), judgedBy(catalogue));
  });
}
