import { describe, expect, it } from 'vitest';

import type { EventEnvelope, EventHeader } from '../events/envelope.ts';
import { aSha, aUuid, EventLog } from '../testing/builders.ts';

import { foldPackage, lastSent, packageOf, standingOfRecord, type ExchangePackage } from './outbox.ts';
import { taskNoOf } from './platformRecord.ts';
import { judgeReceipt, type ReceiptRow } from './receipt.ts';

const PACKAGE = aUuid(900);
const [A, B] = [aUuid(1), aUuid(2)];
const STREAM = `exchange:${PACKAGE}`;
const CLERK = { role: 'hsg/clerk', by: 'nei.qin', stream: STREAM } as const;

function item(id: string, revision: string): ExchangePackage['items'][number] {
  return { record: `case:${id}`, taskNo: taskNoOf(id), revision, title: `案件${id.slice(-2)}` };
}

function packed(log: EventLog, overrides: Partial<EventHeader> = CLERK): EventEnvelope {
  const items = [item(A, aSha(1)), item(B, aSha(2))];
  return log.next('exchange.packed', { platform: 'city', sha256: aSha(9), bytes: 10, items }, overrides);
}

function aPackage(changes: Partial<ExchangePackage> = {}): ExchangePackage {
  return {
    ...{ id: PACKAGE, org: 'hsg', by: 'nei.qin', packedAt: '2026-03-01T00:00:00.000Z', platform: 'city' },
    ...{ sha256: aSha(9), bytes: 10, items: [item(A, aSha(1)), item(B, aSha(2))] },
    ...changes,
  };
}

describe('the stream of a package', () => {
  it('comes to what left and what was answered last, in whatever order it arrives', () => {
    const log = new EventLog();
    const answers = [
      { taskNo: taskNoOf(A), result: 'received' as const },
      { taskNo: taskNoOf(B), result: 'returned' as const, reason: '缺位置' },
    ];
    const events = [
      packed(log),
      log.next('exchange.answered', { file: '回执.csv', answers }, CLERK),
      log.next(
        'exchange.answered',
        { file: '更正.csv', answers: [{ taskNo: taskNoOf(A), result: 'returned', reason: '重复' }] },
        CLERK,
      ),
    ];
    const state = foldPackage(events);
    expect(state?.items.map(({ answer }) => [answer?.result, answer?.reason])).toEqual([
      ['returned', '重复'],
      ['returned', '缺位置'],
    ]);
    expect(foldPackage(events.toReversed())).toEqual(state);
    expect(foldPackage(events.slice(1))).toBeUndefined();
  });

  it('takes nothing from a role that makes no packages', () => {
    const log = new EventLog();
    expect(foldPackage([packed(log, { ...CLERK, role: 'hsg/officer', by: 'chen.wei' })])).toBeUndefined();
  });
});

describe('where a record stands', () => {
  it('is pending, sent, answered, and changed whatever was answered', () => {
    const answered = (result: 'received' | 'returned'): ExchangePackage['items'][number] => ({
      ...item(A, aSha(1)),
      answer: { result, at: '', ...(result === 'returned' && { reason: '缺位置' }) },
    });
    expect(standingOfRecord(undefined, aSha(1))).toEqual({ is: 'pending' });
    expect(standingOfRecord(item(A, aSha(1)), aSha(1))).toEqual({ is: 'sent' });
    expect(standingOfRecord(answered('received'), aSha(1))).toEqual({ is: 'received' });
    expect(standingOfRecord(answered('returned'), aSha(1))).toEqual({ is: 'returned', reason: '缺位置' });
    expect(standingOfRecord(answered('received'), aSha(5))).toEqual({ is: 'changed' });
  });

  it('goes by the last package for that platform', () => {
    const later = aPackage({ id: aUuid(901), packedAt: '2026-04-01T00:00:00.000Z', items: [item(A, aSha(7))] });
    const other = aPackage({ id: aUuid(902), packedAt: '2026-05-01T00:00:00.000Z', platform: 'lifeline' });
    const sent = lastSent([later, other, aPackage()], 'city');
    expect([sent.get(`case:${A}`)?.revision, sent.get(`case:${B}`)?.revision]).toEqual([aSha(7), aSha(2)]);
    expect(packageOf([later, aPackage()], taskNoOf(A))?.id).toBe(later.id);
    expect(packageOf([later, aPackage()], taskNoOf(A), PACKAGE)?.id).toBe(PACKAGE);
    expect(packageOf([later], taskNoOf(B), later.id)).toBeUndefined();
  });
});

describe('a receipt', () => {
  const row = (line: number, changes: Partial<ReceiptRow>): ReceiptRow => ({
    ...{ line, package: '', taskNo: taskNoOf(A), result: 'received', reason: '' },
    ...changes,
  });

  it('counts row by row, and says of each other one why not', () => {
    const rows = [
      row(2, { result: '已接收' }),
      row(3, { taskNo: taskNoOf(B), result: '退回', reason: ' 缺位置 ' }),
      row(4, { taskNo: taskNoOf(aUuid(3)) }),
      row(5, { result: 'maybe' }),
      row(6, { result: 'returned' }),
      row(7, {}),
      row(8, { package: aUuid(950) }),
    ];
    const lines = judgeReceipt(rows, [aPackage()]);
    expect(lines.map((line) => (line.is === 'bad' ? line.problem : `${line.is} ${line.reason ?? ''}`))).toEqual([
      ...['received ', 'returned 缺位置', 'unknown_task', 'bad_result', 'no_reason', 'twice', 'unknown_task'],
    ]);
  });
});
