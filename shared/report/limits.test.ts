import { describe, expect, it } from 'vitest';

import { DEFAULT_LIMITS, limitFileField, type ReportLimit, type ReportLimits } from '../catalogue/limitFile.ts';
import type { LimitUnit } from '../events/reportEvents.ts';
import { aReportHistory } from '../testing/reports.ts';

import { foldReport } from './fold.ts';
import { dueOf, limitEndMs, proposedLimit } from './limits.ts';

const limit = (id: string, count: number, unit: LimitUnit, codes?: string[]): ReportLimit => {
  return { id, name: id, count, unit, verification: 'proposal', source: '示例', ...(codes !== undefined && { codes }) };
};
const FILE: ReportLimits = {
  ...DEFAULT_LIMITS,
  triage: 'triage',
  usual: 'usual',
  limits: [limit('triage', 4, 'work_hour'), limit('usual', 5, 'work_day'), limit('garbage', 4, 'work_hour', ['06010'])],
};

/** Instant of a wall clock in Huangshi. */
const at = (clock: string): number => Date.parse(`${clock}:00+08:00`);

describe('a limit', () => {
  it.each([
    // Monday 2024-03-04 is a working day; 2024-04-04 to 06 is 清明, and Sunday 2024-04-07 is worked.
    ['work_hour', 4, '2024-03-04T09:00', '2024-03-04T15:30'],
    ['work_hour', 4, '2024-03-04T16:30', '2024-03-05T11:00'],
    ['work_hour', 3, '2024-03-04T12:30', '2024-03-04T17:30'],
    ['work_hour', 2, '2024-04-03T20:00', '2024-04-07T10:00'],
    ['clock_hour', 3, '2024-03-09T23:00', '2024-03-10T02:00'],
    ['clock_day', 1, '2024-03-09T23:00', '2024-03-10T23:00'],
    ['work_day', 1, '2024-04-03T09:00', '2024-04-07T17:30'],
    ['work_day', 5, '2024-03-04T23:59', '2024-03-11T17:30'],
  ] as const)('of %s × %i from %s ends at %s', (unit, count, start, end) => {
    expect(limitEndMs(at(start), { count, unit }, FILE.hours)).toBe(at(end));
  });

  it('is proposed by the matter, and is the usual one for all others', () => {
    expect(proposedLimit(FILE, '06010')?.id).toBe('garbage');
    expect(proposedLimit(FILE, '06028')?.id).toBe('usual');
    expect(proposedLimit(FILE, undefined)?.id).toBe('usual');
    expect(proposedLimit(DEFAULT_LIMITS, '06010')?.id).toBe('default');
  });
});

describe('what a report waits for', () => {
  const state = (steps: number) => {
    const report = foldReport(aReportHistory().slice(0, steps));
    if (report === undefined) throw new Error('not received');
    return report;
  };

  it('is to be taken on within the first limit, and then answered by the frozen one', () => {
    // Received on Monday at 9:00.
    expect(dueOf(state(1), FILE, at('2024-03-04T15:31'))).toEqual({
      dueMs: at('2024-03-04T15:30'),
      late: true,
      over: false,
    });
    expect(dueOf(state(3), FILE, at('2024-03-04T09:30'))).toMatchObject({ dueMs: at('2024-03-04T10:00'), late: false });
    expect(dueOf(state(4), FILE, 0)).toBeUndefined();
  });

  it('was in time when it was answered in time, however late it is today', () => {
    expect(dueOf(state(13), FILE, at('2030-01-01T00:00'))).toMatchObject({ over: true, late: false });
  });
});

it('refuses a file whose limits are not there or whose hours overlap', () => {
  const file = { schema: 'xunzhi.limits.v1', source: '示例', ...DEFAULT_LIMITS };
  expect(limitFileField.safeParse(file).success).toBe(true);
  expect(limitFileField.safeParse({ ...file, usual: 'none' }).success).toBe(false);
  expect(limitFileField.safeParse({ ...file, hours: [{ from: '09:00', to: '08:00' }] }).success).toBe(false);
});
