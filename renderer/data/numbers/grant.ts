import { seriesKey } from '#shared/documents/number.ts';
import { nextNumber, remaining, type KnownLease } from '#shared/documents/numbering.ts';
import type { Series } from '#shared/events/documentEvents.ts';
import type { Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';

type Known = { readonly own: readonly KnownLease[]; readonly seen: ReadonlySet<number> };

async function known(ctx: Context, series: Series): Promise<Known> {
  const key = seriesKey(series);
  const leases = await ctx.db.leases.where('series').equals(key).toArray();
  const numbers = await ctx.db.numbers.where('series').equals(key).toArray();
  return {
    own: leases.filter((lease) => lease.device === ctx.runtime.device),
    seen: new Set(numbers.map((row) => row.n)),
  };
}

/** The next free number of this device's blocks, skipping every number anyone has been seen to use. */
export async function takeNumber(
  ctx: Context,
  series: Series,
): Promise<Result<{ readonly n: number; readonly lease: string }, 'no_number'>> {
  const { own, seen } = await known(ctx, series);
  return nextNumber(own, seen);
}

/** How many numbers this device can still issue in a series without network. */
export async function numbersLeft(ctx: Context, series: Series): Promise<number> {
  const { own, seen } = await known(ctx, series);
  return remaining(own, seen);
}
