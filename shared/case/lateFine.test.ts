import { expect, it } from 'vitest';

import { ORDINARY_SCRIPT } from '../testing/fileScripts.ts';
import { fileAfter, withFile } from '../testing/requirementRows.ts';

import { runningClocks } from './clocks.ts';
import type { CaseFile } from './file.ts';
import { lateFineOf, type Lateness } from './lateFine.ts';

/** A fine of 500 yuan; the decision was served on Friday 2024-03-15, so it is due on Saturday the 30th → Monday 1 April. */
const SERVED = fileAfter(ORDINARY_SCRIPT.slice(0, -4));

function lateOn(today: string, change: Partial<CaseFile> = {}): readonly Lateness[] {
  const state = withFile(SERVED, change);
  return runningClocks(state, today).flatMap((clock) => lateFineOf(state, clock, today) ?? []);
}

it('says nothing until the last day to pay is over', () => {
  expect(lateOn('2024-04-01')).toEqual([]);
  expect(lateOn('2024-04-02')).toEqual([{ days: 1, stoppedDays: 0, surchargeFen: 15_00 }]);
});

it('leaves out the days of a remedy and is at most the fine', () => {
  const remedies = [{ remedy: 'reconsideration', filedOn: '2024-04-03', endedOn: '2024-04-07' }] as const;
  expect(lateOn('2024-04-11', { remedies })).toEqual([{ days: 10, stoppedDays: 5, surchargeFen: 75_00 }]);
  expect(lateOn('2025-04-01')).toEqual([{ days: 365, stoppedDays: 0, surchargeFen: 500_00 }]);
});

it('is reckoned on what is left, and over with the last fen', () => {
  expect(lateOn('2024-04-02', { paidFen: 400_00 })).toEqual([{ days: 1, stoppedDays: 0, surchargeFen: 3_00 }]);
  expect(lateOn('2024-04-02', { paidFen: 500_00 })).toEqual([]);
});
