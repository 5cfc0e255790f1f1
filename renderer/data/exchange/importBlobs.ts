import type { BundleBlob } from '#shared/exchange/bundleFormat.ts';
import { ruleOfReason } from '#shared/sync/refusal.ts';

import type { Context } from '../context.ts';
import { blobNote } from '../photos/blobNotes.ts';
import { putBlobRow } from '../photos/blobRows.ts';
import { loadBlob } from '../photos/fileBlob.ts';
import { attachmentDigest, promisedSha256 } from '../photos/hashing.ts';
import { withDeadline } from '../store/deadline.ts';
import type { BlobRow } from '../tables.ts';

/** Whether a blob's bytes are wanted. `here`: they are on this device or the server. `bad`: in no database of blobs. */
export async function wantsBlob(ctx: Context, { key, db }: BundleBlob): Promise<'wanted' | 'here' | 'bad'> {
  if (!/^evidence-[a-z][a-z0-9]{1,15}-\d{4}$/.test(db)) return 'bad';
  return (await ctx.db.blobs.get(key)) === undefined ? 'wanted' : 'here';
}

/** A blob that is here only as part of a form in the making begins to wait for the server as its author's. */
export async function adoptDraft(ctx: Context, blob: BundleBlob): Promise<boolean> {
  const row = await ctx.db.blobs.get(blob.key);
  if (row?.state !== 'draft') return false;
  const begun = { ...row, ...rowOf(blob) };
  await keepNote(ctx, begun);
  await withDeadline('blob.write', ctx.db.blobs.put(begun));
  return true;
}

/**
 * Makes a blob whose file main has written wait for the server: note in the journal first, then the row. False when its
 * bytes are not the key's; the file is dropped then.
 */
export async function keepImported(ctx: Context, blob: BundleBlob, sha256: string): Promise<boolean> {
  if ((promisedSha256(blob.key) ?? sha256) !== sha256) {
    await ctx.port.call('blob.drop', { key: blob.key });
    return false;
  }
  const body = await loadBlob(ctx.port, blob.key, sha256, blob.mime);
  // By the digest it is told on the server again, when its author brings it there from another device.
  const row = { ...rowOf(blob), digest: await attachmentDigest(body) };
  await keepNote(ctx, row);
  await putBlobRow(ctx.db, row, body);
  return true;
}

/** A refused one waits again after IndexedDB was lost: then the server is asked once more. */
async function keepNote(ctx: Context, row: BlobRow): Promise<void> {
  const note = blobNote(row.state === 'refused' ? { ...row, state: 'waiting' } : row);
  await ctx.port.call('journal.append', { entries: [note] });
}

function rowOf({ key, db, mime, bytes, by, device, stream, state }: BundleBlob): BlobRow {
  const row = { key, db, mime, bytes, by, device, ...(stream === undefined ? {} : { stream }) };
  const { is, rule, reason = '', at } = state;
  if (is === 'waiting') return { ...row, state: is };
  if (is === 'withdrawn') return { ...row, state: is, reason, since: at };
  return { ...row, state: is, rule: rule ?? ruleOfReason(reason), reason, since: at };
}
