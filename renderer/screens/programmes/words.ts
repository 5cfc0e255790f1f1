import { planText as words } from '#renderer/app/language/zh/plan.ts';
import type { Tone } from '#renderer/app/language/zh/tone.ts';
import type { IndicatorStanding } from '#renderer/queries/programmes.ts';
import { showAmount } from '#shared/programme/amount.ts';
import type { Indicator, Programme } from '#shared/programme/programme.ts';
import type { Progress } from '#shared/programme/progress.ts';

/** A value of an indicator with its unit; yes or no in words; no value is no data. */
export function valueWords({ direction, unit, decimals }: Indicator, value: number | undefined): string {
  if (value === undefined) return words.noData;
  if (direction === 'bool') return value >= 1 ? words.yes : words.no;
  return `${showAmount(value, decimals)}${unit === '' ? '' : ` ${unit}`}`;
}

/** The target in words. */
export function targetWords(indicator: Indicator): string {
  const { direction, target } = indicator;
  if (target === undefined || direction === 'none') return words.noTarget;
  const sign = words.directions[direction];
  return direction === 'bool' || direction === '->0' ? sign : `${sign} ${valueWords(indicator, target)}`;
}

/** Tenths of a percent in words. */
export function percentWords(tenths: number): string {
  return `${showAmount(tenths, 1)}%`;
}

const TONES: Readonly<Record<Progress, Tone>> = {
  ...{ missed: 'bad', behind: 'bad', on_track: 'info', no_data: 'neutral', met: 'good', no_target: 'neutral' },
};

/** How an indicator gets on, in words and tone. */
export function stateOf({ progress }: IndicatorStanding): { readonly text: string; readonly tone: Tone } {
  return { text: words.progress[progress], tone: TONES[progress] };
}

/** The rows of the plan that name an indicator. */
export function rowsOf({ rows }: Programme, indicator: string): string {
  const named = rows.filter(({ serves }) => serves.some(({ by, ref }) => by === 'indicator' && ref === indicator));
  return named.map(({ id }) => id).join(' ');
}

/** What keeps the targets from being taken at their word in that year. */
export function cautionWords(plan: Programme, year: number): readonly string[] {
  return [
    ...(plan.year === year ? [] : [words.carried(plan.year, year)]),
    ...(plan.verification === 'verified' ? [] : [words.unverified[plan.verification]]),
  ];
}
