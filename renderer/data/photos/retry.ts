import type { Context } from '../context.ts';
import { withDeadline } from '../store/deadline.ts';
import type { BlobRow } from '../tables.ts';

/** Lets refused photos and documents wait again, all or the one with this key, and answers how many there were. */
export async function retryBlobs(ctx: Context, key?: string): Promise<number> {
  const again: Partial<BlobRow> = { state: 'waiting', reason: undefined, rule: undefined, refusedAt: undefined };
  const refused = ctx.db.blobs.where('state').equals('refused');
  const chosen = key === undefined ? refused : refused.and((row) => row.key === key);
  const count = await withDeadline('blobs.retry', chosen.modify(again));
  ctx.lane.hurry();
  return count;
}
