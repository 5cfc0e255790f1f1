import { planText as words } from '#renderer/app/language/zh/plan.ts';
import type { Tone } from '#renderer/app/language/zh/tone.ts';
import { showAmount } from '#shared/programme/amount.ts';
import type { Indicator } from '#shared/programme/programme.ts';
import type { Standing } from '#shared/programme/standing.ts';

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

/** Whether it is met, in words and tone. What has no data is neither met nor missed. */
export function stateOf(
  indicator: Indicator,
  { actual, isMet }: Standing,
): { readonly text: string; readonly tone: Tone } {
  if (actual === undefined) return { text: words.states.noData, tone: 'neutral' };
  if (isMet === undefined) return { text: words.states.noTarget, tone: 'info' };
  if (isMet) return { text: words.states.met, tone: 'good' };
  return { text: words.states.open, tone: indicator.direction === '<=' ? 'bad' : 'warn' };
}
