import { countClock } from '../../deadlines/count.ts';
import { DEADLINES } from '../../deadlines/deadlines.ts';
import { chinaDateAt, type ChinaDate } from '../../kernel/chinaTime.ts';
import { addWorkingDays } from '../../kernel/days.ts';
import { wasDone } from '../acts.ts';
import { clockOf } from '../clocks.ts';
import type { Measure } from '../file.ts';
import { isAboutMeasure, measureFor } from '../measurePapers.ts';

import type { Attempt, Requirements } from './attempt.ts';

/** What it takes to issue the documents of measures, hearings and substitute performance. */
export const PAPER_REQUIREMENTS = {
  measure_without_paper: {
    code: 'no_measure_for_paper',
    article: '',
    holds: (attempt) => attempt.state === undefined || measureOf(attempt) !== undefined,
  },
  measure_has_basis: {
    code: 'no_basis_for_measure',
    article: '行政强制法 §10',
    // To seal a building site is the government's to order by statute (城乡规划法 §68), whatever the matter says.
    holds: (attempt) => {
      const { state } = attempt;
      const matter = state?.file?.matter;
      const measure = measureOf(attempt);
      if (matter === undefined || measure === undefined || measure.measure === 'site_seal') return true;
      return matter.measures.includes('seizure');
    },
    subject: ({ state }) => state?.file?.matter?.name,
  },
  measure_approved: { code: 'measure_not_approved', article: '行政强制法 §18', holds: isApproved },
  handled_in_time: {
    code: 'handled_late',
    article: '行政处罚法 §56',
    holds: (attempt) => {
      const measure = measureOf(attempt);
      // After the seven days nothing but giving the things back is left to decide.
      if (measure === undefined || measure.result === 'returned') return true;
      const dueOn = keptUntil(attempt, measure);
      const on = [measure.endedOn, attempt.on].filter((one) => one !== undefined);
      return dueOn === undefined || on.every((one) => one <= dueOn);
    },
    subject: (attempt) => {
      const measure = measureOf(attempt);
      return measure && keptUntil(attempt, measure);
    },
  },
  hearing_still_ahead: {
    code: 'hearing_notice_short',
    article: '行政处罚法 §64',
    holds: ({ state, on, calendar }) => {
      const heldOn = state?.file?.hearing?.heldOn;
      const needed = DEADLINES.hearingNotice.period.count;
      return on === undefined || heldOn === undefined || heldOn >= addWorkingDays(on, needed, calendar);
    },
    subject: ({ state }) => state?.file?.hearing?.heldOn,
  },
  not_performed: {
    code: 'corrected_already',
    article: '行政强制法 §51',
    holds: ({ state }) => state?.recheck?.result !== 'fixed',
  },
  substitute_later: {
    code: 'substitute_too_early',
    article: '行政强制法 §51',
    holds: (attempt) => {
      const startOn = attempt.data?.startAt === undefined ? undefined : chinaDateAt(attempt.data.startAt);
      const first = firstSubstituteOn(attempt);
      return startOn === undefined || first === undefined || startOn > first;
    },
    subject: firstSubstituteOn,
  },
} as const satisfies Requirements;

function measureOf({ state, act, data }: Attempt): Measure | undefined {
  const kind = act?.split(':')[1];
  return kind === undefined || !isAboutMeasure(kind) ? undefined : measureFor(state, kind, data?.measure);
}

/** Sealing a site was ordered by the government; what is urgent is approved afterwards (行政强制法 §19). */
function isApproved(attempt: Attempt): boolean {
  const measure = measureOf(attempt);
  if (measure === undefined || measure.urgent) return true;
  const by = measure.measure === 'site_seal' ? 'government.ordered:site_seal' : 'case.approved:measure';
  return wasDone(attempt.state, [by]);
}

function keptUntil({ state, calendar }: Attempt, { id }: Measure): ChinaDate | undefined {
  return clockOf(state, 'registerKeep', calendar, id)?.dueOn;
}

/** The last of the days that must lie between this decision and the work. */
function firstSubstituteOn({ on, calendar }: Attempt): ChinaDate | undefined {
  return on && countClock({ deadline: DEADLINES.substituteUrge, startOn: on }, calendar).dueOn;
}
