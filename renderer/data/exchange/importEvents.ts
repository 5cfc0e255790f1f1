import type { Table } from 'dexie';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { verifyEvent, type EventEnvelope } from '#shared/events/envelope.ts';
import { databaseOf } from '#shared/events/stream.ts';
import type { BundleEvent, BundleHeader, BundleState } from '#shared/exchange/bundleFormat.ts';

import type { Context } from '../context.ts';
import { PortError } from '../port.ts';
import { judgedBy } from '../projections/judgedBy.ts';
import { PROJECTED_TABLES, projectStreams } from '../projections/project.ts';
import { inTime } from '../store/deadline.ts';
import { logIdOf } from '../store/logs.ts';
import type { EventRow, ImportedRow, LogRow, OutboxRow } from '../tables.ts';

import { importedNote, liftMarks, outboxStateOf } from './marks.ts';

/**
 * What became of the events of one step. `bad`: not what their id says, or in a database they cannot belong to.
 */
export type TakenEvents = { readonly taken: number; readonly here: number; readonly bad: number };

type Proved = {
  readonly db: string;
  readonly event: EventEnvelope;
  readonly state: BundleState;
  /** Of a withdrawn one: the word about it. */
  readonly naming?: EventEnvelope;
};
type Fresh = Proved & { readonly mark: ImportedRow | undefined };

/**
 * Takes events of a bundle over: each is proved by its hash, those that are here already change nothing, the others are
 * in the journal (fsync) before anything counts as imported, then in the store and outbox with the states they had. When
 * the store fails the journal's frame is taken back and the error thrown: then nothing of this step is here.
 */
export function takeEvents(ctx: Context, from: BundleHeader, events: readonly BundleEvent[]): Promise<TakenEvents> {
  return ctx.writing.run(async () => {
    await ctx.takeBacks.settle(ctx.port);
    const proved = [...new Map(events.flatMap(prove).map((one) => [one.event._id, one])).values()];
    const known = await ctx.db.events.bulkGet(proved.map(({ event }) => event._id));
    const at = ctx.clock.nowIso();
    const fresh = proved.flatMap((one, index): Fresh[] =>
      known[index] === undefined ? [{ ...one, mark: markOf(ctx, from, one, at) }] : [],
    );
    // Looked at first: the word about a withdrawal may stand among the fresh ones and clears the outbox when it is folded.
    const withdrawn = await stillWaiting(
      ctx,
      proved.filter(({ state }, index) => state.is === 'withdrawn' && known[index] !== undefined),
    );
    if (fresh.length > 0) await keep(ctx, fresh, at);
    if (withdrawn.length > 0) await withdrawKnown(ctx, withdrawn);
    for (const { event } of fresh) {
      if (event.device === ctx.runtime.device) ctx.clock.resumeAfter(event.at);
      else ctx.clock.receive(event.at);
    }
    return { taken: fresh.length, here: proved.length - fresh.length, bad: events.length - proved.length };
  });
}

function prove({ key, db, state, body, naming }: BundleEvent): Proved[] {
  const verified = verifyEvent(body);
  if (!verified.ok && verified.error !== 'newer') return [];
  // Authentic, of a type this version does not know: it is carried on and its stream is read-only here.
  const event = verified.ok ? verified.value : (body as unknown as EventEnvelope);
  const org = /^(?:work|case)-([a-z][a-z0-9]{1,15})(?:-\d{4})?$/.exec(db)?.[1];
  if (event._id !== key || org === undefined || databaseOf(event.stream, org) !== db) return [];
  if (event.log !== logIdOf(event.device, event.by, db)) return [];
  return [{ db, event, state, ...(state.is === 'withdrawn' ? namingOf(event, naming) : {}) }];
}

function namingOf({ _id, stream }: EventEnvelope, naming: unknown): Pick<Proved, 'naming'> {
  const word = naming === undefined ? undefined : verifyEvent(naming);
  if (word?.ok !== true || word.value.type !== 'log.withheld' || word.value.stream !== stream) return {};
  return word.value.data.events.includes(_id) ? { naming: word.value } : {};
}

/** What this device wrote itself needs no one to vouch for it. */
function markOf(ctx: Context, from: BundleHeader, { db, event, state }: Proved, at: string): ImportedRow | undefined {
  if (event.device === ctx.runtime.device || state.is === 'withdrawn') return undefined;
  const { _id: id, log, n, by, device } = event;
  return { id, db, log, n, by, device, from: from.device, bundle: from.bundle, at, state };
}

async function keep(ctx: Context, fresh: readonly Fresh[], at: string): Promise<void> {
  const logs = await ownLogs(ctx, fresh);
  const entries: JournalEntry[] = [
    ...fresh.map(journalled),
    ...fresh.flatMap(({ mark }) => (mark === undefined ? [] : [importedNote(mark)])),
  ];
  try {
    await ctx.port.call('journal.append', { entries });
  } catch (error) {
    if (!(error instanceof PortError && (error.code === 'write_failed' || error.code === 'too_large')))
      await takeBack(ctx, entries);
    throw error;
  }
  try {
    await store(ctx, fresh, logs, at);
  } catch (error) {
    await takeBack(ctx, entries);
    throw error;
  }
  // What fails from here on the push makes up for.
  const sent = fresh.flatMap(({ event, state }) => (state.is === 'withdrawn' ? [] : [event]));
  await ctx.outbox.put(sent).catch(() => undefined);
}

/** A withdrawn event waits for no server: it is kept beside the ones that do, as where it was withdrawn. */
function journalled({ db, event, state, naming }: Proved): JournalEntry {
  if (state.is !== 'withdrawn') return { kind: 'event', key: event._id, db, body: event };
  return { kind: 'note', key: `withheld:${event._id}`, body: { db, event, reason: state.reason ?? '', naming } };
}

/** Those that an earlier bundle brought; the outbox may have let them go when the word about them was folded. */
async function stillWaiting(ctx: Context, events: readonly Proved[]): Promise<readonly Proved[]> {
  const ids = events.map(({ event }) => event._id);
  const rows = await ctx.db.outbox.bulkGet(ids);
  const marks = await ctx.db.imported.bulkGet(ids);
  return events.filter((_, index) => rows[index] !== undefined || marks[index] !== undefined);
}

/** What an earlier bundle brought as waiting and its author has withdrawn since, waits here no more. */
async function withdrawKnown(ctx: Context, withdrawn: readonly Proved[]): Promise<void> {
  const ids = withdrawn.map(({ event }) => event._id);
  await ctx.port.call('journal.append', { entries: withdrawn.map(journalled) });
  await ctx.db.outbox.bulkDelete(ids);
  const words = wordsOf(withdrawn);
  await inTime(
    'import.write',
    ctx.db,
    [ctx.db.events, ...PROJECTED_TABLES.map((name) => ctx.db.table(name))],
    async () => {
      await ctx.db.events.bulkPut(words);
      await projectStreams(ctx.db, new Set(words.map(({ event }) => event.stream)), judgedBy(ctx.catalogue));
    },
  );
  await ctx.port.call('journal.drop', { entries: ids.map((key) => ({ kind: 'event', key })) });
  await liftMarks(ctx, ids);
}

async function takeBack(ctx: Context, entries: readonly JournalEntry[]): Promise<void> {
  ctx.takeBacks.owe(entries, []);
  await ctx.takeBacks.settle(ctx.port).catch(() => undefined); // tried again before the next write
}

/** This device's own logs as they must go on, when it gets back what it had lost. */
async function ownLogs(ctx: Context, fresh: readonly Fresh[]): Promise<LogRow[]> {
  const logs = new Map<string, LogRow>();
  for (const { db, event } of fresh) {
    if (event.device !== ctx.runtime.device) continue;
    const { log: id, n, hash, at, by: user } = event;
    const known = logs.get(id) ?? (await ctx.db.logs.get(id));
    if (known !== undefined && known.n >= n) continue;
    logs.set(id, { id, db, user, n, hash, at, signedN: known?.signedN ?? 0 });
  }
  return [...logs.values()];
}

async function store(
  { db, catalogue }: Pick<Context, 'db' | 'catalogue'>,
  fresh: readonly Fresh[],
  logs: readonly LogRow[],
  savedAt: string,
): Promise<void> {
  const tables: Table[] = [
    db.events,
    db.outbox,
    db.logs,
    db.imported,
    ...PROJECTED_TABLES.map((name) => db.table(name)),
  ];
  await inTime('import.write', db, tables, async () => {
    const rows = fresh.map(({ db: database, event }) => ({ id: event._id, db: database, event }));
    await db.events.bulkPut([...wordsOf(fresh), ...rows]);
    const sent = fresh.filter(({ state }) => state.is !== 'withdrawn');
    await db.outbox.bulkPut(sent.map((one) => outboxRow(one, savedAt)));
    await db.imported.bulkPut(fresh.flatMap(({ mark }) => mark ?? []));
    await db.logs.bulkPut([...logs]);
    await projectStreams(db, new Set(fresh.map(({ event }) => event.stream)), judgedBy(catalogue));
  });
}

/** What is said about withdrawn ones. The server may have it already: then it waits for nothing and is only kept. */
function wordsOf(events: readonly Proved[]): EventRow[] {
  return events.flatMap(({ db, naming }) => (naming === undefined ? [] : [{ id: naming._id, db, event: naming }]));
}

function outboxRow({ db, event, state }: Fresh, savedAt: string): OutboxRow {
  const { _id: id, stream, type, by } = event;
  return { id, db, stream, type, by, savedAt, ...outboxStateOf(state) };
}
