import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { photoDataField } from '#shared/events/evidenceEvents.ts';

import type { Context } from '../context.ts';
import type { BlobRow } from '../tables.ts';

import { findBody, putBlobRow } from './blobRows.ts';
import { loadBlob } from './fileBlob.ts';
import { promisedSha256, sha256OfBlob } from './hashing.ts';

const noteBody = z.object({
  key: z.string(),
  db: z.string(),
  mime: z.string(),
  bytes: z.int(),
  by: z.string(),
  state: z.enum(['draft', 'waiting', 'withdrawn']),
  digest: z.string().optional(),
  device: z.string().optional(),
  stream: z.string().optional(),
  reason: z.string().optional(),
  since: z.string().optional(),
});

/** What the journal keeps of a blob beside its file, so that the file can be found and sent after IndexedDB was lost. */
export function blobNote({ rule: _rule, ...body }: BlobRow): JournalEntry {
  return { kind: 'note', key: `blob:${body.key}`, body };
}

/** What the journal keeps of an imported photo that no event names yet. */
export function photoNote(data: { readonly sha256: string }): JournalEntry {
  return { kind: 'note', key: `photo:${data.sha256}`, body: { ...data, purpose: 'other' } };
}

/** The server verifiably has a blob: its notes and its file go. */
export async function forgetBlob(ctx: Context, key: string): Promise<void> {
  await forgetBlobs(ctx, [key]);
}

/** The same for some: all notes go first and the files last, so that no note is left without a file. */
export async function forgetBlobs(ctx: Context, keys: readonly string[]): Promise<void> {
  const names = keys.flatMap((key) => (key.startsWith('photo:') ? [`blob:${key}`, key] : [`blob:${key}`]));
  await ctx.port.call('journal.drop', { entries: names.map((key) => ({ kind: 'note', key }) as const) });
  for (const key of keys) await ctx.port.call('blob.drop', { key });
}

/** The stream under which an imported photo's metadata waits until a form names it. */
export const DRAFT_STREAM = 'draft';

/**
 * Blobs that the journal names: those that are here, and the keys of those that no file has whole any more. `unproved`:
 * notes of those whose bytes can be read and still have to be hashed.
 */
export type ReplayedBlobs = {
  readonly photos: number;
  readonly documents: number;
  readonly lost: readonly string[];
  readonly unproved: readonly unknown[];
};

/** Puts blobs and imported photos back that the journal and its files have and the store lacks. */
export async function replayBlobs(ctx: Context, entries: readonly JournalEntry[]): Promise<ReplayedBlobs> {
  const here: string[] = [];
  const lost: string[] = [];
  const unproved: unknown[] = [];
  for (const { kind, key, body } of entries) {
    if (kind !== 'note') continue;
    if (key.startsWith('photo:')) await replayPhoto(ctx, body);
    if (!key.startsWith('blob:')) continue;
    const blob = key.slice('blob:'.length);
    const answer = await replayBlob(ctx, body);
    if (answer === 'unproved') unproved.push(body);
    if (answer === 'here' || answer === 'unproved') here.push(blob);
    else if (answer === 'lost') lost.push(blob);
  }
  await dropDelivered(ctx, new Set(entries.flatMap(({ kind, key }) => (kind === 'note' ? [key] : []))));
  const count = (kind: string): number => here.filter((key) => key.startsWith(kind)).length;
  return { photos: count('photo:'), documents: count('doc:'), lost, unproved };
}

async function replayBlob(ctx: Context, noted: unknown): Promise<'here' | 'unproved' | 'lost' | 'delivered'> {
  const note = noteBody.safeParse(noted);
  if (!note.success) return 'lost';
  const { key, mime } = note.data;
  const stored = await ctx.db.blobs.get(key);
  if (stored?.state === 'server') {
    await forgetBlob(ctx, key);
    return 'delivered';
  }
  const body = stored === undefined ? undefined : await findBody(ctx.db, key).catch(() => undefined);
  if (body !== undefined && (await canBeRead(body))) return promisedSha256(key) === undefined ? 'here' : 'unproved';
  return fromFile(ctx, { ...note.data, ...stored, blob: undefined }, mime);
}

async function fromFile(ctx: Context, row: BlobRow, mime: string): Promise<'here' | 'lost'> {
  const { key } = row;
  try {
    await putBlobRow(ctx.db, row, await loadBlob(ctx.port, key, undefined, mime));
    return 'here';
  } catch (error) {
    await ctx.report({ code: 'store_rebuilt', subject: key, detail: String(error) });
    return 'lost';
  }
}

/** Files that a crash left behind between the end of their note and their own; any other file without a note stays. */
async function dropDelivered(ctx: Context, notes: ReadonlySet<string>): Promise<void> {
  const { blobs } = await ctx.port.call('blob.list', {});
  for (const { key } of blobs) {
    if (notes.has(`blob:${key}`) || (await ctx.db.blobs.get(key))?.state !== 'server') continue;
    await ctx.port.call('blob.drop', { key });
  }
}

/**
 * Hashes what is not on the server, one after the other, once people can work: a power cut can leave zeros in the
 * engine's file. What is no longer what its key says comes back from the file beside the journal, or is told as lost.
 * Nothing wrong can go up meanwhile: bytes are hashed again before they are sent.
 */
export async function proveBlobs(ctx: Context, unproved: readonly unknown[]): Promise<void> {
  for (const body of unproved) {
    const note = noteBody.safeParse(body);
    const stored = note.success ? await ctx.db.blobs.get(note.data.key) : undefined;
    // Sent or taken away since: the server has proved it, or nobody asks for it.
    if (stored === undefined || stored.state === 'server') continue;
    const blob = await findBody(ctx.db, stored.key);
    const isTrue = blob !== undefined && (await canBeRead(blob)) && (await isKeys(stored.key, blob));
    if (!isTrue) await fromFile(ctx, { ...stored, blob: undefined }, stored.mime);
  }
}

async function isKeys(key: string, blob: Blob): Promise<boolean> {
  const promised = promisedSha256(key);
  return promised === undefined || (await sha256OfBlob(blob)) === promised;
}

/** Whether the engine still finds a blob's bytes: it keeps them in files of their own, which may be gone. */
export async function canBeRead(blob: Blob): Promise<boolean> {
  try {
    return (await blob.slice(-1).arrayBuffer()).byteLength === Math.min(1, blob.size);
  } catch {
    return false;
  }
}

async function replayPhoto(ctx: Context, body: unknown): Promise<void> {
  const data = photoDataField.safeParse(body);
  if (!data.success) return;
  const known = await ctx.db.photos.where('sha256').equals(data.data.sha256).count();
  if (known > 0) return;
  await ctx.db.photos.put({
    key: `${DRAFT_STREAM}#${data.data.sha256}`,
    stream: DRAFT_STREAM,
    sha256: data.data.sha256,
    data: data.data,
  });
}
