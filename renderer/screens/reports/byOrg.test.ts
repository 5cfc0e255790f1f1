import { expect, it } from 'vitest';

import type { ReportStage } from '#shared/report/state.ts';

import { byOrg, inTimePercent, lateFirst } from './byOrg.ts';
import type { ReportEntry } from './reportList.ts';

function entry(org: string, state: ReportStage, late: boolean): ReportEntry {
  const over = state === 'closed' || state === 'answered' || state === 'merged';
  const row = { id: `${org}-${state}-${String(late)}`, org, state } as ReportEntry['row'];
  return { row, due: state === 'merged' ? undefined : { dueMs: 0, late, over } };
}

const ENTRIES = [
  entry('hsg', 'dispatched', false),
  entry('hsg', 'closed', true),
  entry('hsg', 'answered', false),
  entry('hsg', 'merged', false),
  entry('xss', 'handled', true),
  entry('xss', 'new', false),
];

it('counts what waits, what is late and what ended, of each organisation; what was merged counts nowhere', () => {
  expect(byOrg(ENTRIES)).toEqual([
    { org: 'xss', waiting: 2, late: 1, ended: 0, endedLate: 0 },
    { org: 'hsg', waiting: 1, late: 0, ended: 2, endedLate: 1 },
  ]);
  expect(byOrg(ENTRIES).map(inTimePercent)).toEqual([undefined, 50]);
});

it('puts first what is late and still waits, not what ended late', () => {
  expect(lateFirst(ENTRIES).map(({ row }) => row.id)[0]).toBe('xss-handled-true');
  expect(lateFirst(ENTRIES)).toHaveLength(ENTRIES.length);
});
