import type { Context } from '../context.ts';

/** Which lane says what it carries; see `MetaValues`. */
export type SendingLane = 'sending' | 'sendingBlobs';

/** Shows what a request is carrying: one row for the whole batch, not a write per event. */
export async function showSending(ctx: Context, lane: SendingLane, names: readonly string[]): Promise<void> {
  await ctx.db.meta.put({ key: lane, value: names });
}

/** Nothing is under way any more; also said at start, because the request of a dead worker went with it. */
export async function showSent(ctx: Pick<Context, 'db'>, lane: SendingLane): Promise<void> {
  await ctx.db.meta.delete(lane);
}
