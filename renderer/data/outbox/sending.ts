import type { Context } from '../context.ts';

/** Shows which records a request is carrying: one row for the whole batch, not a write per event. */
export async function showSending(ctx: Context, names: readonly string[]): Promise<void> {
  await ctx.db.meta.put({ key: 'sending', value: names });
}

/** Nothing is under way any more; also said at start, because the request of a dead worker went with it. */
export async function showSent(ctx: Pick<Context, 'db'>): Promise<void> {
  await ctx.db.meta.delete('sending');
}
