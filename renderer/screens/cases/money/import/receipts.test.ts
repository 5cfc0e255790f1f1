import { describe, expect, it } from 'vitest';

import type { CaseRow } from '#renderer/queries/cases.ts';
import { receiptKey } from '#shared/case/payment.ts';
import { dayIn } from '#shared/kernel/dayInCell.ts';
import { ORG } from '#shared/testing/builders.ts';
import { ORDINARY_SCRIPT } from '#shared/testing/fileScripts.ts';
import { FileStory } from '#shared/testing/fileStory.ts';

import { fenIn, numberKey, receiptIn } from './cells.ts';
import { matchReceipts, type ImportLine } from './matchReceipts.ts';
import { problemWords } from './problemWords.ts';
import { receiptRows, type ReceiptRow } from './receiptTable.ts';

const HEADS = '决定书文号,缴款码,缴款日期,金额,票据号';
/** `决定书文号,缴款日期,金额,票据号` and a row with `罚1`, in GBK. */
const GBK =
  '\u00be\u00f6\u00b6\u00a8\u00ca\u00e9\u00ce\u00c4\u00ba\u00c5,\u00bd\u00c9\u00bf\u00ee\u00c8\u00d5\u00c6\u00da,\u00bd\u00f0\u00b6\u00ee,\u00c6\u00b1\u00be\u00dd\u00ba\u00c5\r\n\u00b7\u00a31,2024/3/20,500,A1';

function rowsIn(text: string): readonly ReceiptRow[] {
  const rows = receiptRows(new TextEncoder().encode(text));
  if (!rows.ok) throw new Error(rows.error.code);
  return rows.value;
}

function refusedFile(text: string | Uint8Array): unknown {
  const rows = receiptRows(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  return rows.ok ? undefined : rows.error;
}

describe('a table of receipts', () => {
  it('is read in UTF-8 with or without a mark, by its heads in any order, empty rows left out', () => {
    const text =
      '\ufeff票据号,金额（元）,日期,决定书文号\r\n"A,1",500.00,2024-03-20,罚1\r\n,,,\r\nA2,1,2024-03-21,罚2\r\n';
    expect(rowsIn(text)).toEqual([
      { line: 2, number: '罚1', code: '', on: '2024-03-20', amount: '500.00', receipt: 'A,1' },
      { line: 4, number: '罚2', code: '', on: '2024-03-21', amount: '1', receipt: 'A2' },
    ]);
  });

  it('is read in GBK, and with tabs', () => {
    const bytes = Uint8Array.from(GBK, (one) => one.charCodeAt(0));
    expect(receiptRows(bytes)).toMatchObject({ ok: true, value: [{ number: '罚1', on: '2024/3/20', receipt: 'A1' }] });
    expect(rowsIn('缴款码\t日期\t金额\t票据号\n1001\t20240320\t1\tA1')[0]).toMatchObject({ code: '1001', amount: '1' });
  });

  it('is refused in words when it is none', () => {
    expect(refusedFile('决定书文号,金额\n罚1,5')).toEqual({ code: 'no_columns', missing: ['on', 'receipt'] });
    expect(refusedFile('日期,金额,票据号\n2024-03-20,5,A1')).toEqual({ code: 'no_columns', missing: ['number'] });
    expect(refusedFile(`${HEADS}\n`)).toEqual({ code: 'empty_table' });
    expect(refusedFile(Uint8Array.of(0x50, 0x4b, 0, 0))).toEqual({ code: 'not_text' });
    expect(refusedFile(Uint8Array.of(0xff, 0xfe, 0x51, 0x00))).toEqual({ code: 'not_text' });
    expect(refusedFile(new Uint8Array(2_000_001))).toEqual({ code: 'too_large' });
    expect(refusedFile(`${HEADS}\n${'罚1,,2024-03-20,1,A1\n'.repeat(2001)}`)).toEqual({ code: 'too_many_rows' });
  });
});

it.each([
  ['2024-03-05', '2024-03-05'],
  ['2024/3/5', '2024-03-05'],
  ['2024.3.5', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['20240305', '2024-03-05'],
  ['2024/3/5 10:20:00', '2024-03-05'],
  ['2024-02-30', undefined],
  ['3/5/2024', undefined],
  ['', undefined],
])('%s is the day %s', (cell, day) => {
  expect(dayIn(cell)).toBe(day);
});

it('reads amounts in yuan, and receipts that no spreadsheet rounded', () => {
  expect(['500', '¥1,500.5', '５００元', '0.01'].map(fenIn)).toEqual([500_00, 1500_50, 500_00, 1]);
  expect(['', '0', '-5', '1.234', '5e3', '1,50', '五百'].map(fenIn)).toEqual(Array.from({ length: 7 }));
  expect(["'0012", 'A-1', '1.23E+15', ' '].map(receiptIn)).toEqual(['0012', 'A-1', undefined, undefined]);
  expect(numberKey('黄城管罚[2024] 1号')).toBe(numberKey('黄城管罚〔２０２４〕1号'));
});

describe('what a row becomes', () => {
  const served = aCase('甲', { until: -4 });
  const decision = served.documents.find(({ kind }) => kind === 'D22')?.number ?? '';
  const CASES = [
    served,
    {
      ...aCase('乙', { until: -4 }),
      org: 'other',
      documents: [{ ...served.documents[0], kind: 'D22', number: '乙1' }],
    },
    {
      ...aCase('丙', { until: -2 }),
      stage: 'closed',
      documents: [{ ...served.documents[0], kind: 'D22', number: '丙1' }],
    },
    { ...aCase('丁', { until: -5 }), documents: [{ ...served.documents[0], kind: 'D22', number: '丁1' }] },
    {
      ...aCase('戊', { until: -4 }),
      documents: [{ ...served.documents[0], kind: 'D33', number: '戊1', payCode: '1001' }],
    },
  ] as readonly CaseRow[];

  const lines = (...rows: readonly string[]): readonly ImportLine[] =>
    matchReceipts(rowsIn([HEADS, ...rows].join('\n')), CASES, {
      ...{ by: 'nei', role: `${ORG}/clerk`, org: ORG, nowMs: Date.parse('2024-03-25T02:00:00.000Z') },
    });
  const problemOf = (row: string): unknown => {
    const [line] = lines(row);
    return line?.is === 'bad' ? line.problem : line;
  };

  it('is the payment that somebody would enter by hand: a part, the rest, one by its code', () => {
    const all = lines(`${decision},,2024-03-20,200,B1`, `${decision},,2024/3/25,300.00,B2`, `,1001,2024-03-21,500,B3`);
    expect(all.map((line) => line.is === 'good' && [line.title, line.data])).toEqual([
      ['甲', { at: '2024-03-19T16:00:00.000Z', amountFen: 200_00, receipt: 'B1', way: 'bank' }],
      ['甲', { at: '2024-03-24T16:00:00.000Z', amountFen: 300_00, receipt: 'B2', way: 'bank' }],
      ['戊', { at: '2024-03-20T16:00:00.000Z', amountFen: 500_00, receipt: 'B3', way: 'bank' }],
    ]);
  });

  it.each([
    ['罚99,,2024-03-20,1,B1', { code: 'unknown_number', column: 'number' }],
    [',,2024-03-20,1,B1', { code: 'unknown_number', column: 'code' }],
    [`${decision},1001,2024-03-20,1,B1`, { code: 'two_cases', column: 'code', about: '戊' }],
    ['乙1,,2024-03-20,1,B1', { code: 'other_org', column: 'number', about: '乙' }],
    ['丙1,,2024-03-20,1,B1', { code: 'case_over', column: 'number', about: '丙' }],
    [`${decision},,2024-02-30,1,B1`, { code: 'no_date', column: 'on' }],
    [`${decision},,2024-03-26,1,B1`, { code: 'future_date', column: 'on' }],
    [`${decision},,2024-03-20,abc,B1`, { code: 'no_amount', column: 'amount' }],
    [`${decision},,2024-03-20,500.01,B1`, { code: 'above_owed', column: 'amount', about: 500_00 }],
    [`${decision},,2024-03-20,1,`, { code: 'no_receipt', column: 'receipt' }],
    [`${decision},,2024-03-20,1,示例 0001`, { code: 'receipt_used', column: 'receipt', about: '丙' }],
  ])('is nothing, by its cell: %s', (row, problem) => {
    expect(problemOf(row)).toEqual(problem);
  });

  it('is nothing where the guard would refuse it, or the rows before have said it already', () => {
    expect(problemOf('丁1,,2024-03-20,1,B1')).toMatchObject({ code: 'refused', refusal: { code: 'wrong_stage' } });
    const [, twice, above] = lines(
      `${decision},,2024-03-20,200,B1`,
      `${decision},,2024-03-20,200,b 1`,
      `${decision},,2024-03-20,300.01,B2`,
    );
    expect(twice).toMatchObject({ is: 'bad', problem: { code: 'receipt_twice' } });
    expect(above).toMatchObject({ is: 'bad', problem: { code: 'above_owed', about: 300_00 } });
  });

  it('is told by the cell and what to do', () => {
    const [line] = lines(`${decision},,2024-03-20,500.01,B1`);
    const said = line?.is === 'bad' ? problemWords(line.problem, line.row) : '';
    expect(said).toMatch(/^金额“500\.01”：多于尚未缴纳的罚款 .*500/);
  });
});

/** A case of the ordinary procedure, up to so many steps before its archive. */
function aCase(title: string, { until }: { readonly until: number }): CaseRow {
  const story = new FileStory();
  for (const [act, by, days = 0] of ORDINARY_SCRIPT.slice(0, until)) story.wait(days).add(act, by);
  const state = story.state();
  if (state === undefined) throw new Error('nothing was opened');
  const receipts = (state.file?.payments ?? []).map(({ receipt }) => receiptKey(receipt));
  return { ...state, id: title as CaseRow['id'], title, db: 'case-hsg-2024', siteName: title, receipts };
}
