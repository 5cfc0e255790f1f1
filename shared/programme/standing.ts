import { assert } from '../kernel/assert.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { Contribution } from './contributions.ts';
import { countingEntries, type IndicatorEntry } from './entries.ts';
import type { Indicator } from './programme.ts';

/** Where an indicator stands: numbers in its smallest unit; `undefined` is no data, which is not zero. */
export type Standing = {
  readonly actual: number | undefined;
  /** Of the target, or of what is to be cleared, in tenths of a percent, cut off; absent without either. */
  readonly percentTenths?: number | undefined;
  readonly isMet: boolean | undefined;
  /** What is left to be cleared and has no number: while there is any, nothing is cleared. */
  readonly unmeasured: number;
  /** Months of the year with the value of each: what came in it, or what it said; months without data are undefined. */
  readonly months: readonly (number | undefined)[];
  /** Where it comes to at the end of the year by the days gone; absent where that says nothing. */
  readonly forecast?: number | undefined;
  readonly byOrg: readonly { readonly org: string; readonly value: number }[];
  readonly byPart: readonly { readonly part: string; readonly value: number }[];
  readonly made: readonly Contribution[];
};

/** What an indicator is made of. `listed`: of a clearing, all that was to be cleared. */
export type Sources = {
  readonly made: readonly Contribution[];
  readonly listed?: number | undefined;
  readonly unmeasured?: number | undefined;
};

/** The entries of an indicator that count in a year as what it is made of. */
export function entrySources(entries: readonly IndicatorEntry[], { id }: Indicator, year: number): Sources {
  const own = entries.filter((entry) => entry.indicator === id && entry.year === year);
  return {
    made: countingEntries(own).map((entry) => ({
      is: 'entry',
      ...{ id: entry.event, title: entry.month, org: entry.org, on: `${entry.month}-01`, value: entry.value },
      ...{ parts: [], entry },
    })),
  };
}

/** Folds what an indicator is made of into where it stands; independent of the order of `made`. `today` as of when. */
export function standingOf(
  indicator: Indicator,
  year: number,
  { made, listed, unmeasured = 0 }: Sources,
  today: ChinaDate,
): Standing {
  const all = [...made].sort((a, b) => (`${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : 1));
  const isLatest = indicator.aggregation === 'latest';
  const counted = isLatest ? lastOf(all) : all;
  const isEmpty = indicator.aggregation === 'remaining' ? listed === undefined || listed === 0 : all.length === 0;
  const actual = isEmpty ? undefined : sumOf(counted);
  const months = indicator.aggregation === 'remaining' ? [] : monthsOf(all, year, isLatest);
  return {
    actual,
    percentTenths: unmeasured === 0 ? percentOf(indicator, actual, listed) : undefined,
    isMet: isMet(indicator, actual, unmeasured),
    unmeasured,
    months,
    forecast: isLatest || indicator.aggregation === 'remaining' ? undefined : forecastOf(actual, year, today),
    byOrg: grouped(counted, ({ org }) => [org]).map(([org, value]) => ({ org, value })),
    byPart: grouped(counted, ({ parts }) => parts).map(([part, value]) => ({ part, value })),
    made: all,
  };
}

/** Of a level that is told month by month the last month counts, and of several who told it the last entry. */
function lastOf(all: readonly Contribution[]): readonly Contribution[] {
  const month = all.at(-1)?.on;
  const told = all.filter(({ on }) => on === month);
  const stamp = ({ entry, id }: Contribution): string => `${entry?.at ?? ''} ${id}`;
  return told.sort((a, b) => (stamp(a) < stamp(b) ? -1 : 1)).slice(-1);
}

function monthsOf(all: readonly Contribution[], year: number, isLatest: boolean): (number | undefined)[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${String(year)}-${String(index + 1).padStart(2, '0')}`;
    const own = all.filter(({ on }) => on.startsWith(month));
    return own.length === 0 ? undefined : sumOf(isLatest ? lastOf(own) : own);
  });
}

function percentOf(
  { direction, target }: Indicator,
  actual: number | undefined,
  listed: number | undefined,
): number | undefined {
  if (actual === undefined) return undefined;
  if (direction === '->0') return listed === undefined || listed === 0 ? undefined : tenthsOf(listed - actual, listed);
  return direction !== '>=' || target === undefined || target === 0 ? undefined : tenthsOf(actual, target);
}

function isMet({ direction, target }: Indicator, actual: number | undefined, unmeasured: number): boolean | undefined {
  if (actual === undefined || target === undefined || direction === 'none') return undefined;
  if (direction === '<=') return actual <= target;
  return direction === '->0' ? actual === 0 && unmeasured === 0 : actual >= target;
}

/** Straight on: what came so far, by the days of the year that are gone. */
function forecastOf(actual: number | undefined, year: number, today: ChinaDate): number | undefined {
  const thisYear = Number(today.slice(0, 4));
  if (actual === undefined || thisYear !== year) return undefined;
  const gone = daysBetween(`${String(year)}-01-01`, today) + 1;
  return Math.floor((actual * (daysBetween(`${String(year)}-01-01`, `${String(year)}-12-31`) + 1)) / gone);
}

function daysBetween(from: ChinaDate, to: ChinaDate): number {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
  assert(Number.isInteger(days), `no days: ${from} ${to}`);
  return days;
}

function tenthsOf(part: number, whole: number): number {
  return Math.floor((part * 1000) / whole);
}

function sumOf(all: readonly Contribution[]): number {
  return all.reduce((sum, { value }) => sum + value, 0);
}

function grouped(all: readonly Contribution[], keysOf: (one: Contribution) => readonly string[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const one of all) for (const key of keysOf(one)) sums.set(key, (sums.get(key) ?? 0) + one.value);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}
