import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

import type { ChinaDate } from './chinaTime.ts';
import { sha256Text } from './hash.ts';

/** Days off and worked weekend days (调休) of the years it knows; other years have weekends only. */
export type WorkCalendar = {
  readonly holidays: ReadonlySet<ChinaDate>;
  readonly workedDays: ReadonlySet<ChinaDate>;
  readonly years: ReadonlySet<number>;
};

/** The State Council's holidays as they come with the app. */
// Only the library's data is used: its functions read the weekday in the machine's zone and are wrong west of UTC.
export const BUILT_IN_CALENDAR: WorkCalendar = {
  holidays: new Set(Object.keys(calendar.holidays)),
  workedDays: new Set(Object.keys(calendar.workdays)),
  years: new Set(Object.keys(calendar.holidays).map((date) => Number(date.slice(0, 4)))),
};

/** Days off and worked weekend days of one year, as a notice of the State Council sets them. */
export type YearOff = {
  readonly year: number;
  readonly holidays: readonly ChinaDate[];
  readonly workedDays: readonly ChinaDate[];
};

/** The calendar with that year replaced whole; what it knew of the year is gone, other years stay. */
export function withYear(before: WorkCalendar, { year, holidays, workedDays }: YearOff): WorkCalendar {
  const others = (dates: ReadonlySet<ChinaDate>): readonly ChinaDate[] =>
    [...dates].filter((date) => !date.startsWith(`${String(year)}-`));
  return {
    holidays: new Set([...others(before.holidays), ...holidays]),
    workedDays: new Set([...others(before.workedDays), ...workedDays]),
    years: new Set([...before.years, year]),
  };
}

/** A hash of what the calendar says: two calendars with the same one count every period alike. */
export function calendarVersion({ holidays, workedDays, years }: WorkCalendar): string {
  const lists = [holidays, workedDays, years].map((set) => [...set].map(String).sort().join(','));
  return sha256Text(lists.join('|'));
}
