import type { ChinaDate } from '../kernel/chinaTime.ts';

import { programmeOf, type Indicator, type Programme } from './programme.ts';

/** The indicator with that id in the plan that holds in the year. */
export function findIndicator(programmes: readonly Programme[], year: number, id: string): Indicator | undefined {
  return programmeOf(programmes, year)?.indicators.find((one) => one.id === id);
}

/** Why no value can be entered for a month. */
export type MonthProblem = 'month_ahead' | 'month_of_other_year';

/** A month that has not begun has no value; one of another year belongs to another plan. */
export function monthProblem(month: string, year: number, today: ChinaDate): MonthProblem | undefined {
  if (!month.startsWith(`${String(year)}-`)) return 'month_of_other_year';
  return month > today.slice(0, 7) ? 'month_ahead' : undefined;
}

/** Why a value cannot be right for its indicator. */
export type ValueProblem = 'percent_too_large' | 'neither_yes_nor_no';

/** A share is at most the whole; yes or no is 1 or 0. Values in the smallest unit. */
export function valueProblem({ unit, decimals, direction }: Indicator, value: number): ValueProblem | undefined {
  if (direction === 'bool') return value > 1 ? 'neither_yes_nor_no' : undefined;
  return unit === '%' && value > 100 * 10 ** decimals ? 'percent_too_large' : undefined;
}
