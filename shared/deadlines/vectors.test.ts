import { describe, expect, it } from 'vitest';

import { addCalendarDays, addCalendarMonths, isWorkingDay } from '../kernel/days.ts';

import { countClock, remedyEndOn } from './count.ts';
import { DEADLINES } from './deadlines.ts';
import { CALENDAR_VECTORS } from './testing/calendarVectors.ts';
import type { Vector } from './testing/vector.ts';
import { WORKING_VECTORS } from './testing/workingVectors.ts';

const VECTORS = [...WORKING_VECTORS, ...CALENDAR_VECTORS];
const named = (vectors: readonly Vector[]): readonly (readonly [string, Vector])[] =>
  vectors.map((vector) => [`${vector.id} from ${vector.from}, ${vector.why} → ${vector.on}`, vector]);

describe('periods counted by hand', () => {
  it.each(named(VECTORS))('%s', (_name, vector) => {
    const { id, from, on, raw = on, provisional = false, extensions = 0, pauses = [], count } = vector;
    const set = count === undefined ? {} : { count };
    const counted = countClock({ deadline: DEADLINES[id], startOn: from, extensions, pauses, ...set });
    expect({ raw: counted.rawOn ?? 'none', on: counted.dueOn ?? 'none', provisional: counted.provisional }).toEqual({
      raw,
      on,
      provisional,
    });
  });

  it('touch every period there is, and each of them once only', () => {
    expect(new Set(VECTORS.map(({ id }) => id))).toEqual(new Set(Object.keys(DEADLINES)));
    expect(new Set(named(VECTORS).map(([name]) => name)).size).toBe(VECTORS.length);
  });
});

describe('months and leap days by hand', () => {
  it.each([
    ['31 Jan 2024 + 1: no 31 Feb, its last day 29', '2024-01-31', 1, '2024-02-29'],
    ['31 Jan 2025 + 1: no 31 Feb, its last day 28', '2025-01-31', 1, '2025-02-28'],
    ['30 Jan 2026 + 1: no 30 Feb, its last day 28', '2026-01-30', 1, '2026-02-28'],
    ['31 Mar 2026 + 1: no 31 April, 30', '2026-03-31', 1, '2026-04-30'],
    ['29 Feb 2024 + 12: no 29 Feb in 2025, 28', '2024-02-29', 12, '2025-02-28'],
    ['29 Feb 2024 + 48: leap day to leap day', '2024-02-29', 48, '2028-02-29'],
    ['28 Feb 2025 + 1: the same number, not the last day', '2025-02-28', 1, '2025-03-28'],
    ['31 Dec 2024 + 2: over the turn of the year', '2024-12-31', 2, '2025-02-28'],
  ])('%s', (_name, from, months, on) => {
    expect(addCalendarMonths(from, months)).toBe(on);
  });

  it.each([
    ['28 Feb 2024 + 1: leap day', '2024-02-28', 1, '2024-02-29'],
    ['28 Feb 2025 + 1: no leap day', '2025-02-28', 1, '2025-03-01'],
    ['1 Jan 2024 + 366: a leap year whole', '2024-01-01', 366, '2025-01-01'],
  ])('%s', (_name, from, days, on) => {
    expect(addCalendarDays(from, days)).toBe(on);
  });
});

describe('a decision served on Tuesday 2024-03-05', () => {
  it('is past all remedies after the later of 60 days (2024-05-06) and 6 months → 2024-09-05', () => {
    expect(remedyEndOn('2024-03-05')).toBe('2024-09-05');
  });

  it('goes to court until three months after that: Thu 2024-12-05', () => {
    const startOn = remedyEndOn('2024-03-05');
    expect(countClock({ deadline: DEADLINES.courtApply, startOn }).dueOn).toBe('2024-12-05');
  });

  it('costs more from the day after the 15 days → 2024-03-21', () => {
    const { dueOn = '' } = countClock({ deadline: DEADLINES.pay, startOn: '2024-03-05' });
    expect(addCalendarDays(dueOn, 1)).toBe('2024-03-21');
  });
});

describe('the calendar the vectors were counted by', () => {
  const OFF: readonly (readonly [first: string, days: number])[] = [
    ['2024-02-10', 8],
    ['2024-04-04', 3],
    ['2024-05-01', 5],
    ['2024-09-15', 3],
    ['2024-10-01', 7],
    ['2025-01-28', 8],
    ['2025-04-04', 3],
    ['2025-05-01', 5],
    ['2025-05-31', 3],
    ['2025-10-01', 8],
    ['2026-01-01', 3],
    ['2026-02-15', 9],
    ['2026-04-04', 3],
    ['2026-05-01', 5],
    ['2026-06-19', 3],
    ['2026-09-25', 3],
    ['2026-10-01', 7],
  ];
  const WORKED =
    '2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10';

  it('has the days off and the worked week-ends of the notices of the State Council for 2024, 2025 and 2026', () => {
    const off = OFF.flatMap(([first, days]) => Array.from({ length: days }, (_one, at) => addCalendarDays(first, at)));
    expect([...off, '2024-01-01', '2024-06-10', '2025-01-01'].filter((on) => isWorkingDay(on))).toEqual([]);
    expect(OFF.map(([first, days]) => addCalendarDays(first, days)).every((on) => isWorkingDay(on))).toBe(true);
    expect(WORKED.split(' ').filter((on) => !isWorkingDay(on))).toEqual([]);
  });
});
