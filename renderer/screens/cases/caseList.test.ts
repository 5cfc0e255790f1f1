import { describe, expect, it } from 'vitest';

import type { CaseRow } from '#renderer/queries/cases.ts';

import { byUrgency, isShown, needsWork } from './caseList.ts';

const TODAY = '2026-03-10';
const OFFICER = { org: 'hsg', today: TODAY };

// Only the members that the list looks at.
function aRow(over: Partial<CaseRow>): CaseRow {
  return {
    id: 'x',
    org: 'hsg',
    stage: 'notice_served',
    dueOn: '2026-03-12',
    foundAt: '2026-03-05T01:00:00.000Z',
    supervision: { is: 'none' },
    ...over,
  } as unknown as CaseRow;
}

describe('the list of cases', () => {
  it('counts what waits for an officer', () => {
    expect(needsWork(aRow({}), OFFICER)).toBe(false);
    expect(needsWork(aRow({ dueOn: TODAY }), OFFICER)).toBe(true);
    expect(needsWork(aRow({ stage: 'fixed', supervision: { is: 'returned' } }), OFFICER)).toBe(true);
    expect(needsWork(aRow({ stage: 'fixed' }), OFFICER)).toBe(false);
    expect(needsWork(aRow({ stage: 'found', org: 'xl' }), OFFICER)).toBe(false);
  });

  it('narrows to one stage or to the open ones', () => {
    const found = aRow({ stage: 'found' });
    expect(isShown(found, { text: '', show: 'notice_served' }, OFFICER)).toBe(false);
    expect(isShown(found, { text: '', show: 'open' }, OFFICER)).toBe(true);
    expect(isShown(aRow({}), { text: '', show: 'open' }, OFFICER)).toBe(false);
  });

  it('puts returned before overdue before due before the newest', () => {
    const rows = [
      aRow({ id: 'old' as CaseRow['id'], foundAt: '2026-03-01T01:00:00.000Z' }),
      aRow({ id: 'away' as CaseRow['id'], org: 'xl', supervision: { is: 'returned' } }),
      aRow({ id: 'new' as CaseRow['id'], foundAt: '2026-03-09T01:00:00.000Z' }),
      aRow({ id: 'due' as CaseRow['id'], dueOn: TODAY }),
      aRow({ id: 'overdue' as CaseRow['id'], dueOn: '2026-03-09' }),
      aRow({ id: 'returned' as CaseRow['id'], supervision: { is: 'returned' } }),
    ];
    expect(rows.sort(byUrgency(OFFICER)).map((row) => row.id)).toEqual([
      'returned',
      'overdue',
      'due',
      'new',
      'away',
      'old',
    ]);
  });
});
