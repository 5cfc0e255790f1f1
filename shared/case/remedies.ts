import { countClock, remedyEndOn } from '../deadlines/count.ts';
import { DEADLINES } from '../deadlines/deadlines.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import { countsFrom, lastAct } from './acts.ts';
import type { CaseState, TimelineEntry } from './state.ts';

/** Service of a decision that a party may have reviewed. */
export const SERVED_DECISION = ['document.served:D21', 'document.served:D22', 'document.served:D24'] as const;

/** When the time for remedies is over, and the service it was counted from. */
export type RemedyEnd = { readonly on: ChinaDate; readonly served: TimelineEntry };

/**
 * Last day of all remedies against the decision that was served last: 60 days for a reconsideration, six months for a suit
 * (行政复议法 §20, 行政诉讼法 §46), and fifteen days for a suit after each reconsideration that came to a decision
 * (行政诉讼法 §45); the latest of them. Undefined before service. What is still pending is not looked at.
 */
export function remedyEnd(state: CaseState | undefined, calendar?: WorkCalendar): RemedyEnd | undefined {
  const served = lastAct(state, SERVED_DECISION);
  if (served === undefined) return undefined;
  const suits = reviewedOn(state).map((startOn) => suitEndOn(startOn, calendar));
  const on = [remedyEndOn(countsFrom(served, calendar), calendar), ...suits].reduce((last, one) =>
    one > last ? one : last,
  );
  return { on, served };
}

/**
 * Days on which a reconsideration came to a decision, in order of filing; one that was withdrawn did not, and leaves the
 * six months as they were.
 */
export function reviewedOn(state: CaseState | undefined): readonly ChinaDate[] {
  return (state?.file?.remedies ?? []).flatMap(({ remedy, endedOn, result }) =>
    remedy === 'reconsideration' && endedOn !== undefined && result !== 'withdrawn' ? [endedOn] : [],
  );
}

/** True while a reconsideration or a lawsuit has not ended. */
export function isRemedyPending(state: CaseState | undefined): boolean {
  return (state?.file?.remedies ?? []).some(({ endedOn }) => endedOn === undefined);
}

function suitEndOn(startOn: ChinaDate, calendar: WorkCalendar | undefined): ChinaDate {
  return countClock({ deadline: DEADLINES.sueAfterReview, startOn }, calendar).dueOn ?? startOn;
}
