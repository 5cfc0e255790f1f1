import { describe, expect, it } from 'vitest';

import { ledgerOf } from './cashLedger.ts';
import type { Payment } from './file.ts';
import { receiptKey } from './payment.ts';

const aPayment = (on: string, amountFen: number, way: Payment['way'] = 'cash'): Payment => ({
  ...{ event: `case:示例/${on}`, on: on, amountFen, receipt: `示例${on}`, way, by: 'chen.wei' },
});

describe('the ledger of fines', () => {
  it('says who holds cash and until when it has to be passed on (行政处罚法 §71: two working days)', () => {
    const payments = [aPayment('2024-03-12', 30_000), aPayment('2024-03-11', 20_000)];
    const places = (...cash: Parameters<typeof ledgerOf>[0]['cash']): readonly string[] =>
      ledgerOf({ payments, cash }).map(({ on, place, dueOn = '' }) => `${on} ${place} ${dueOn}`);
    expect(places()).toEqual(['2024-03-11 officer 2024-03-13', '2024-03-12 officer 2024-03-14']);
    const first = { to: 'unit', on: '2024-03-13', amountFen: 20_000 } as const;
    expect(places(first)).toEqual(['2024-03-11 unit 2024-03-15', '2024-03-12 officer 2024-03-14']);
    const half = { to: 'unit', on: '2024-03-14', amountFen: 10_000 } as const;
    expect(places(first, half)[1]).toBe('2024-03-12 officer 2024-03-14');
    const rest = { to: 'unit', on: '2024-03-15', amountFen: 20_000 } as const;
    const bank = { to: 'bank', on: '2024-03-15', amountFen: 20_000 } as const;
    expect(places(first, half, rest, bank)).toEqual(['2024-03-11 bank ', '2024-03-12 unit 2024-03-19']);
  });

  it('takes what went through a bank to be there', () => {
    const payments = [aPayment('2024-03-11', 20_000, 'electronic'), aPayment('2024-03-11', 20_000, 'bank')];
    expect(ledgerOf({ payments, cash: [] }).map(({ place }) => place)).toEqual(['bank', 'bank']);
  });
});

it('compares receipts however they were typed', () => {
  expect(receiptKey(' ｎo 0042-a ')).toBe(receiptKey('NO0042-A'));
  expect(receiptKey('0042')).not.toBe(receiptKey('0043'));
});
