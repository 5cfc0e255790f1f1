import type { SelfCheckData } from '../events/siteEvents.ts';
import type { Checklist } from '../inspection/checklist.ts';
import { bandOf } from '../inspection/score.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import { addCalendarDays } from '../kernel/days.ts';

import { isPassed } from './selfCheck.ts';

/** When a thing stands on the list of the good or of the bad (红黑榜), by its inspections. A proposal; the bureau sets it. */
export type StandingRule = {
  /** Bands of the last inspection that put it on the red list, and on the black one. */
  readonly red: readonly string[];
  readonly black: readonly string[];
  /** So many last inspections in a row in one of these bands put it on the black list as well. */
  readonly failing: readonly string[];
  readonly failures: number;
  /**
   * Own checks of an alliance count: with the last inspection in one of `bands`, and the last `passed` own checks all in order and none
   * of them older than `days`, a thing stands on the red list. Absent: they count for nothing.
   */
  readonly selfChecks?:
    { readonly bands: readonly string[]; readonly passed: number; readonly days: number } | undefined;
};

/** Own checks of a thing in any order, and the day it is asked for. */
export type SelfChecked = {
  readonly checks: readonly Pick<SelfCheckData, 'checkedOn' | 'duties'>[];
  readonly today: ChinaDate;
};

/** Where a thing stands, and whether for its last inspection, for own checks, or for repeated failures. */
export type Standing =
  | { readonly is: 'red'; readonly by: 'last' | 'selfChecks' }
  | { readonly is: 'black'; readonly by: 'last' | 'repeated' };

/** An inspection as far as a list asks. */
export type Inspected = {
  readonly checklist: string;
  readonly checklistVersion: number;
  readonly scoreTenths: number;
  readonly submittedAt: string;
};

/**
 * Where a thing stands by its inspections, in any order. Undefined without inspections, with an average last one, or where the last
 * was by a checklist version that is not here: nobody is put on a list by what cannot be read. No penalty follows from it.
 */
export function standingOf(
  inspections: readonly Inspected[],
  checklists: readonly Checklist[],
  { red, black, failing, failures, selfChecks }: StandingRule,
  own?: SelfChecked,
): Standing | undefined {
  const bands = [...inspections]
    .sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : a.submittedAt > b.submittedAt ? -1 : 0))
    .map((one) => {
      const list = checklists.find(({ id, version }) => id === one.checklist && version === one.checklistVersion);
      return list === undefined ? undefined : bandOf(list, one.scoreTenths)?.id;
    });
  const [last] = bands;
  if (last === undefined) return undefined;
  if (black.includes(last)) return { is: 'black', by: 'last' };
  const recent = bands.slice(0, failures);
  if (recent.length === failures && recent.every((band) => band !== undefined && failing.includes(band)))
    return { is: 'black', by: 'repeated' };
  if (red.includes(last)) return { is: 'red', by: 'last' };
  const raises = selfChecks !== undefined && own !== undefined && selfChecks.bands.includes(last);
  return raises && hasChecked(own, selfChecks) ? { is: 'red', by: 'selfChecks' } : undefined;
}

function hasChecked(
  { checks, today }: SelfChecked,
  { passed, days }: NonNullable<StandingRule['selfChecks']>,
): boolean {
  const last = [...checks].sort((a, b) => (a.checkedOn < b.checkedOn ? 1 : -1)).slice(0, passed);
  const from = addCalendarDays(today, -days);
  return last.length === passed && last.every((check) => isPassed(check) && check.checkedOn >= from);
}
