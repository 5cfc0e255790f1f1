import type { BundleState } from '#shared/exchange/bundleFormat.ts';

import type { Context } from '../context.ts';

/** The states of un-synced items that do not simply wait, by event id or blob key: what an export must carry. */
export async function unsettledStates(ctx: Context): Promise<Record<string, BundleState>> {
  const states: Record<string, BundleState> = {};
  const refused = await ctx.db.outbox.where('state').equals('refused').toArray();
  for (const { id, reason, refusedAt } of refused) states[id] = stateOf('refused', reason, refusedAt);
  for (const { key, reason } of await ctx.db.blobs.where('state').equals('refused').toArray())
    states[key] = stateOf('refused', reason, undefined);
  for (const { id, reason, at } of await ctx.db.withheld.toArray()) states[id] = stateOf('withdrawn', reason, at);
  return states;
}

function stateOf(is: BundleState['is'], reason: string | undefined, at: string | undefined): BundleState {
  return {
    is,
    ...(reason === undefined ? {} : { reason: reason.slice(0, 1000) }),
    ...(at === undefined ? {} : { at }),
  };
}
