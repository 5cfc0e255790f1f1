import { describe, expect, it } from 'vitest';

import { anEvent, aUuid, ORG } from '../testing/builders.ts';
import { ACCEPTED, aReport, aReportHistory, asRole, REPORT, REPORT_STREAM } from '../testing/reports.ts';

import { foldReport } from './fold.ts';
import { foldReporter, SEALED_MARK, withoutIdentity } from './reporter.ts';

describe('a report', () => {
  it('goes from intake to its end; what may not be changes nothing and says why', () => {
    const state = foldReport(aReportHistory());
    expect(state).toMatchObject({ id: REPORT, org: ORG, state: 'closed', dispatch: { officer: { user: 'chen' } } });
    expect(state?.mergedInto).toBeUndefined();
    expect(state?.answer?.text).toBe('已劝离摊贩');
    expect(state?.steps.map(({ refusal }) => refusal)).toEqual([
      ...[undefined, 'report_not_dispatched', undefined, undefined, 'report_merged', undefined, undefined],
      ...['report_not_handled', undefined, 'wrong_role', undefined, undefined, 'report_closed'],
    ]);
  });

  it('is nothing without its intake, and is of the organisation that took it in', () => {
    const [received, ...rest] = aReportHistory();
    expect(foldReport(rest)).toBeUndefined();
    const foreign = anEvent('report.triaged', ACCEPTED, { ...asRole('clerk'), org: 'xss', role: 'xss/clerk' });
    expect(foldReport([received, foreign].flatMap((event) => event ?? []))).toMatchObject({ state: 'new' });
  });

  it('is back where it was when a merge is undone', () => {
    const events = aReportHistory();
    expect(foldReport(events.slice(0, 4))).toMatchObject({ state: 'merged', mergedInto: aUuid(71) });
    expect(foldReport(events.slice(0, 6))?.state).toBe('accepted');
  });

  it('may be a suggestion, which is answered without anybody being sent', () => {
    const received = anEvent('report.received', aReport({ kind: 'suggestion' }), asRole('clerk'));
    const answered = anEvent(
      'report.answered',
      { text: '谢谢建议', way: 'letter', at: aReport().receivedAt },
      asRole('clerk'),
    );
    expect(foldReport([received, answered])?.state).toBe('answered');
  });
});

describe('who reported', () => {
  const stream = REPORT_STREAM.replace('report:', 'reporter:');
  const named = (role: string, name: string) =>
    anEvent('reporter.named', { name, phone: '13800000000' }, asRole(role, { stream }));

  it('is what somebody who may know it wrote last', () => {
    const events = [named('clerk', '张三'), named('squad_leader', '张三丰'), named('officer', '别人')];
    expect(foldReporter(events)).toMatchObject({ id: REPORT, name: '张三丰', by: 'squad_leader' });
    expect(foldReporter([named('officer', '别人')])).toBeUndefined();
  });

  it.each([
    ['请回电13912345678谢谢', `请回电${SEALED_MARK}谢谢`],
    ['张三反映，电话0714-6512345', `${SEALED_MARK}反映，电话${SEALED_MARK}`],
    ['编号202403041234567', '编号202403041234567'],
  ])('is taken out of %j', (text, left) => {
    expect(withoutIdentity(text, { name: '张三', phone: '' })).toBe(left);
  });
});
