import type { Context } from '../context.ts';
import { forgetBlob } from '../photos/blobNotes.ts';
import { putBlob } from '../photos/remoteBlob.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import type { BlobRow } from '../tables.ts';

import { showSending, showSent } from './sending.ts';
import { keepRefusedBlob } from './settle.ts';

/**
 * Sends waiting photos and documents, thumbnails before originals, smallest first, one at a time. What the server refuses
 * is kept with its reason; the file beside the journal goes only when the server verifiably has the bytes.
 */
export async function pushBlobs(ctx: Context, remote: Remote, authorization: string, user: string): Promise<number> {
  const waiting = (await ctx.db.blobs.where('state').equals('waiting').toArray())
    .filter((row) => row.by === user || ctx.session.isCarrier)
    .sort(byLane);
  let delivered = 0;
  try {
    for (const row of waiting) delivered += await pushBlob(ctx, remote, authorization, row);
  } finally {
    await showSent(ctx, 'sendingBlobs');
  }
  return delivered;
}

async function pushBlob(ctx: Context, remote: Remote, authorization: string, row: BlobRow): Promise<number> {
  await showSending(ctx, 'sendingBlobs', [row.key]);
  const answer = await putBlob(
    (url, init) => remote.guarded(url, init, 120_000),
    { databaseUrl: `${remote.url}/${row.db}`, authorization },
    { key: row.key, blob: row.blob, by: row.by, device: row.device ?? ctx.runtime.device },
  );
  if (answer.ok) {
    await ctx.db.blobs.update(row.key, { state: 'server' });
    await forgetBlob(ctx, row.key);
    return 1;
  }
  if (answer.error.code === 'unauthorized') throw new RemoteProblem('wrong_password', answer.error.status);
  if (!answer.error.retry) await keepRefusedBlob(ctx, row.key, answer.error);
  return 0;
}

function byLane(a: BlobRow, b: BlobRow): number {
  return lane(a) - lane(b) || a.bytes - b.bytes;
}

function lane(row: BlobRow): number {
  if (row.key.startsWith('thumb:')) return 0;
  return row.key.startsWith('doc:') ? 1 : 2;
}
