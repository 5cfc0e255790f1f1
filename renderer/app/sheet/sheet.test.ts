import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';

import { readSheet, writeSheets, type Lines } from './sheet.ts';

function linesIn(bytes: Uint8Array): Lines | string {
  const lines = readSheet(bytes);
  return lines.ok ? lines.value : lines.error;
}

/** `店名,日期` and `好味,2024-3-1`, in GB18030, with a character (𠮷) that GBK has not. */
const GB18030 = Uint8Array.from(
  [0xb5, 0xea, 0xc3, 0xfb, 0x2c, 0xc8, 0xd5, 0xc6, 0xda, 0x0d, 0x0a].concat(
    ...[0xba, 0xc3, 0xce, 0xb6, 0x95, 0x34, 0xb2, 0x35, 0x2c, 0x32, 0x30, 0x32, 0x34, 0x2d, 0x33, 0x2d, 0x31],
  ),
);

describe('a table is read', () => {
  it('of a workbook: text, long numbers in full, days as days, formulas as what they came to', () => {
    const sheet = utils.aoa_to_sheet([
      ['店名', '电话', '日期', '数', '是否'],
      ['好味', 13_800_000_000_123, new Date(Date.UTC(2024, 2, 1)), 1.25, true],
      [],
      ['  后  ', '', '', '', ''],
    ]);
    sheet['D2'] = { t: 'n', v: 3, f: '1+2' };
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), '空');
    utils.book_append_sheet(book, sheet, '台账');
    for (const bookType of ['xlsx', 'biff8'] as const) {
      const bytes = new Uint8Array(write(book, { type: 'array', bookType, cellDates: false }) as ArrayBuffer);
      expect(linesIn(bytes)).toEqual([
        ['店名', '电话', '日期', '数', '是否'],
        ['好味', '13800000000123', '2024-03-01', '3', '是'],
        ['', '', '', '', ''],
        ['后', '', '', '', ''],
      ]);
    }
  });

  it('of text in UTF-8 with a mark, UTF-16 and GB18030', () => {
    expect(linesIn(new TextEncoder().encode('\ufeff店名\t日期\r\n"好,味"\t1'))).toEqual([
      ['店名', '日期'],
      ['好,味', '1'],
    ]);
    const utf16 = new Uint8Array(Uint16Array.from('\ufeff店,名'.split('').map((char) => char.charCodeAt(0))).buffer);
    expect(linesIn(utf16)).toEqual([['店', '名']]);
    expect(linesIn(GB18030)).toEqual([
      ['店名', '日期'],
      ['好味𠮷', '2024-3-1'],
    ]);
  });

  it('and refused where it is none', () => {
    expect(linesIn(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBe('unreadable');
    expect(linesIn(Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe('unreadable');
    expect(linesIn(new TextEncoder().encode(' , \r\n'))).toBe('empty');
    expect(linesIn(new Uint8Array(50 * 1024 * 1024 + 1))).toBe('too_large');
    expect(linesIn(new TextEncoder().encode('a\n'.repeat(60_001)))).toBe('too_many_rows');
  });

  it('as it was written, with nothing that a spreadsheet would calculate', () => {
    const lines = [
      ['店名', '原因'],
      ['=1+2', '00123'],
    ];
    expect(linesIn(writeSheets([{ name: '错误', lines }]))).toEqual(lines);
  });
});
