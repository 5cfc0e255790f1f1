import type { entryProblems } from '#renderer/app/language/zh/plan.ts';
import { readAmount } from '#shared/programme/amount.ts';
import { valueProblem } from '#shared/programme/entry.ts';
import type { Indicator } from '#shared/programme/programme.ts';

/** Months of the year that have begun, the current one last. */
export function monthsUntil(year: number, today: string): readonly string[] {
  const all = Array.from({ length: 12 }, (_, index) => `${String(year)}-${String(index + 1).padStart(2, '0')}`);
  return all.filter((month) => month <= today.slice(0, 7));
}

/** Why what was typed is no value of the indicator; undefined when it is one. */
export function problemIn(indicator: Indicator, text: string): keyof typeof entryProblems | undefined {
  if (indicator.direction === 'bool') return text === '' ? 'choose' : undefined;
  const read = readAmount(text, indicator.decimals);
  return read.ok ? valueProblem(indicator, read.value) : read.problem;
}

/** What was typed as an integer in the smallest unit; undefined when it is no value of the indicator. */
export function valueIn(indicator: Indicator, text: string): number | undefined {
  const read = readAmount(text, indicator.direction === 'bool' ? 0 : indicator.decimals);
  return read.ok && problemIn(indicator, text) === undefined ? read.value : undefined;
}
