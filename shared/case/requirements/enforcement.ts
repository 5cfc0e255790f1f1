import { CHINA_OFFSET_MS, chinaDateOf } from '../../kernel/chinaTime.ts';
import { isWorkingDay } from '../../kernel/days.ts';
import { wasDone } from '../acts.ts';
import { heldFen } from '../cash.ts';
import { isCashLawful } from '../cashGround.ts';
import { isPaid, unpaidFen } from '../payment.ts';
import { isRemedyPending, remedyEnd } from '../remedies.ts';
import type { CaseState } from '../state.ts';

import type { Attempt, Requirements } from './attempt.ts';

/** 夜间: from 22:00 to 6:00 (行政强制法 §43 names no hours; these are the usual ones). */
const NIGHT = { fromHour: 22, toHour: 6 } as const;

/** What it takes to perform, urge, enforce, demolish and close. */
export const ENFORCEMENT_REQUIREMENTS = {
  approved_or_urgent: {
    code: 'measure_not_approved',
    article: '行政强制法 §18',
    holds: ({ state, data }) => data?.urgent !== false || wasDone(state, ['case.approved:measure']),
  },
  unpaid: { code: 'paid_already', article: '', holds: ({ state }) => state === undefined || !isPaid(state) },
  paid_or_ended: {
    code: 'not_paid',
    article: '行政处罚法 §66',
    holds: ({ state }) => state === undefined || isPaid(state) || wasDone(state, ['case.enforced', 'case.terminated']),
    subject: ({ state }) => String(state === undefined ? 0 : unpaidFen(state)),
  },
  cash_held: {
    code: 'no_cash_held',
    article: '行政处罚法 §71',
    holds: ({ state, act }) =>
      state === undefined || heldFen(state.file?.cash ?? [], act === 'cash.handedIn:bank' ? 'unit' : 'officer') > 0,
  },
  cash_lawful: {
    code: 'cash_unlawful',
    article: '行政处罚法 §68',
    holds: ({ state, data }) =>
      state === undefined ||
      data?.way !== 'cash' ||
      isCashLawful(state, { ground: data.cashGround, reason: data.cashReason ?? '' }),
  },
  corrected: {
    code: 'not_corrected',
    article: '行政处罚法 §28',
    holds: ({ state }) => state === undefined || state.stage === 'no_penalty' || state.recheck?.result === 'fixed',
  },
  reported_if_spot: {
    code: 'not_reported',
    article: '行政处罚法 §52',
    holds: ({ state }) => state?.procedure !== 'spot' || wasDone(state, ['case.acknowledged']),
  },
  own_enforcement: {
    code: 'no_own_enforcement',
    article: '行政强制法 §13',
    holds: ({ state }) => state?.file?.matter === undefined || enforcesItself(state),
  },
  no_own_enforcement: {
    code: 'own_enforcement_first',
    article: '行政强制法 §53',
    holds: ({ state }) => !enforcesItself(state),
  },
  remedy_over: {
    code: 'remedy_running',
    article: '行政强制法 §44',
    holds: ({ state, on, calendar }) => {
      const end = remedyEnd(state, calendar)?.on;
      return on === undefined || state === undefined || (end !== undefined && on > end);
    },
    subject: ({ state, calendar }) => remedyEnd(state, calendar)?.on,
  },
  no_remedy_pending: {
    code: 'remedy_pending',
    article: '行政强制法 §44',
    holds: ({ state }) => !isRemedyPending(state),
  },
  order_period_over: {
    code: 'order_period_running',
    article: '行政强制法 §44',
    holds: ({ state, on }) => {
      const untilOn = orderUntil(state);
      return on === undefined || untilOn === undefined || on > untilOn;
    },
    subject: ({ state }) => orderUntil(state),
  },
  not_demolished: {
    code: 'demolished_already',
    article: '',
    holds: ({ state }) => state?.file?.demolished === undefined,
  },
  by_day: { code: 'at_night', article: '行政强制法 §43', holds: isByDay },
  on_working_day: {
    code: 'on_holiday',
    article: '行政强制法 §43',
    holds: (attempt) => daysOf(attempt).every((on) => isWorkingDay(on, attempt.calendar)),
    subject: (attempt) => daysOf(attempt).find((on) => !isWorkingDay(on, attempt.calendar)),
  },
} as const satisfies Requirements;

/** The power to enforce by itself is one to demolish; a fine goes to the court (城乡规划法 §68, 行政强制法 §13, §53). */
function enforcesItself(state: CaseState | undefined): boolean {
  return state?.file?.matter?.ownEnforcement === true && (state.file.decided?.fineFen ?? 0) === 0;
}

function orderUntil(state: CaseState | undefined): string | undefined {
  return state?.documents.findLast(({ kind, voided }) => kind === 'D24' && voided === undefined)?.untilOn;
}

/** Begin and end of what is planned or was done. */
function instantsOf({ data, happenedMs }: Attempt): readonly number[] {
  const planned = [data?.startAt, data?.endAt, data?.endedAt]
    .filter((at) => at !== undefined)
    .map((at) => Date.parse(at))
    .filter((ms) => !Number.isNaN(ms));
  return data?.startAt === undefined && happenedMs !== undefined ? [happenedMs, ...planned] : planned;
}

function daysOf(attempt: Attempt): readonly string[] {
  return attempt.data?.urgent === true ? [] : [...new Set(instantsOf(attempt).map(chinaDateOf))];
}

function isByDay(attempt: Attempt): boolean {
  if (attempt.data?.urgent === true) return true;
  const instants = instantsOf(attempt);
  const hours = instants.map((ms) => new Date(ms + CHINA_OFFSET_MS).getUTCHours());
  const isOneDay = new Set(instants.map(chinaDateOf)).size <= 1;
  return isOneDay && hours.every((hour) => hour >= NIGHT.toHour && hour < NIGHT.fromHour);
}
