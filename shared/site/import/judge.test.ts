import { describe, expect, it } from 'vitest';

import { aRegister } from '../../testing/registers.ts';

import { columnName, importColumns, matchColumns, type ColumnPlaces } from './columns.ts';
import { judgeRows, siteKeys, type ImportTarget, type JudgedRow, type KnownSites } from './judge.ts';

const LABELS = {
  ...{ uscc: '统一社会信用代码', phone: '联系电话', division: '县（市、区）', street: '街道（乡镇）' },
  ...{ address: '详细地址', frontage: '门前长度（米）', state: '状态' },
};
const DIVISIONS = [
  {
    code: '420202',
    name: '黄石港区',
    streets: [
      { code: '420202005', name: '沈家营街道' },
      { code: '420202006', name: '黄石港街道' },
    ],
  },
  { code: '420203', name: '西塞山区', streets: [{ code: '420203007', name: '章山街道' }] },
];
const REGISTER = aRegister();
const COLUMNS = importColumns(REGISTER, LABELS);
const HEADS = [
  '井盖编号',
  '权属单位*',
  '统一社会信用代码',
  '街道 (乡镇)',
  '详细地址',
  '类别',
  '井深',
  '有防坠网',
  '更换日期',
  '备注',
];
const GOOD = ['井1', '水务公司', '', '沈家营', '路 1 号', '雨水', '1.25', '是', '2024/3/1', '随便'];

function target(known: KnownSites = new Map()): ImportTarget {
  return { register: REGISTER, columns: COLUMNS, divisions: DIVISIONS, known };
}

function judge(rows: readonly (readonly string[])[], known?: KnownSites): readonly JudgedRow[] {
  const table = rows.map((cells, at) => ({ line: at + 2, cells }));
  return judgeRows(table, matchColumns(HEADS, COLUMNS), target(known));
}

function changed(at: number, value: string): readonly string[] {
  return GOOD.map((cell, index) => (index === at ? value : cell));
}

describe('columns', () => {
  it('are found by their heads, and the rest is left for a person', () => {
    const places: ColumnPlaces = matchColumns(HEADS, COLUMNS);
    expect(places).toEqual({
      ...{ name: 0, operator: 1, uscc: 2, street: 3, address: 4 },
      ...{ 'own.kind': 5, 'own.depthM': 6, 'own.net': 7, 'own.replacedOn': 8 },
    });
  });
  it('are named as spreadsheets name them', () => {
    expect([0, 2, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'C', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('a row', () => {
  it('becomes what the register keeps', () => {
    expect(judge([GOOD])).toEqual([
      {
        ...{ line: 2, cells: GOOD, problems: [], doubtful: false },
        data: {
          ...{ name: '井1', operator: '水务公司', address: '路 1 号', division: '420202', street: '420202005' },
          ...{ register: 'manhole', state: 'good' },
          fields: { kind: 'rain', depthM: '1.25', net: 'yes', replacedOn: '2024-03-01' },
        },
      },
    ]);
  });

  it.each([
    [0, '', 'A2', '井盖编号', 'required'],
    [0, 'x'.repeat(101), 'A2', '井盖编号', 'too_long'],
    [2, '9242', 'C2', '统一社会信用代码', 'bad_uscc'],
    [2, '92420202MAOXXXX01J', 'C2', '统一社会信用代码', 'bad_uscc'],
    [3, '没有的街道', 'D2', '街道（乡镇）', 'unknown_street'],
    [5, '', 'F2', '类别', 'required'],
    [5, '彩色', 'F2', '类别', 'not_a_choice'],
    [6, '很深', 'G2', '井深（米）', 'not_a_number'],
    [6, '1.234', 'G2', '井深（米）', 'too_precise'],
    [7, '也许', 'H2', '有防坠网', 'not_a_flag'],
    [8, '2024-02-30', 'I2', '更换日期', 'not_a_date'],
  ])('with %i = %j is refused by its cell %s', (at, value, cell, label, code) => {
    const [row] = judge([changed(at, value)]);
    expect(row?.problems).toEqual([{ cell, label, code }]);
    expect(row?.data).toBeUndefined();
  });

  it('with a code that only fails its check digit is taken with a doubt', () => {
    expect(judge([changed(2, '92420202MA0XXXX02J')])[0]).toMatchObject({ problems: [], doubtful: true });
    expect(judge([changed(2, '92420202ma0xxxx01j')])[0]).toMatchObject({
      doubtful: false,
      data: { uscc: '92420202MA0XXXX01J' },
    });
  });

  it('that stands there twice is named once, with the line of the first, and a bad row takes no place', () => {
    const [first, second, third] = judge([changed(6, '很深'), GOOD, changed(1, '别家')]);
    expect(first?.problems[0]?.code).toBe('not_a_number');
    expect(second?.problems).toEqual([]);
    expect(third?.problems).toEqual([{ cell: 'A4', label: '井盖编号', code: 'twice_in_file', about: '3' }]);
  });

  it('that is in the register is named by what it is called there', () => {
    const [row] = judge([GOOD]);
    if (row?.data === undefined) throw new Error('it is good');
    const known = new Map(siteKeys({ ...row.data, address: '路　1　号' }).map((key) => [key, '老井']));
    expect(judge([GOOD], known)[0]?.problems).toMatchObject([{ cell: 'A2', code: 'in_register', about: '老井' }]);
  });
});
