import { assert } from '../kernel/assert.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';
import { addCalendarDays, countDeadline, type CountedDeadline, type Period } from '../kernel/days.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import { DEADLINES, type Deadline } from './deadlines.ts';

/** Days that do not count: from the day after `fromOn` until `toOn`; without an end the period rests still. */
export type Pause = { readonly fromOn: ChinaDate; readonly toOn?: ChinaDate | undefined };

/** A period that is running: what starts it, how often it was extended, when it rested. */
export type Running = {
  readonly deadline: Deadline;
  readonly startOn: ChinaDate;
  readonly extensions?: number;
  readonly pauses?: readonly Pause[];
  /** A length set for this case instead of the usual one. */
  readonly count?: number;
};

/** Last day as counted, last day as it counts (rolled to a working day), absent both while the period rests. */
export type CountedClock = {
  readonly rawOn?: ChinaDate | undefined;
  readonly dueOn?: ChinaDate | undefined;
  /** A year it touches has no published holidays yet: only weekends were taken as days off. */
  readonly provisional: boolean;
};

/**
 * Counts a period: the start day is not counted, the end rolls to the next working day (民事诉讼法 §85), each approved
 * extension is added before that, and days of rest are left out. Periods in hours end on the day after their start. Those
 * that do not roll (`Deadline.rolls`) end on their last day as counted.
 */
export function countClock(running: Running, calendar?: WorkCalendar): CountedClock {
  const { deadline, startOn, pauses = [] } = running;
  const period = wholePeriod(running);
  const first = countDeadline(startOn, period, calendar);
  const rest = restedUntil(first.rawOn, startOn, pauses);
  if (rest === undefined) return { provisional: !first.calendarKnown };
  if (rest === 0) return clockFrom(first, deadline);
  assert(deadline.pauses !== false && period.unit === 'calendar', 'only periods of calendar days rest');
  return clockFrom(countDeadline(startOn, { ...period, count: period.count + rest }, calendar), deadline);
}

/** Last day on which a party may ask for reconsideration or sue: the later of both (行政复议法 §20, 行政诉讼法 §46). */
export function remedyEndOn(servedOn: ChinaDate, calendar?: WorkCalendar): ChinaDate {
  const { dueOn: reconsider = servedOn } = countClock({ deadline: DEADLINES.reconsider, startOn: servedOn }, calendar);
  const { dueOn: sue = servedOn } = countClock({ deadline: DEADLINES.sue, startOn: servedOn }, calendar);
  return reconsider > sue ? reconsider : sue;
}

function clockFrom({ rawOn, dueOn, calendarKnown }: CountedDeadline, { rolls }: Deadline): CountedClock {
  return { rawOn, dueOn: rolls === false ? rawOn : dueOn, provisional: !calendarKnown };
}

function wholePeriod({ deadline, extensions = 0, count }: Running): Period {
  const { period, extension } = deadline;
  if (period.unit === 'hour') return { count: Math.ceil(period.count / 24), unit: 'calendar' };
  const times = Math.min(extensions, extension?.times ?? 0);
  return { unit: period.unit, count: (count ?? period.count) + times * (extension?.count ?? 0) };
}

/** Days of rest inside the period, which grows by each of them; undefined while it rests still. */
function restedUntil(rawOn: ChinaDate, startOn: ChinaDate, pauses: readonly Pause[]): number | undefined {
  if (pauses.length === 0) return 0;
  let last = rawOn;
  let rested = 0;
  for (let day = addCalendarDays(startOn, 1); day <= last; day = addCalendarDays(day, 1)) {
    const pause = pauses.find(({ fromOn, toOn }) => day > fromOn && (toOn === undefined || day <= toOn));
    if (pause === undefined) continue;
    if (pause.toOn === undefined) return undefined;
    rested += 1;
    last = addCalendarDays(last, 1);
  }
  return rested;
}
