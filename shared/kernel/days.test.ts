import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addCalendarDays,
  addCalendarMonths,
  addWorkingDays,
  calendarKnown,
  countDeadline,
  isWorkingDay,
  rollToWorkingDay,
} from './days.ts';

const aDate = fc
  .integer({ min: 12_500, max: 20_700 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('working days', () => {
  it('knows holidays, worked weekend days and plain weekends', () => {
    expect(isWorkingDay('2024-05-01')).toBe(false);
    expect(isWorkingDay('2024-04-28')).toBe(true); // Sunday worked for the May holiday
    expect(isWorkingDay('2024-04-27')).toBe(false);
    expect(isWorkingDay('2024-04-08')).toBe(true); // the library calls this Monday a day off west of UTC
  });

  it('says which years it has holidays for', () => {
    expect(calendarKnown(2024)).toBe(true);
    expect(calendarKnown(2003)).toBe(false);
    expect(calendarKnown(2100)).toBe(false);
  });

  it('refuses what is no date', () => {
    expect(() => addCalendarDays('2024-02-30', 1)).toThrow('not a date');
    expect(() => isWorkingDay('yesterday')).toThrow('not a date');
  });
});

describe('deadlines of a document served on Tuesday 2024-03-05', () => {
  it.each([
    ['hearing request', { count: 5, unit: 'working' }, '2024-03-12', '2024-03-12'],
    ['payment', { count: 15, unit: 'calendar' }, '2024-03-20', '2024-03-20'],
    ['reconsideration', { count: 60, unit: 'calendar' }, '2024-05-04', '2024-05-06'],
    ['lawsuit', { count: 6, unit: 'month' }, '2024-09-05', '2024-09-05'],
  ] as const)('%s', (_name, period, rawOn, dueOn) => {
    expect(countDeadline('2024-03-05', period)).toEqual({ rawOn, dueOn, calendarKnown: true });
  });

  it('opens the court application three months after the remedy period', () => {
    expect(addCalendarMonths('2024-09-05', 3)).toBe('2024-12-05');
  });

  it('starts the surcharge on the day after payment was due', () => {
    expect(addCalendarDays(countDeadline('2024-03-05', { count: 15, unit: 'calendar' }).dueOn, 1)).toBe('2024-03-21');
  });
});

describe('deadlines across holidays', () => {
  it('shows the raw date of a decision beside the rolled one', () => {
    const deadline = countDeadline('2024-02-01', { count: 90, unit: 'calendar' });
    expect(deadline).toEqual({ rawOn: '2024-05-01', dueOn: '2024-05-06', calendarKnown: true });
  });

  it('counts past 清明 with the worked Sunday', () => {
    expect(addWorkingDays('2024-04-02', 5)).toBe('2024-04-10');
  });

  it('counts past the May holiday with the worked Sunday', () => {
    expect(addWorkingDays('2024-04-26', 7)).toBe('2024-05-09');
  });

  it('flags a period that reaches into a year without published holidays', () => {
    expect(countDeadline('2099-12-30', { count: 3, unit: 'working' }).calendarKnown).toBe(false);
    expect(countDeadline('2003-12-31', { count: 3, unit: 'working' }).calendarKnown).toBe(false);
  });

  it('takes the last day of a shorter month', () => {
    expect(addCalendarMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addCalendarMonths('2024-08-31', 6)).toBe('2025-02-28');
  });
});

describe('properties', () => {
  it('a deadline never falls on a day off nor before its raw day', () => {
    fc.assert(
      fc.property(
        aDate,
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom('working', 'calendar'),
        (start, count, unit) => {
          const { rawOn, dueOn } = countDeadline(start, { count, unit });
          expect(isWorkingDay(dueOn)).toBe(true);
          expect(dueOn >= rawOn && rawOn > start).toBe(true);
        },
      ),
    );
  });

  it('working days add up, and calendar days go back', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (start, a, b) => {
        expect(addWorkingDays(addWorkingDays(start, a), b)).toBe(addWorkingDays(start, a + b));
        expect(addCalendarDays(addCalendarDays(start, a), -a)).toBe(start);
        expect(rollToWorkingDay(rollToWorkingDay(start))).toBe(rollToWorkingDay(start));
      }),
    );
  });
});
