import type { DeadlineId } from '../deadlines/deadlines.ts';
import { chinaDateAt, type ChinaDate } from '../kernel/chinaTime.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import { countsFrom, isAct, lastAct, wasDone } from './acts.ts';
import { heldSince } from './cash.ts';
import type { Measure, Rest } from './file.ts';
import { isPaid } from './payment.ts';
import type { ActKey } from './procedures/names.ts';
import { isRemedyPending, remedyEnd, reviewedOn, SERVED_DECISION } from './remedies.ts';
import { effectiveOn } from './service.ts';
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
const FILED = ['case.filed', 'case.notFiled', ...DECIDED] as const;
const OVER = ['case.closed', 'case.terminated', 'case.revoked', 'case.transferred'] as const;

/** Every period of a file; those that nothing of a file starts are named in the trace of the law (scripts/law). */
export const CLOCK_RULES: readonly ClockRule[] = [
  byActs('verifyClue', ['case.opened:ordinary'], ['case.filed', 'case.notFiled', ...OVER]),
  byActs('reportSimple', ['document.served:D21'], ['case.acknowledged', ...OVER]),
  byActs('decide', ['case.filed'], DECIDED, ['case.approved:extend']),
  byActs('stmt', ['document.served:D17', 'document.served:D18'], ['case.brought', ...DECIDED]),
  byActs('hearingRequest', ['document.served:D18'], ['hearing.requested', 'case.brought', ...DECIDED]),
  ofMeasure('urgentMeasureReport', ({ urgent, approvedOn }) => urgent && approvedOn === undefined),
  ofMeasure('registerKeep', ({ measure }) => measure === 'register'),
  ofMeasure('seizure', ({ measure }) => measure === 'seizure' || measure === 'seal'),
  byActs('serveDecision', ['case.decided'], ['document.served:D22', 'document.served:D24', ...OVER]),
  // Closing does not end the duty to publish; who archives a decision that was not has seen that it need not be.
  byActs(
    'publish',
    ['case.decided', 'document.issued:D21'],
    ['case.published', 'case.archived', 'case.terminated', 'case.revoked', 'case.transferred'],
  ),
  {
    ...byActs('pay', SERVED_FINE, OVER),
    start: paymentStart,
    runs: (state, { entry }) => !isPaid(state) && !wasDone(state, OVER, entry),
  },
  {
    // 公告送达: until the paper counts as served (民事诉讼法 §95).
    id: 'publicService',
    start: (state) => startOn(state.timeline.findLast(isAnnounced)?.on),
    runs: (_state, { on }, { calendar, todayOn }) =>
      todayOn === undefined || todayOn <= effectiveOn({ on, isAnnounced: true }, calendar),
  },
  ofCash('cashIn', 'officer'),
  ofCash('bankIn', 'unit'),
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
    runs: mayGoToCourt,
  },
  { id: 'limitation', start: (state) => limitationStart(state, false), runs: (state) => !wasDone(state, FILED) },
  { id: 'limitationGrave', start: (state) => limitationStart(state, true), runs: (state) => !wasDone(state, FILED) },
  {
    // Only who truly cannot pay is let off after three years (行政强制法 §39); other rests end when their cause does.
    id: 'suspended',
    start: ({ file }) => startOn(file?.rests.findLast(({ ground }) => ground === 'no_means')?.fromOn),
    runs: (state) => (state.file?.rests ?? []).some(isWithoutMeans) && !wasDone(state, OVER),
  },
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
    start: (state, { calendar }) => {
      const entry = lastAct(state, starts);
      return entry && { on: countsFrom(entry, calendar), entry, extensions: countActs(state, extendedBy, entry) };
    },
    runs: (state, { entry }) => !wasDone(state, ends, entry),
  };
}

/** A period that each measure of a kind has; they are looked at one by one, the oldest that is still held first. */
function ofMeasure(id: DeadlineId, isOf: (measure: Measure) => boolean): ClockRule {
  const held = ({ file }: CaseState): readonly Measure[] =>
    (file?.measures ?? []).filter((one) => isOf(one) && one.endedOn === undefined);
  return {
    id,
    start: (state, { measure: wanted }) => {
      const all = (state.file?.measures ?? []).filter(isOf);
      const one = wanted === undefined ? (oldest(held(state)) ?? all.at(-1)) : all.findLast((any) => any.id === wanted);
      return one && { on: one.on, extensions: one.extended ? 1 : 0 };
    },
    runs: (state) => held(state).length > 0,
  };
}

function oldest(measures: readonly Measure[]): Measure | undefined {
  return [...measures].sort((a, b) => (a.on < b.on ? -1 : 1))[0];
}

/** 缴付 within two working days, by the officer and then by the unit (行政处罚法 §71). */
function ofCash(id: DeadlineId, by: 'officer' | 'unit'): ClockRule {
  return { id, start: ({ file }) => startOn(heldSince(file?.cash ?? [], by)), runs: () => true };
}

function countActs(state: CaseState, keys: readonly ActKey[], after: TimelineEntry): number {
  return state.timeline
    .slice(state.timeline.indexOf(after))
    .filter((entry) => entry.verdict.is === 'applied' && keys.some((key) => isAct(entry, key))).length;
}

function paymentStart(state: CaseState, { calendar }: ClockQuestion): ClockStart | undefined {
  const entry = lastAct(state, SERVED_FINE);
  return entry && { on: countsFrom(entry, calendar), entry, more: state.file?.deferredDays ?? 0 };
}

function courtStart(state: CaseState, { calendar }: ClockQuestion): ClockStart | undefined {
  const end = remedyEnd(state, calendar);
  return end && { on: end.on, entry: end.served };
}

function isAnnounced({ verdict, announced }: TimelineEntry): boolean {
  return verdict.is === 'applied' && announced === true;
}

function startOn(on: ChinaDate | undefined): ClockStart | undefined {
  return on === undefined ? undefined : { on };
}

function hasSuedSince({ file }: CaseState, on: ChinaDate): boolean {
  return (file?.remedies ?? []).some(({ remedy, filedOn }) => remedy === 'litigation' && filedOn >= on);
}

function mayGoToCourt(state: CaseState, { on, entry }: ClockStart, { todayOn }: ClockQuestion): boolean {
  const isOpen = todayOn !== undefined && todayOn > on && !isRemedyPending(state);
  return isOpen && !isPaid(state) && !wasDone(state, ['case.courtApplied', 'case.enforcementDecided', ...OVER], entry);
}

/**
 * From the end of the act, which is said at the filing, as is what makes it grave. Before, the day on which it was found is
 * the only one that is known; on the spot there is no filing, and the decision comes at once.
 */
function limitationStart({ file, procedure, foundAt }: CaseState, grave: boolean): ClockStart | undefined {
  if (file?.filed !== undefined) return file.filed.graveHarm === grave ? startOn(file.filed.actEndedOn) : undefined;
  return grave || procedure === 'spot' ? undefined : startOn(chinaDateAt(foundAt));
}

function isWithoutMeans({ ground, toOn }: Rest): boolean {
  return ground === 'no_means' && toOn === undefined;
}
