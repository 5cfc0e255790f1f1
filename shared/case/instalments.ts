import type { Instalment } from '../events/filingEvents.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import { calendarKnown, rollToWorkingDay } from '../kernel/days.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import type { CaseState } from './state.ts';

/** 一期 of a plan as it stands: which of how many, what of it is not paid, its day as approved and as it counts. */
export type InstalmentDue = {
  readonly no: number;
  readonly of: number;
  readonly amountFen: number;
  /** Fen of it that are not paid; 0 once it is. */
  readonly owedFen: number;
  readonly rawOn: ChinaDate;
  /** Rolled to a working day, like the last day of every period to pay (民事诉讼法 §85). */
  readonly dueOn: ChinaDate;
  /** Its year has no published holidays yet. */
  readonly provisional: boolean;
};

/** What a plan makes up. */
export function plannedFen(plan: readonly Instalment[]): number {
  return plan.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/**
 * Every instalment of the plan in force, in the order of its days; empty without a plan (行政处罚法 §66). What was paid since
 * pays the oldest first; what was paid before is no part of the plan, which makes up what was owed when it was approved.
 */
export function instalmentsOf({ file }: CaseState, calendar?: WorkCalendar): readonly InstalmentDue[] {
  const plan = file?.instalments ?? [];
  const before = Math.max(0, (file?.decided?.fineFen ?? 0) - plannedFen(plan));
  let left = Math.max(0, (file?.paidFen ?? 0) - before);
  return plan.map(({ amountFen, dueOn: rawOn }, index) => {
    const paid = Math.min(left, amountFen);
    left -= paid;
    const dueOn = rollToWorkingDay(rawOn, calendar);
    const provisional = !calendarKnown(Number(dueOn.slice(0, 4)), calendar);
    return { no: index + 1, of: plan.length, amountFen, owedFen: amountFen - paid, rawOn, dueOn, provisional };
  });
}
