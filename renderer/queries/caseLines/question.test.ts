import { describe, expect, it } from 'vitest';

import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import type { CaseRow } from '#renderer/data/tables.ts';
import type { CaseStage } from '#shared/case/stages.ts';
import { identityKeys } from '#shared/catalogue/firstOffence.ts';

import { entriesOf } from './entry.ts';
import { groupOf, STAGE_GROUPS } from './groups.ts';
import { ALL_CASES, answerTo, narrowedBy, type Question } from './question.ts';
import type { Reader } from './waits.ts';

const TODAY = '2026-03-10';
const OFFICER: Reader = {
  user: 'chen',
  role: 'officer',
  org: 'hsg',
  nowMs: Date.parse(`${TODAY}T02:00:00.000Z`),
  today: TODAY,
};

// Only the members that the list looks at.
function aRow(id: string, over: object = {}): CaseRow {
  return {
    id,
    org: 'hsg',
    procedure: 'correction',
    stage: 'notice_served',
    title: '堆放物料案',
    siteName: '好味小吃店',
    site: { siteId: 's0', name: '', operator: '王芳', address: '' },
    findings: [{ matter: 'MQ-04' }],
    documents: [],
    timeline: [],
    officer: { user: 'chen', name: '陈军' },
    dueOn: '2026-03-30',
    foundAt: '2026-03-05T01:00:00.000Z',
    addresses: [],
    scans: [],
    supervision: { is: 'none' },
    ...over,
  } as unknown as CaseRow;
}

function idsOf(rows: readonly CaseRow[], asked: Partial<Question>, reader = OFFICER): readonly string[] {
  const newestFirst = entriesOf(
    rows.toSorted((a, b) => (a.foundAt < b.foundAt ? 1 : -1)),
    reader,
  );
  return answerTo(newestFirst, { ...ALL_CASES, most: 100, ...asked }, reader.today).lines.map(({ id }) => id);
}

describe('the list of cases', () => {
  it('has every stage in one group', () => {
    const grouped = Object.values(STAGE_GROUPS).flat();
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(Object.keys(stageWords).filter((stage) => !grouped.includes(stage as CaseStage))).toEqual([]);
  });

  it('tells a notice to correct from the notice before a penalty', () => {
    expect(groupOf({ stage: 'notice_issued', procedure: 'correction' })).toBe('correction');
    expect(groupOf({ stage: 'notice_issued', procedure: 'ordinary' })).toBe('notice');
  });

  it('shows what waits for an officer of its own organisation', () => {
    const rows = [
      aRow('running'),
      aRow('due', { dueOn: TODAY }),
      aRow('returned', { stage: 'fixed', supervision: { is: 'returned' } }),
      aRow('fixed', { stage: 'fixed' }),
      aRow('found', { stage: 'found' }),
      aRow('elsewhere', { stage: 'found', org: 'xl' }),
    ];
    expect(new Set(idsOf(rows, { show: 'todo' }))).toEqual(new Set(['due', 'returned', 'found']));
  });

  it('narrows by text, group, procedure, family, officer, dates and overdue', () => {
    const file = { procedure: 'ordinary', stage: 'filed', foundAt: '2026-03-01T15:59:59.000Z' };
    const rows = [
      aRow('a', { dueOn: '2026-03-09' }),
      aRow('b', {
        ...{ ...file, findings: [{ matter: 'WJ-01' }], siteName: '示例大厦' },
        ...{ officer: undefined, timeline: [{ type: 'record.made', people: ['li'] }] },
      }),
    ];
    expect(idsOf(rows, { text: ' 大厦 ' })).toEqual(['b']);
    expect(idsOf(rows, { text: '陈军' })).toEqual(['a']);
    expect(idsOf(rows, { show: 'investigation' })).toEqual(['b']);
    expect(idsOf(rows, { procedure: 'correction' })).toEqual(['a']);
    expect(idsOf(rows, { family: 'WJ' })).toEqual(['b']);
    expect(idsOf(rows, { officer: 'li' })).toEqual(['b']);
    // 2026-03-01 23:59:59 in Huangshi.
    expect(idsOf(rows, { from: '2026-03-01', to: '2026-03-01' })).toEqual(['b']);
    expect(idsOf(rows, { from: '2026-03-02' })).toEqual(['a']);
    expect(idsOf(rows, { overdue: true })).toEqual(['a']);
    expect(narrowedBy({ ...ALL_CASES, text: 'x', family: 'WJ', overdue: true })).toBe(2);
  });

  it('finds what is about a place or a party, by what may be the same party', () => {
    const trader = { kind: 'sole_trader', name: '王芳', shop: '好味小吃店', uscc: '92420202MA0XXXX01J' } as const;
    const rows = [
      aRow('place', { site: { siteId: 's1', operator: '李某', name: '别的店', address: '' } }),
      aRow('shop', { site: { siteId: 's2', operator: '王芳', name: '好味小吃店', address: '' } }),
      aRow('file', { org: 'xl', file: { payments: [], party: { ...trader, shop: '新店', address: '' } } }),
      aRow('clue', { org: 'xl', file: { payments: [] } }),
      aRow('other'),
    ];
    const parties = identityKeys({ ...trader, address: '' });
    expect(new Set(idsOf(rows, { about: { parties } }))).toEqual(new Set(['shop', 'file']));
    expect(new Set(idsOf(rows, { about: { siteId: 's1', parties } }))).toEqual(new Set(['place', 'shop', 'file']));
    expect(idsOf(rows, { about: { parties: [] } })).toEqual([]);
  });

  it('finds what was paid and where a fine was decided', () => {
    const payments = [{ on: TODAY, amountFen: 100 }];
    const rows = [
      aRow('paid', { org: 'xl', file: { payments, cash: [] }, receipts: ['a1'] }),
      aRow('fined', { documents: [{ kind: 'D22', number: '示例罚字1' }] }),
      aRow('coded', { documents: [{ kind: 'D33', number: '示例', payCode: '42' }] }),
      aRow('told', { documents: [{ kind: 'D17', number: '示例告字1' }] }),
    ];
    expect(idsOf(rows, { paid: true })).toEqual(['paid']);
    expect(new Set(idsOf(rows, { fined: true }))).toEqual(new Set(['fined', 'coded']));
  });

  it('puts returned before overdue before what is due soon before the newest', () => {
    const rows = [
      aRow('old', { foundAt: '2026-03-01T01:00:00.000Z' }),
      aRow('away', { org: 'xl', supervision: { is: 'returned' } }),
      aRow('new', { foundAt: '2026-03-09T01:00:00.000Z' }),
      aRow('soon', { dueOn: '2026-03-17' }),
      aRow('due', { dueOn: TODAY }),
      aRow('late', { dueOn: '2026-03-09' }),
      aRow('later', { dueOn: '2026-02-09' }),
      aRow('returned', { supervision: { is: 'returned' } }),
    ];
    expect(idsOf(rows, {})).toEqual(['returned', 'later', 'late', 'due', 'soon', 'new', 'away', 'old']);
    expect(idsOf(rows, { sort: 'newest' })[0]).toBe('new');
  });
});
