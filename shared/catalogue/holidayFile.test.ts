import { describe, expect, it } from 'vitest';

import { countDeadline, isWorkingDay } from '../kernel/days.ts';
import { BUILT_IN_CALENDAR, withYear } from '../kernel/workCalendar.ts';

import { holidayFileField } from './holidayFile.ts';

/** Made-up days off: 2027-10-01 is a Friday, 9 October a Saturday. */
const FILE = {
  schema: 'xunzhi.holidays.v1',
  year: 2027,
  source: '国办发明电〔2026〕1号',
  holidays: ['2027-01-01', '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04'],
  workedDays: ['2027-10-09'],
};

function firstProblem(change: Record<string, unknown>): string | undefined {
  const result = holidayFileField.safeParse({ ...FILE, ...change });
  const issue = result.error?.issues[0];
  return issue === undefined ? undefined : `${issue.path.join('.')}: ${issue.message}`;
}

describe('a file of holidays', () => {
  it('is read when it is whole', () => {
    expect(holidayFileField.parse(FILE)).toEqual(FILE);
  });

  it.each([
    ['a date of another year', { holidays: ['2026-10-01'] }, 'holidays.0: not in 2027: 2026-10-01'],
    ['a date written twice', { holidays: ['2027-01-01', '2027-01-01'] }, 'holidays.1: twice: 2027-01-01'],
    ['a day that is off and worked', { holidays: ['2027-10-09'] }, 'workedDays.0: twice: 2027-10-09'],
    ['a worked day in the week', { workedDays: ['2027-10-08'] }, 'workedDays.0: no weekend day: 2027-10-08'],
    ['a worked day of another year', { workedDays: ['2028-01-01'] }, 'workedDays.0: not in 2027: 2028-01-01'],
    ['a day the calendar does not have', { holidays: ['2027-02-29'] }, 'holidays.0: not a date'],
    ['what is no date', { workedDays: ['soon'] }, 'workedDays.0: not a date'],
  ])('is refused for %s', (_name, change, problem) => {
    expect(firstProblem(change)).toBe(problem);
  });

  it.each([
    ['no holidays', { holidays: [] }],
    ['no source', { source: ' ' }],
    ['another schema', { schema: 'xunzhi.holidays.v2' }],
    ['more than it may have', { note: 'x' }],
  ])('is refused with %s', (_name, change) => {
    expect(holidayFileField.safeParse({ ...FILE, ...change }).success).toBe(false);
  });
});

describe('the calendar with a year set over it', () => {
  it('counts by the days off of the file, and no more provisionally', () => {
    const period = { count: 5, unit: 'working' } as const;
    const calendar = withYear(BUILT_IN_CALENDAR, FILE);
    // (1 Fri to 4 Mon off), 5 to 8 Fri = 4, 9 Sat worked; without the file 1 Fri, 4 to 7 Thu
    expect(countDeadline('2027-09-30', period, calendar)).toMatchObject({ dueOn: '2027-10-09', calendarKnown: true });
    expect(countDeadline('2027-09-30', period)).toMatchObject({ dueOn: '2027-10-07', calendarKnown: false });
  });

  it('replaces what was known of the year, and leaves the others as they were', () => {
    const calendar = withYear(BUILT_IN_CALENDAR, { year: 2024, holidays: ['2024-01-01'], workedDays: ['2024-05-12'] });
    expect(isWorkingDay('2024-05-01', calendar)).toBe(true);
    expect(isWorkingDay('2024-04-28', calendar)).toBe(false);
    expect(isWorkingDay('2024-05-12', calendar)).toBe(true);
    expect(isWorkingDay('2025-05-01', calendar)).toBe(false);
    expect(isWorkingDay('2024-05-01')).toBe(false);
    expect(calendar.years.size).toBe(BUILT_IN_CALENDAR.years.size);
  });
});
