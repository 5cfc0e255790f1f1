import { countClock } from '../deadlines/count.ts';
import { DEADLINES, type DeadlineId } from '../deadlines/deadlines.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import { BUILT_IN_CALENDAR, type WorkCalendar } from '../kernel/workCalendar.ts';

import { lastAct } from './acts.ts';
import { CLOCK_RULES, type ClockStart } from './clockRules.ts';
import type { Rest } from './file.ts';
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
};

/**
 * The period of that name as it stands, ended or not; undefined when nothing has started it. Of periods of measures the one
 * of `measure`, or of the measure that has lasted longest.
 */
export function clockOf(
  state: CaseState | undefined,
  id: DeadlineId,
  calendar: WorkCalendar = BUILT_IN_CALENDAR,
  measure?: string,
): Clock | undefined {
  if (state?.file === undefined) return undefined;
  const start = CLOCK_RULES.find((one) => one.id === id)?.start(state, { calendar, measure });
  return start === undefined ? undefined : counted(id, start, state, calendar);
}

/** Every period of a file that runs or rests on a day, those due first in front. */
export function runningClocks(
  state: CaseState,
  todayOn: ChinaDate,
  calendar: WorkCalendar = BUILT_IN_CALENDAR,
): readonly Clock[] {
  if (state.file === undefined) return [];
  const question = { calendar, todayOn };
  const running = CLOCK_RULES.flatMap(({ id, start: startOf, runs }) => {
    const start = startOf(state, question);
    return start !== undefined && runs(state, start, question) ? [counted(id, start, state, calendar)] : [];
  });
  return running.sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1));
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
