import { z } from 'zod';

import type { JournalEntry } from '#shared/bridge/port.ts';
import { photoDataField } from '#shared/events/evidenceEvents.ts';

import type { Context } from '../context.ts';
import type { BlobRow } from '../tables.ts';

import { putBlobRow } from './blobRows.ts';
import { loadBlob } from './fileBlob.ts';

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

/** The server verifiably has a blob: its notes go first and its file last, so that no note is left without a file. */
export async function forgetBlob(ctx: Context, key: string): Promise<void> {
  const note = { kind: 'note', key: `blob:${key}` } as const;
  const entries = key.startsWith('photo:') ? [note, { kind: 'note' as const, key }] : [note];
  await ctx.port.call('journal.drop', { entries });
  await ctx.port.call('blob.drop', { key });
}

/** The stream under which an imported photo's metadata waits until a form names it. */
export const DRAFT_STREAM = 'draft';

/** Puts blobs and imported photos back that the journal and its files have and the store lacks. */
export async function replayBlobs(ctx: Context, entries: readonly JournalEntry[]): Promise<void> {
  for (const { kind, key, body } of entries) {
    if (kind !== 'note') continue;
    if (key.startsWith('blob:')) await replayBlob(ctx, body);
    else if (key.startsWith('photo:')) await replayPhoto(ctx, body);
  }
  await dropDelivered(ctx, new Set(entries.flatMap(({ kind, key }) => (kind === 'note' ? [key] : []))));
}

/** Files that a crash left behind between the end of their note and their own; any other file without a note stays. */
async function dropDelivered(ctx: Context, notes: ReadonlySet<string>): Promise<void> {
  const { blobs } = await ctx.port.call('blob.list', {});
  for (const { key } of blobs) {
    if (notes.has(`blob:${key}`) || (await ctx.db.blobs.get(key))?.state !== 'server') continue;
    await ctx.port.call('blob.drop', { key });
  }
}

async function replayBlob(ctx: Context, body: unknown): Promise<void> {
  const note = noteBody.safeParse(body);
  if (!note.success) return;
  const { key, mime } = note.data;
  const stored = await ctx.db.blobs.get(key);
  if (stored?.state === 'server') await forgetBlob(ctx, key);
  if (stored !== undefined) return;
  try {
    await putBlobRow(ctx.db, note.data, await loadBlob(ctx.port, key, undefined, mime));
  } catch (error) {
    await ctx.report({ code: 'store_rebuilt', subject: key, detail: String(error) });
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
