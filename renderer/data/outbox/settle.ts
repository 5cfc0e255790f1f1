import type { Context } from '../context.ts';

/**
 * Forgets own events that the server verifiably has: the PouchDB outbox first, the journal last, so that a crash in
 * between only asks the server again.
 */
export async function settle(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.outbox.bulkDelete([...ids]);
  await ctx.outbox.remove(ids);
  await ctx.port.call('journal.drop', { entries: ids.map((key) => ({ kind: 'event', key })) });
}
