import { describe, expect, it } from 'vitest';

import { paidOf } from '#renderer/queries/caseLines/paid.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import type { Payment } from '#shared/case/file.ts';
import { receiptKey } from '#shared/case/payment.ts';

import { moneyLines, monthsOf, narrowed, sumsOf } from './ledger.ts';
import { moneyCsv } from './moneyCsv.ts';

const TODAY = '2024-03-20';

// Only the members that the ledger looks at.
function aRow(id: string, payments: readonly Partial<Payment>[]): CaseRow {
  const paid = payments.map((one, at): Payment => ({
    ...{ event: `${id}${String(at)}`, on: '2024-03-11', amountFen: 10_000, receipt: `${id}${String(at)}` },
    ...{ way: 'cash', by: 'chen.wei', ...one },
  }));
  return {
    ...{ id, title: `${id}案`, file: { payments: paid, cash: [] } },
    receipts: paid.map(({ receipt }) => receiptKey(receipt)),
    documents: [
      { kind: 'D17', number: '示例告字1' },
      { kind: 'D21', number: '示例罚字1' },
    ],
  } as unknown as CaseRow;
}

const ROWS = [
  aRow('甲', [{ receipt: 'A 1' }, { on: '2024-03-19', amountFen: 500 }]),
  aRow('乙', [{ receipt: 'a1', on: '2024-02-28', way: 'bank' }]),
];

describe('the ledger of a unit', () => {
  const lines = moneyLines(
    ROWS.flatMap((row) => paidOf(row) ?? []),
    TODAY,
  );

  it('lists payments with decision and place, the last first, and marks what is late or doubled', () => {
    expect(lines.map(({ on, decision, place, late, doubled }) => [on, decision, place, late, doubled])).toEqual([
      ['2024-03-19', '示例罚字1', 'officer', false, false],
      ['2024-03-11', '示例罚字1', 'officer', true, true],
      ['2024-02-28', '示例罚字1', 'bank', false, true],
    ]);
    expect(monthsOf(lines)).toEqual(['2024-03', '2024-02']);
  });

  it('narrows to a month and to what needs a hand, with the sums of that', () => {
    expect(narrowed(lines, { month: '2024-02', only: 'all' })).toHaveLength(1);
    expect(narrowed(lines, { month: '', only: 'late' })).toHaveLength(1);
    expect(sumsOf(narrowed(lines, { month: '', only: 'held' }))).toEqual({
      ...{ paid: 10_500, officer: 10_500, unit: 0, bank: 0, late: 10_000 },
    });
  });

  it('goes into a spreadsheet in yuan, with what is wrong', () => {
    expect(moneyCsv(lines, (user) => user).split('\r\n')[2]).toBe(
      '2024-03-11,甲案,示例罚字1,A 1,100.00,当场收缴,chen.wei,待交回单位,2024-03-13,逾期没有交回；票据重复',
    );
  });
});
