import type { Context } from '../context.ts';
import { forgetBlob } from '../photos/blobNotes.ts';
import { putBlob } from '../photos/remoteBlob.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import type { BlobRow } from '../tables.ts';

/**
 * Sends waiting photos and documents, thumbnails before originals, smallest first, one at a time. What the server refuses
 * is kept with its reason; the file beside the journal goes only when the server verifiably has the bytes.
 */
export async function pushBlobs(ctx: Context, remote: Remote, authorization: string, user: string): Promise<number> {
  const waiting = (await ctx.db.blobs.where('state').equals('waiting').toArray())
    .filter((row) => row.by === user || ctx.session.isCarrier)
    .sort(byLane);
  let delivered = 0;
  for (const row of waiting) {
    const answer = await putBlob(
      (url, init) => remote.guarded(url, init, 120_000),
      { databaseUrl: `${remote.url}/${row.db}`, authorization },
      { key: row.key, blob: row.blob, by: row.by, device: row.device ?? ctx.runtime.device },
    );
    if (answer.ok) {
      await ctx.db.blobs.update(row.key, { state: 'server' });
      await forgetBlob(ctx, row.key);
      delivered += 1;
    } else if (answer.error.code === 'unauthorized') throw new RemoteProblem('wrong_password', answer.error.status);
    else if (!answer.error.retry) await ctx.db.blobs.update(row.key, { state: 'refused', reason: answer.error.reason });
  }
  return delivered;
}

function byLane(a: BlobRow, b: BlobRow): number {
  return lane(a) - lane(b) || a.bytes - b.bytes;
}

function lane(row: BlobRow): number {
  if (row.key.startsWith('thumb:')) return 0;
  return row.key.startsWith('doc:') ? 1 : 2;
}
