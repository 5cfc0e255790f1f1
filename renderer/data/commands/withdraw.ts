import type { EventEnvelope } from '#shared/events/envelope.ts';
import { withdrawalOf, type Withdrawal } from '#shared/sync/withdrawal.ts';

import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import { blobNote } from '../photos/blobNotes.ts';
import { eventsOf } from '../projections/project.ts';
import type { CommandAnswer, CommandResults } from '../protocol.ts';
import type { Profile } from '../session/session.ts';
import { commitEvents, type NewEvent } from '../store/commit.ts';
import type { BlobRow } from '../tables.ts';

import { authorFor } from './author.ts';

type Answer = CommandAnswer<CommandResults['sync.withdraw']>;

/**
 * Takes back an own record that the server refused, with what cannot stand without it: `log.withheld` in the record's own
 * stream tells every reader of the same database that it will never come, and why. Its numbers are voided, never freed.
 * The record itself is kept here, in the store and in the journal.
 */
export async function withdrawRecord(ctx: Context, id: string, reason: string): Promise<Answer> {
  const row = await ctx.db.outbox.get(id);
  if (row?.state !== 'refused') return refuse('not_refused', { subject: id });
  const author = authorFor(ctx, 'log.withheld');
  if (!author.ok) return author;
  if (row.by !== author.value.user) return refuse('other_author', { subject: row.by });
  if (row.type === 'log.withheld' || row.type === 'number.voided') return refuse('cannot_withdraw', { subject: id });
  const stream = (await eventsOf(ctx.db, row.stream)).map(({ event }) => event);
  const target = stream.find((event) => event._id === id);
  if (target === undefined) return refuse('not_found', { subject: id });
  const waiting = new Set(await ctx.db.outbox.where('stream').equals(row.stream).primaryKeys());
  const isOwn = ({ _id, by, log }: typeof target): boolean =>
    waiting.has(_id) && by === target.by && log === target.log;
  const withdrawal = withdrawalOf(target, stream.filter(isOwn), stream);
  await write(ctx, author.value, row.db, row.stream, withdrawal, reason);
  return {
    ok: true,
    value: {
      withdrawn: withdrawal.events.map((event) => event._id),
      voided: withdrawal.numbers.map(({ number }) => number),
    },
  };
}

async function write(
  ctx: Context,
  author: Profile,
  db: string,
  stream: string,
  { events, numbers }: Withdrawal,
  reason: string,
): Promise<void> {
  const ownerOrg = orgOf(db);
  const named = { events: events.map((event) => event._id), places: events.map((event) => event.n), reason };
  const written: NewEvent[] = [
    { type: 'log.withheld', stream, ownerOrg, data: named },
    ...numbers.map((grant): NewEvent => ({ type: 'number.voided', stream, ownerOrg, data: { ...grant, reason } })),
  ];
  // Beside their own entries, which the replay would send again.
  const notes = (naming?: EventEnvelope) =>
    events.map((event) => ({ key: `withheld:${event._id}`, body: { db, event, reason, naming } }));
  const [naming] = await commitEvents(ctx, author, written, { notes: notes() });
  // The journal lets go of `log.withheld` once the server has it; a store that is lost after that must know of it still.
  await ctx.port.call('journal.append', { entries: notes(naming).map((note) => ({ kind: 'note' as const, ...note })) });
  await ctx.port.call('journal.drop', { entries: events.map(({ _id }) => ({ kind: 'event' as const, key: _id })) });
  const blobs = events.flatMap((event) => {
    if (event.type === 'document.issued' && event.data.pdf !== undefined) return [`doc:${event.data.pdf.sha256}`];
    return event.type === 'photo.added' ? [`photo:${event.data.sha256}`, `thumb:${event.data.sha256}`] : [];
  });
  for (const key of blobs) if (!(await isUsed(ctx, key))) await keepBack(ctx, key, reason);
}

/** A photo that another record still shows must go up. */
async function isUsed(ctx: Context, key: string): Promise<boolean> {
  const [kind, sha256 = ''] = key.split(':');
  return kind !== 'doc' && (await ctx.db.photos.where('sha256').equals(sha256).count()) > 0;
}

/** Keeps an own photo or document here that the server refused: its bytes are never sent, and readers are told why. */
export async function withdrawBlob(ctx: Context, key: string, reason: string): Promise<Answer> {
  const row = await ctx.db.blobs.get(key);
  if (row?.state !== 'refused') return refuse('not_refused', { subject: key });
  const author = authorFor(ctx, 'log.withheld');
  if (!author.ok) return author;
  if (row.by !== author.value.user) return refuse('other_author', { subject: row.by });
  const sha256 = key.slice(key.indexOf(':') + 1);
  // A photo and its thumbnail are one thing to people.
  const keys = key.startsWith('photo:') ? [key, `thumb:${sha256}`] : [key];
  const stream = row.stream ?? (await ctx.db.photos.where('sha256').equals(sha256).first())?.stream;
  if (stream?.includes(':') === true) {
    const data = { events: keys, reason };
    await commitEvents(ctx, author.value, [{ type: 'log.withheld', stream, ownerOrg: orgOf(row.db), data }]);
  }
  for (const one of keys) await keepBack(ctx, one, reason);
  return { ok: true, value: { withdrawn: keys, voided: [] } };
}

async function keepBack(ctx: Context, key: string, reason: string): Promise<void> {
  const row = await ctx.db.blobs.get(key);
  if (row === undefined || row.state === 'server') return;
  const kept: BlobRow = { ...row, state: 'withdrawn', reason, since: ctx.clock.nowIso() };
  await ctx.port.call('journal.append', { entries: [blobNote(kept)] });
  await ctx.db.blobs.put(kept);
}

/** The organisation that a database belongs to: `<kind>-<org>` or `<kind>-<org>-<yyyy>`. */
function orgOf(db: string): string {
  return db.split('-')[1] ?? '';
}
