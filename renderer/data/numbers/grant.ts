import { seriesKey } from '#shared/documents/number.ts';
import { nextNumber, remaining } from '#shared/documents/numbering.ts';
import type { Series } from '#shared/events/documentEvents.ts';
import type { Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';

import { readSeries, type SeriesState } from './series.ts';

/** The next free number of this device's blocks, skipping every number anyone has been seen to use. */
export async function takeNumber(
  ctx: Context,
  series: Series,
): Promise<Result<{ readonly n: number; readonly lease: string }, 'no_number'>> {
  const { own, seen, floor } = await readSeries(ctx.db, seriesKey(series), ctx.runtime.device);
  return nextNumber(own, seen, floor);
}

/** How many numbers this device can still issue in a series without network. */
export async function numbersLeft(ctx: Context, series: Series): Promise<number> {
  return leftIn(await readSeries(ctx.db, seriesKey(series), ctx.runtime.device));
}

/** How many numbers are left in a series as it was read. */
export function leftIn(state: SeriesState | undefined): number {
  return state === undefined ? 0 : remaining(state.own, state.seen, state.floor);
}
