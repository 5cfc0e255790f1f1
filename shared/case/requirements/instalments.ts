import { isDate } from '../../kernel/days.ts';
import { plannedFen } from '../instalments.ts';
import { unpaidFen } from '../payment.ts';

import type { Attempt, Requirements } from './attempt.ts';

const ARTICLE = '行政处罚法 §66';

/** What it takes to let a fine be paid by instalments: a list that can be reckoned by. Without one they all hold. */
export const INSTALMENT_REQUIREMENTS = {
  instalments_several: {
    code: 'instalments_few',
    article: ARTICLE,
    holds: ({ data }) => data?.instalments === undefined || data.instalments.length > 1,
  },
  instalments_in_order: {
    code: 'instalments_order',
    article: ARTICLE,
    holds: (attempt) => outOfOrder(attempt) === undefined,
    subject: (attempt) => String(outOfOrder(attempt)),
  },
  instalments_make_up: {
    code: 'instalments_sum',
    article: ARTICLE,
    holds: ({ state, data }) =>
      state === undefined || data?.instalments === undefined || plannedFen(data.instalments) === unpaidFen(state),
    subject: ({ state, data }) =>
      `${String(plannedFen(data?.instalments ?? []))}|${String(state === undefined ? 0 : unpaidFen(state))}`,
  },
  // Days of a plan are named: more days would have nothing to be counted from.
  instalments_or_days: {
    code: 'instalments_and_days',
    article: ARTICLE,
    holds: ({ state, data }) => {
      if ((data?.days ?? 0) === 0) return true;
      return data?.instalments === undefined && state?.file?.instalments === undefined;
    },
  },
} as const satisfies Requirements;

/** The number of the first one whose day is none, or not after the one before it; the first is after the day of the act. */
function outOfOrder({ data, on = '' }: Attempt): number | undefined {
  const days = (data?.instalments ?? []).map(({ dueOn }) => dueOn);
  const index = days.findIndex((dueOn, at) => !isDate(dueOn) || dueOn <= (days[at - 1] ?? on));
  return index === -1 ? undefined : index + 1;
}
