import { describe, expect, it } from 'vitest';

import { aRegister } from '#shared/testing/registers.ts';

import { badSheet, columnsOf, missingOf, tableOf, templateSheets } from './table.ts';

const COLUMNS = columnsOf(aRegister());

describe('a table', () => {
  it('has its heads below a title, and its lines as the spreadsheet counts them', () => {
    const lines = [
      ['窨井盖台账', '', ''],
      ['井盖编号', '权属单位', '类别'],
      ['', '', ''],
      ['井1', '水务', '雨水'],
    ];
    const table = tableOf(lines, COLUMNS);
    expect(table.heads).toEqual(lines[1]);
    expect(table.places).toEqual({ name: 0, operator: 1, 'own.kind': 2 });
    expect(table.rows).toEqual([{ line: 4, cells: lines[3] }]);
    expect(missingOf(COLUMNS, table.places)).toEqual(['街道（乡镇）', '详细地址']);
  });

  it('made from the template is matched to every column', () => {
    const [sheet, notes] = templateSheets(aRegister(), COLUMNS);
    expect(Object.keys(tableOf(sheet?.lines ?? [], COLUMNS).places).sort()).toEqual(
      COLUMNS.map(({ key }) => key).sort(),
    );
    expect(notes?.lines).toContainEqual(['类别', '必填', '雨水、电力']);
    expect(notes?.lines).toContainEqual(['状态', '可不填', '完好、缺失']);
  });

  it('of bad rows says why behind each', () => {
    const problem = { cell: 'B7', label: '类别', code: 'not_a_choice' } as const;
    const sheet = badSheet(['井盖编号', '类别'], [{ line: 7, cells: ['井1'], problems: [problem], doubtful: false }]);
    expect(sheet.lines).toEqual([
      ['井盖编号', '类别', '错误原因'],
      ['井1', '', 'B7 类别：请从列出的选项中选择'],
    ]);
  });
});
