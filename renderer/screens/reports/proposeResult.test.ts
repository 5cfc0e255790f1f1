import { expect, it } from 'vitest';

import type { ReportWork } from '#renderer/queries/reportWork.ts';

import { proposeResult } from './proposeResult.ts';

// The parts of rows that the words are made from.
const inspection = (id: string, submittedAt: string, answers: readonly string[]) =>
  ({ id, submittedAt, site: { name: '示例店' }, answers: answers.map((answer) => ({ answer })) }) as never;
const found = { id: 'case-1', title: '示例店占道经营', stage: 'notice_served' } as never;

function work(over: Partial<ReportWork>): ReportWork {
  return { inspections: [], cases: [], drafts: [], ...over };
}

it('says nothing where nobody did anything', () => {
  expect(proposeResult(work({}))).toEqual({ result: '', inspectionId: undefined, caseId: undefined });
});

it('names the newest inspection, the case, and links both', () => {
  const inspections = [
    inspection('two', '2024-03-05T16:30:00.000Z', ['fail', 'fail', 'pass']),
    inspection('one', '2024-03-04T01:00:00.000Z', ['pass']),
  ];
  expect(proposeResult(work({ inspections, cases: [found] }))).toEqual({
    result: '2024年3月6日到“示例店”现场检查，发现 2 项问题。已登记案件“示例店占道经营”，目前状态：限期改正中。',
    inspectionId: 'two',
    caseId: 'case-1',
  });
});

it('says that nothing was found where everything was in order', () => {
  const { result } = proposeResult(work({ inspections: [inspection('one', '2024-03-04T01:00:00.000Z', ['pass'])] }));
  expect(result).toBe('2024年3月4日到“示例店”现场检查，未发现问题。');
});
