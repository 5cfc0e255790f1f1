import type { BundleState } from '#shared/exchange/bundleFormat.ts';

import type { Context } from '../context.ts';

/**
 * The states of un-synced items that do not simply wait, by event id or blob key: what an export must carry. What was
 * withdrawn says so in the journal itself.
 */
export async function unsettledStates(ctx: Context): Promise<Record<string, BundleState>> {
  const states: Record<string, BundleState> = {};
  for (const { id, rule, reason, refusedAt } of await ctx.db.outbox.where('state').equals('refused').toArray())
    states[id] = refused(rule, reason, refusedAt);
  for (const { key, rule, reason, since } of await ctx.db.blobs.where('state').equals('refused').toArray())
    states[key] = refused(rule, reason, since);
  return states;
}

function refused(rule: string | undefined, reason: string | undefined, at: string | undefined): BundleState {
  return {
    is: 'refused',
    ...(rule === undefined ? {} : { rule }),
    ...(reason === undefined ? {} : { reason: reason.slice(0, 1000) }),
    ...(at === undefined ? {} : { at }),
  };
}
