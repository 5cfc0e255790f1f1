import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { Indicator } from './programme.ts';
import type { Standing } from './standing.ts';

/**
 * How an indicator gets on, the most urgent first. `missed`: its day is over and it is not met; `behind`: at this pace it will not
 * be; `on_track`: at this pace it will, or nothing speaks against it yet; `no_data` is neither; `no_target` is only counted.
 */
export const PROGRESS = ['missed', 'behind', 'on_track', 'met', 'no_data', 'no_target'] as const;
/** See `PROGRESS`. */
export type Progress = (typeof PROGRESS)[number];

/** Where an indicator gets to, as of that day. A share above or below its limit has no pace: it is behind while it is not met. */
export function progressOf(
  indicator: Indicator,
  { actual, isMet, forecast, percentTenths, unmeasured }: Standing,
  year: number,
  today: ChinaDate,
): Progress {
  if (actual === undefined) return 'no_data';
  if (isMet === undefined) return 'no_target';
  if (isMet) return 'met';
  // A plan that is carried on names a day of its own year.
  const isDue = indicator.dueOn?.startsWith(`${String(year)}-`) === true;
  if (today > ((isDue ? indicator.dueOn : undefined) ?? `${String(year)}-12-31`)) return 'missed';
  if (indicator.direction === 'bool') return 'on_track';
  if (indicator.direction === '->0') {
    const isPaced = unmeasured === 0 && (percentTenths ?? 0) >= goneTenths(year, today);
    return isPaced ? 'on_track' : 'behind';
  }
  return forecast !== undefined && forecast >= (indicator.target ?? 0) ? 'on_track' : 'behind';
}

/** How much of the year is gone at the end of that day, in tenths of a percent, cut off. */
function goneTenths(year: number, today: ChinaDate): number {
  const day = (date: ChinaDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  const first = day(`${String(year)}-01-01`);
  return Math.floor(((day(today) - first + 1) * 1000) / (day(`${String(year + 1)}-01-01`) - first));
}
