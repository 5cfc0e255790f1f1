import type { DeadlineId } from '../deadlines/deadlines.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import { isAct, lastAct, wasDone } from './acts.ts';
import { isPaid } from './payment.ts';
import type { ActKey } from './procedures/names.ts';
import { remedyEnd, reviewedOn, SERVED_DECISION } from './remedies.ts';
import type { CaseState, TimelineEntry } from './state.ts';

/** What a period is counted from, and what gives it more time. */
export type ClockStart = {
  readonly on: ChinaDate;
  /** The line of the timeline that started it, where it was one. */
  readonly entry?: TimelineEntry | undefined;
  readonly extensions?: number;
  /** Days that were granted beside extensions. */
  readonly more?: number;
};

/** What a rule is asked about: by which days off, on which day, and about which measure. */
export type ClockQuestion = {
  readonly calendar: WorkCalendar;
  readonly todayOn?: ChinaDate | undefined;
  readonly measure?: string | undefined;
};

/** A period of a file: what starts it, and whether it still runs or rests. */
export type ClockRule = {
  readonly id: DeadlineId;
  readonly start: (state: CaseState, question: ClockQuestion) => ClockStart | undefined;
  readonly runs: (state: CaseState, start: ClockStart, question: ClockQuestion) => boolean;
};

const DECIDED = ['case.decided', 'case.noPenalty', 'case.terminated', 'case.transferred'] as const;
const SERVED_FINE = ['document.served:D21', 'document.served:D22'] as const;
const OVER = ['case.closed', 'case.terminated', 'case.revoked', 'case.transferred'] as const;

/** Every period of a file; those that nothing of a file starts are named in the trace of the law (scripts/law). */
export const CLOCK_RULES: readonly ClockRule[] = [
  byActs('verifyClue', ['case.opened:ordinary'], ['case.filed', 'case.notFiled', ...OVER]),
  byActs('reportSimple', ['document.served:D21'], ['case.acknowledged', ...OVER]),
  byActs('decide', ['case.filed'], DECIDED, ['case.approved:extend']),
  byActs('stmt', ['document.served:D17', 'document.served:D18'], ['case.brought', ...DECIDED]),
  byActs('hearingRequest', ['document.served:D18'], ['hearing.requested', 'case.brought', ...DECIDED]),
  byActs('registerKeep', ['measure.taken:register'], ['measure.ended']),
  byActs('seizure', ['measure.taken:seizure', 'measure.taken:seal'], ['measure.ended'], ['measure.extended']),
  byActs('serveDecision', ['case.decided'], ['document.served:D22', 'document.served:D24', ...OVER]),
  {
    ...byActs('pay', SERVED_FINE, OVER),
    start: paymentStart,
    runs: (state, { entry }) => !isPaid(state) && !wasDone(state, OVER, entry),
  },
  byActs('reconsider', SERVED_DECISION, ['remedy.filed', ...OVER]),
  byActs('sue', SERVED_DECISION, ['remedy.filed', ...OVER]),
  {
    id: 'sueAfterReview',
    start: (state) => startOn(reviewedOn(state).at(-1)),
    runs: (state, { on }) => !hasSuedSince(state, on) && !wasDone(state, OVER),
  },
  byActs('cuigao', ['document.served:D25'], ['case.enforcementDecided', 'case.courtApplied', ...OVER]),
  byActs('courtCuigao', ['document.served:D25'], ['case.courtApplied', 'case.enforcementDecided', ...OVER]),
  {
    // 申请人民法院强制执行: from the end of the time for remedies (行政强制法 §53).
    id: 'courtApply',
    start: courtStart,
    runs: () => false,
  },
  { id: 'limitation', start: (state) => limitationStart(state, false), runs: () => false },
  { id: 'limitationGrave', start: (state) => limitationStart(state, true), runs: () => false },
  byActs('suspended', ['case.suspended'], ['case.resumed', ...OVER]),
];

/** A period that acts start, end and extend (once each). */
function byActs(
  id: DeadlineId,
  starts: readonly ActKey[],
  ends: readonly ActKey[],
  extendedBy: readonly ActKey[] = [],
): ClockRule {
  return {
    id,
    start: (state) => {
      const entry = lastAct(state, starts);
      return entry && { on: entry.on, entry, extensions: countActs(state, extendedBy, entry) };
    },
    runs: (state, { entry }) => !wasDone(state, ends, entry),
  };
}

function countActs(state: CaseState, keys: readonly ActKey[], after: TimelineEntry): number {
  return state.timeline
    .slice(state.timeline.indexOf(after))
    .filter((entry) => entry.verdict.is === 'applied' && keys.some((key) => isAct(entry, key))).length;
}

function paymentStart(state: CaseState): ClockStart | undefined {
  const entry = lastAct(state, SERVED_FINE);
  return entry && { on: entry.on, entry, more: state.file?.deferredDays ?? 0 };
}

function courtStart(state: CaseState, { calendar }: ClockQuestion): ClockStart | undefined {
  const end = remedyEnd(state, calendar);
  return end && { on: end.on, entry: end.served };
}

function startOn(on: ChinaDate | undefined): ClockStart | undefined {
  return on === undefined ? undefined : { on };
}

function hasSuedSince({ file }: CaseState, on: ChinaDate): boolean {
  return (file?.remedies ?? []).some(({ remedy, filedOn }) => remedy === 'litigation' && filedOn >= on);
}

function limitationStart({ file }: CaseState, grave: boolean): ClockStart | undefined {
  return file?.filed?.graveHarm === grave ? startOn(file.filed.actEndedOn) : undefined;
}
