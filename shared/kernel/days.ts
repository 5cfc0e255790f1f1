import { assert } from './assert.ts';
import type { ChinaDate } from './chinaTime.ts';
import { BUILT_IN_CALENDAR, type WorkCalendar } from './workCalendar.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A period as the law counts it: n working days, calendar days or calendar months. */
export type Period = { readonly count: number; readonly unit: 'working' | 'calendar' | 'month' };

/**
 * What a period comes to. `rawOn` is its last day as counted, `dueOn` the same or the next working day when that one is
 * a day off. `calendarKnown` is false when the State Council's holidays of a year it touches are not in the data: then
 * only weekends were taken as days off and a screen has to say so.
 */
export type CountedDeadline = { readonly rawOn: ChinaDate; readonly dueOn: ChinaDate; readonly calendarKnown: boolean };

function dayNumberOf(date: ChinaDate): number {
  assert(isDate(date), `not a date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

function dateOfDayNumber(dayNumber: number): ChinaDate {
  const ms = dayNumber * DAY_MS;
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10);
}

/** True for `YYYY-MM-DD` that the calendar has. */
export function isDate(text: string): boolean {
  return DATE.test(text) && dateOfDayNumber(Date.parse(`${text}T00:00:00Z`) / DAY_MS) === text;
}

/** True for a Saturday or Sunday, worked or not. */
export function isWeekend(date: ChinaDate): boolean {
  const weekday = (((dayNumberOf(date) + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday
  return weekday === 0 || weekday === 6;
}

/** True when the holidays and worked weekend days (调休) of a calendar year are in the data. */
export function calendarKnown(year: number, calendar: WorkCalendar = BUILT_IN_CALENDAR): boolean {
  return calendar.years.has(year);
}

/** True when offices work on that date, worked weekend days included. Years not in the data: Monday to Friday. */
export function isWorkingDay(date: ChinaDate, calendar: WorkCalendar = BUILT_IN_CALENDAR): boolean {
  if (calendar.workedDays.has(date)) return true;
  return !isWeekend(date) && !calendar.holidays.has(date);
}

/** The date `n` calendar days after the start; the start day is not counted (民事诉讼法 §85). */
export function addCalendarDays(startOn: ChinaDate, n: number): ChinaDate {
  assert(Number.isSafeInteger(n), 'a number of days is an integer');
  return dateOfDayNumber(dayNumberOf(startOn) + n);
}

/** The same day of the month `n` months later, or the last day of that month where it has no such day. */
export function addCalendarMonths(startOn: ChinaDate, n: number): ChinaDate {
  assert(Number.isSafeInteger(n) && DATE.test(startOn), 'a number of months is an integer');
  const [year = 0, month = 0, day = 0] = startOn.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + n, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** The `n`-th working day after the start (n ≥ 0); the start day is not counted (行政处罚法 §85, 民事诉讼法 §85). */
export function addWorkingDays(startOn: ChinaDate, n: number, calendar: WorkCalendar = BUILT_IN_CALENDAR): ChinaDate {
  assert(Number.isSafeInteger(n) && n >= 0, 'a number of working days is an integer, zero or more');
  let date = startOn;
  for (let left = n; left > 0;) {
    date = addCalendarDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
}

/** The date itself when it is a working day, else the first working day after it (民事诉讼法 §85). */
export function rollToWorkingDay(date: ChinaDate, calendar: WorkCalendar = BUILT_IN_CALENDAR): ChinaDate {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}

/** Counts a period from the day it starts on: start day excluded, last day rolled to a working day (民事诉讼法 §85). */
export function countDeadline(
  startOn: ChinaDate,
  period: Period,
  calendar: WorkCalendar = BUILT_IN_CALENDAR,
): CountedDeadline {
  const rawOn = lastDayOf(startOn, period, calendar);
  const dueOn = rollToWorkingDay(rawOn, calendar);
  let known = true;
  for (let year = Number(startOn.slice(0, 4)); year <= Number(dueOn.slice(0, 4)); year += 1)
    known &&= calendarKnown(year, calendar);
  return { rawOn, dueOn, calendarKnown: known };
}

function lastDayOf(startOn: ChinaDate, period: Period, calendar: WorkCalendar): ChinaDate {
  switch (period.unit) {
    case 'working':
      return addWorkingDays(startOn, period.count, calendar);
    case 'calendar':
      return addCalendarDays(startOn, period.count);
    case 'month':
      return addCalendarMonths(startOn, period.count);
  }
}
