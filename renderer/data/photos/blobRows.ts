import type { Context } from '../context.ts';
import { withDeadline } from '../store/deadline.ts';
import type { BlobRow, XunzhiDatabase } from '../tables.ts';

import { loadBlob, storeBlob } from './fileBlob.ts';
import { attachmentDigest, promisedSha256, sha256OfBlob } from './hashing.ts';

/** The bytes of a key as the store has them; nothing is read into memory by asking. */
export async function findBody(db: XunzhiDatabase, key: string): Promise<Blob | undefined> {
  return (await db.bodies.get(key))?.blob ?? (await db.blobs.get(key))?.blob;
}

/** Puts a row and its bytes, both or neither. */
export async function putBlobRow(db: XunzhiDatabase, row: BlobRow, blob: Blob): Promise<void> {
  const work = db.transaction('rw', db.blobs, db.bodies, async () => {
    await db.bodies.put({ key: row.key, blob });
    await db.blobs.put(row);
  });
  await withDeadline('blob.write', work);
}

/** Keeps bytes in the store and, until the server has them, as a file beside the journal; answers the row as kept. */
export async function keepBlob(ctx: Context, row: BlobRow, blob: Blob): Promise<BlobRow> {
  const { digest } = await storeBlob(ctx.port, row.key, blob);
  const kept: BlobRow = { ...row, digest };
  await putBlobRow(ctx.db, kept, blob);
  return kept;
}

/** Bytes that are about to be sent, with CouchDB's name for them. */
export type Sendable = { readonly blob: Blob; readonly digest: string };

/**
 * The bytes of a waiting row, read once more against what was taken in: wrong ones under a key could never be changed
 * on the server. What the store lost or a disk changed comes back from the file beside the journal; undefined when that
 * is gone, too.
 */
export async function findSendable(ctx: Context, row: BlobRow): Promise<Sendable | undefined> {
  const blob = await findBody(ctx.db, row.key);
  const digest = blob === undefined ? undefined : await digestIfTrue(row, blob).catch(() => undefined);
  if (blob !== undefined && digest !== undefined) return { blob, digest };
  const saved = await loadBlob(ctx.port, row.key, undefined, row.mime).catch(() => undefined);
  const itsDigest = saved === undefined ? undefined : await digestIfTrue(row, saved);
  if (saved === undefined || itsDigest === undefined) return undefined;
  const current = (await ctx.db.blobs.get(row.key)) ?? row;
  await putBlobRow(ctx.db, { ...current, blob: undefined, digest: itsDigest }, saved);
  await ctx.report({ code: 'store_rebuilt', subject: row.key });
  return { blob: saved, digest: itsDigest };
}

/** Undefined when these are not the row's bytes. A thumbnail's key says nothing of its bytes: there the digest does. */
async function digestIfTrue(row: BlobRow, blob: Blob): Promise<string | undefined> {
  if (blob.size !== row.bytes) return undefined;
  const promised = promisedSha256(row.key);
  if (promised !== undefined && (await sha256OfBlob(blob)) !== promised) return undefined;
  if (promised !== undefined && row.digest !== undefined) return row.digest;
  const digest = await attachmentDigest(blob);
  return row.digest === undefined || row.digest === digest ? digest : undefined;
}
