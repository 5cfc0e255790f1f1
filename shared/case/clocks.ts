import { countClock } from '../deadlines/count.ts';
import { DEADLINES, type DeadlineId } from '../deadlines/deadlines.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import { BUILT_IN_CALENDAR, type WorkCalendar } from '../kernel/workCalendar.ts';

import { lastAct } from './acts.ts';
import { CLOCK_RULES, type ClockStart } from './clockRules.ts';
import type { Rest } from './file.ts';
import { instalmentsOf, type InstalmentDue } from './instalments.ts';
import type { CaseState, TimelineEntry } from './state.ts';

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
  /** Of `pay`: the instalment that it is about, where payment by instalments was approved. */
  readonly instalment?: InstalmentDue | undefined;
};

/**
 * The period of that name as it stands, ended or not; undefined when nothing has started it. Of periods of measures the one
 * of `measure`, or of the measure that has lasted longest; of instalments the first that is not paid, or the last.
 */
export function clockOf(
  state: CaseState | undefined,
  id: DeadlineId,
  calendar: WorkCalendar = BUILT_IN_CALENDAR,
  measure?: string,
): Clock | undefined {
  if (state?.file === undefined) return undefined;
  const start = CLOCK_RULES.find((one) => one.id === id)?.start(state, { calendar, measure });
  if (start === undefined) return undefined;
  const clock = counted(id, start, state, calendar);
  const all = id === 'pay' ? instalmentsOf(state, calendar) : [];
  const one = all.find(({ owedFen }) => owedFen > 0) ?? all.at(-1);
  return one === undefined ? clock : ofInstalment(clock, one);
}

/**
 * Every period of a file that runs or rests on a day, those due first in front. Of instalments each one that is overdue and
 * the next.
 */
export function runningClocks(
  state: CaseState,
  todayOn: ChinaDate,
  calendar: WorkCalendar = BUILT_IN_CALENDAR,
): readonly Clock[] {
  if (state.file === undefined) return [];
  const question = { calendar, todayOn };
  const running = CLOCK_RULES.flatMap(({ id, start: startOf, runs }) => {
    const start = startOf(state, question);
    if (start === undefined || !runs(state, start, question)) return [];
    const clock = counted(id, start, state, calendar);
    return id === 'pay' ? payClocks(clock, state, question) : [clock];
  });
  return running.sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1));
}

function payClocks(
  clock: Clock,
  state: CaseState,
  { calendar, todayOn }: { readonly calendar: WorkCalendar; readonly todayOn: ChinaDate },
): readonly Clock[] {
  const owed = instalmentsOf(state, calendar).filter(({ owedFen }) => owedFen > 0);
  if (owed.length === 0) return [clock];
  const next = owed.find(({ dueOn }) => dueOn >= todayOn);
  return owed.filter((one) => one.dueOn < todayOn || one === next).map((one) => ofInstalment(clock, one));
}

function ofInstalment(clock: Clock, instalment: InstalmentDue): Clock {
  const { rawOn, dueOn, provisional } = instalment;
  return { ...clock, rawOn, dueOn, provisional, instalment };
}

function counted(id: DeadlineId, start: ClockStart, state: CaseState, calendar: WorkCalendar): Clock {
  const deadline = DEADLINES[id];
  const { on: startOn, entry, extensions = 0, more = 0 } = start;
  const count = more === 0 ? {} : { count: deadline.period.count + more };
  const pauses = restsOf(state, deadline.pauses);
  const { rawOn, dueOn, provisional } = countClock({ deadline, startOn, extensions, pauses, ...count }, calendar);
  return { id, startOn, rawOn, dueOn, provisional, start: entry };
}

/** Days on which a file rested, and those of a hearing from its calling to its end; or those of an appraisal alone. */
function restsOf(state: CaseState, which: false | 'any' | 'appraisal'): readonly Pick<Rest, 'fromOn' | 'toOn'>[] {
  const rests = state.file?.rests ?? [];
  if (which === false) return [];
  if (which === 'appraisal') return rests.filter(({ ground }) => ground === 'appraisal');
  const called = lastAct(state, ['hearing.called']);
  const held = lastAct(state, ['hearing.held']);
  const hearing = called === undefined ? [] : [{ fromOn: called.on, ...(held === undefined ? {} : { toOn: held.on }) }];
  return [...rests, ...hearing];
}
