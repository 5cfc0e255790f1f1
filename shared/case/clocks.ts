import { countClock, remedyEndOn } from '../deadlines/count.ts';
import { DEADLINES, type DeadlineId } from '../deadlines/deadlines.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import { BUILT_IN_CALENDAR, type WorkCalendar } from '../kernel/workCalendar.ts';

import { isAct, lastAct, wasDone } from './acts.ts';
import type { Rest } from './file.ts';
import type { ActKey } from './procedures/names.ts';
import type { CaseState, TimelineEntry } from './state.ts';

/** What starts a period of a file, what ends it, and what gives it more time. */
type ClockRule = {
  readonly id: DeadlineId;
  readonly starts: readonly ActKey[];
  readonly ends: readonly ActKey[];
  /** Each of these acts adds the period's extension once. */
  readonly extendedBy?: readonly ActKey[];
};

const DECIDED = ['case.decided', 'case.noPenalty', 'case.terminated', 'case.transferred'] as const;
const SERVED_DECISION = ['document.served:D21', 'document.served:D22', 'document.served:D24'] as const;
const SERVED_FINE = ['document.served:D21', 'document.served:D22'] as const;
const OVER = ['case.closed', 'case.terminated', 'case.revoked', 'case.transferred'] as const;

const RULES: readonly ClockRule[] = [
  { id: 'verifyClue', starts: ['case.opened:ordinary'], ends: ['case.filed', 'case.notFiled', ...OVER] },
  { id: 'reportSimple', starts: ['document.served:D21'], ends: ['case.acknowledged', ...OVER] },
  { id: 'decide', starts: ['case.filed'], ends: DECIDED, extendedBy: ['case.approved:extend'] },
  { id: 'stmt', starts: ['document.served:D17', 'document.served:D18'], ends: ['case.brought', ...DECIDED] },
  { id: 'hearingRequest', starts: ['document.served:D18'], ends: ['hearing.requested', 'case.brought', ...DECIDED] },
  { id: 'registerKeep', starts: ['measure.taken:register'], ends: ['measure.ended'] },
  {
    id: 'seizure',
    starts: ['measure.taken:seizure', 'measure.taken:seal'],
    ends: ['measure.ended'],
    extendedBy: ['measure.extended'],
  },
  { id: 'serveDecision', starts: ['case.decided'], ends: ['document.served:D22', 'document.served:D24', ...OVER] },
  { id: 'pay', starts: SERVED_FINE, ends: OVER },
  { id: 'reconsider', starts: SERVED_DECISION, ends: ['remedy.filed', ...OVER] },
  { id: 'sue', starts: SERVED_DECISION, ends: ['remedy.filed', ...OVER] },
  { id: 'cuigao', starts: ['document.served:D25'], ends: ['case.enforcementDecided', 'case.courtApplied', ...OVER] },
  {
    id: 'courtCuigao',
    starts: ['document.served:D25'],
    ends: ['case.courtApplied', 'case.enforcementDecided', ...OVER],
  },
  { id: 'suspended', starts: ['case.suspended'], ends: ['case.resumed', ...OVER] },
];

/** A period of a file: what started it, its last day as counted and as it counts, and whether it rests. */
export type Clock = {
  readonly id: DeadlineId;
  readonly startOn: ChinaDate;
  readonly rawOn?: ChinaDate | undefined;
  /** Absent while it rests. */
  readonly dueOn?: ChinaDate | undefined;
  /** Some year it touches has no published holidays yet. */
  readonly provisional: boolean;
  /** The line of the timeline that started it. */
  readonly start?: TimelineEntry | undefined;
};

/** The period of that name as it stands, ended or not; undefined when nothing has started it. */
export function clockOf(
  state: CaseState | undefined,
  id: DeadlineId,
  calendar: WorkCalendar = BUILT_IN_CALENDAR,
): Clock | undefined {
  if (state?.file === undefined) return undefined;
  if (id === 'courtApply') return courtClock(state, calendar);
  if (id === 'limitation' || id === 'limitationGrave') return limitationClock(state, calendar);
  const rule = RULES.find((one) => one.id === id);
  const start = rule === undefined ? undefined : lastAct(state, rule.starts);
  if (rule === undefined || start === undefined) return undefined;
  const extensions = countActs(state, rule.extendedBy ?? [], start);
  const count = id === 'pay' ? { more: state.file.deferredDays } : {};
  return { ...counted(id, start.on, { state, extensions, ...count }, calendar), start };
}

/** Every period of a file that runs or rests now, those due first in front. */
export function runningClocks(state: CaseState, calendar: WorkCalendar = BUILT_IN_CALENDAR): readonly Clock[] {
  const running = RULES.flatMap(({ id, ends }) => {
    const clock = clockOf(state, id, calendar);
    if (clock === undefined || wasDone(state, ends, clock.start)) return [];
    return id === 'pay' && isPaid(state) ? [] : [clock];
  });
  return running.sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1));
}

/** True when nothing of the fine is left, or there is none. */
export function isPaid({ file }: CaseState): boolean {
  return (file?.paidFen ?? 0) >= (file?.decided?.fineFen ?? 0);
}

type Around = { readonly state: CaseState; readonly extensions?: number; readonly more?: number };

function counted(id: DeadlineId, startOn: ChinaDate, around: Around, calendar: WorkCalendar): Clock {
  const deadline = DEADLINES[id];
  const pauses = deadline.pauses ? restsOf(around.state) : [];
  const { extensions = 0, more = 0 } = around;
  const count = more === 0 ? {} : { count: deadline.period.count + more };
  const { rawOn, dueOn, provisional } = countClock({ deadline, startOn, extensions, pauses, ...count }, calendar);
  return { id, startOn, rawOn, dueOn, provisional };
}

/** 申请人民法院强制执行: three months from the end of the time for remedies (行政强制法 §53). */
function courtClock(state: CaseState, calendar: WorkCalendar): Clock | undefined {
  const served = lastAct(state, SERVED_DECISION);
  if (served === undefined) return undefined;
  return { ...counted('courtApply', remedyEndOn(served.on), { state }, calendar), start: served };
}

function limitationClock(state: CaseState, calendar: WorkCalendar): Clock | undefined {
  const filed = state.file?.filed;
  if (filed?.actEndedOn === undefined) return undefined;
  return counted(filed.graveHarm ? 'limitationGrave' : 'limitation', filed.actEndedOn, { state }, calendar);
}

/** Days on which a file rested, and those of a hearing from its calling to its end. */
function restsOf(state: CaseState): readonly Rest[] {
  const called = lastAct(state, ['hearing.called']);
  const held = lastAct(state, ['hearing.held']);
  const hearing = called === undefined ? [] : [{ fromOn: called.on, ...(held === undefined ? {} : { toOn: held.on }) }];
  return [...(state.file?.rests ?? []), ...hearing];
}

function countActs(state: CaseState, keys: readonly ActKey[], after: TimelineEntry): number {
  return state.timeline
    .slice(state.timeline.indexOf(after))
    .filter((entry) => entry.verdict.is === 'applied' && keys.some((key) => isAct(entry, key))).length;
}
