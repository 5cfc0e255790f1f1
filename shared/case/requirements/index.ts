import { isAct, wasDone } from '../acts.ts';
import { clockOf } from '../clocks.ts';
import type { Need, RequirementName } from '../procedures/need.ts';

import type { Attempt, Requirement } from './attempt.ts';
import { CORRECTION_REQUIREMENTS } from './correction.ts';
import { ENFORCEMENT_REQUIREMENTS } from './enforcement.ts';
import { FILING_REQUIREMENTS } from './filing.ts';
import { INSTALMENT_REQUIREMENTS } from './instalments.ts';
import { PAPER_REQUIREMENTS } from './papers.ts';
import { PENALTY_REQUIREMENTS } from './penalty.ts';
import { SERVICE_REQUIREMENTS } from './service.ts';

/** Every requirement of the procedures, stated once. */
const REQUIREMENTS: Readonly<Record<RequirementName, Requirement>> = {
  ...CORRECTION_REQUIREMENTS,
  ...SERVICE_REQUIREMENTS,
  ...FILING_REQUIREMENTS,
  ...PENALTY_REQUIREMENTS,
  ...ENFORCEMENT_REQUIREMENTS,
  ...INSTALMENT_REQUIREMENTS,
  ...PAPER_REQUIREMENTS,
};

/** What a need says; one with parameters becomes a requirement like those that have a name. */
export function requirementOf(need: Need): Requirement {
  if (typeof need === 'string') return REQUIREMENTS[need];
  if ('acts' in need) {
    const { acts, code = 'needs_act', article } = need;
    return { code, article, holds: ({ state }) => state === undefined || wasDone(state, acts), subject: () => acts[0] };
  }
  if ('over' in need) return periodOver(need);
  if ('within' in need) {
    const dueOn = ({ state, calendar, data }: Attempt): string | undefined =>
      clockOf(state, need.within, calendar, data?.id)?.dueOn;
    const holds = (attempt: Attempt): boolean => {
      const due = dueOn(attempt);
      return attempt.state === undefined || attempt.on === undefined || (due !== undefined && attempt.on <= due);
    };
    return { code: 'period_over', article: need.article, holds, subject: dueOn };
  }
  const { independent, article } = need;
  const found = ({ state, people = [] }: Attempt): string | undefined =>
    people.find((user) => hasHandled(state, user, independent));
  return { code: 'not_independent', article, holds: (attempt) => found(attempt) === undefined, subject: found };
}

function periodOver({ over, unless = [], article }: Extract<Need, { readonly over: unknown }>): Requirement {
  const clock = ({ state, calendar }: Attempt): ReturnType<typeof clockOf> => clockOf(state, over, calendar);
  const holds = (attempt: Attempt): boolean => {
    const running = clock(attempt);
    if (running === undefined || attempt.on === undefined) return true;
    if (wasDone(attempt.state, unless, running.start)) return true;
    return running.dueOn !== undefined && attempt.on > running.dueOn;
  };
  return { code: 'period_running', article, holds, subject: (attempt) => clock(attempt)?.dueOn };
}

function hasHandled(
  state: Attempt['state'],
  user: string,
  acts: Extract<Need, { readonly independent: unknown }>['independent'],
): boolean {
  return (state?.timeline ?? []).some(
    (entry) => entry.verdict.is !== 'void' && entry.people.includes(user) && acts.some((key) => isAct(entry, key)),
  );
}
