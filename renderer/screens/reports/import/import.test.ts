import { describe, expect, it } from 'vitest';

import { judgeRows, momentOf, sourceOf, type Importing } from './judgeRows.ts';
import { reportTableRows, type ReportTableRow } from './reportTable.ts';

const NOW = Date.parse('2026-03-05T12:00:00+08:00');
const BY: Importing = { nowMs: NOW, crs: 'CGCS2000', mayName: true, known: new Set() };

function aRow(changes: Partial<ReportTableRow> = {}): ReportTableRow {
  const place = { address: '示例路 1 号', lon: '115.048', lat: '30.22' };
  const who = { name: '张三', phone: '13900001111' };
  return {
    line: 2,
    external: 'A1',
    source: '网格员',
    text: '道路不洁',
    ...place,
    at: '2026-03-05 09:30',
    ...who,
    ...changes,
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('a file of reports', () => {
  it('is read as CSV and as JSON alike', () => {
    const csv = bytesOf(
      '\uFEFF编号,来源,内容,地址,经度,纬度,时间,姓名,电话\r\nA1,网格员,道路不洁,示例路 1 号,115.048,30.22,2026-03-05 09:30,张三,13900001111\r\n,,,,,,,,\r\n',
    );
    const json = bytesOf(
      JSON.stringify([
        {
          ...{ 编号: 'A1', 来源: '网格员', 内容: '道路不洁', 地址: '示例路 1 号', 经度: 115.048, 纬度: 30.22 },
          ...{ 时间: '2026-03-05 09:30', 姓名: '张三', 电话: '13900001111', 其他: null },
        },
      ]),
    );
    for (const bytes of [csv, json]) expect(reportTableRows(bytes)).toEqual({ ok: true, value: [aRow()] });
  });

  it('is read in GBK', () => {
    // 编号,来源,内容,地址,时间
    const heads = 'b1e0bac52cc0b4d4b42cc4dac8dd2cb5d8d6b72ccab1bce4';
    const bytes = Uint8Array.from([...(`${heads}0a412c622c632c642c65`.match(/../g) ?? [])], (hex) =>
      Number.parseInt(hex, 16),
    );
    expect(reportTableRows(bytes)).toMatchObject({
      ok: true,
      value: [{ external: 'A', source: 'b', at: 'e', line: 2 }],
    });
  });

  it.each([
    ['编号,来源\nA,b', 'no_columns'],
    ['编号,来源,内容,地址,时间\n', 'empty_table'],
    ['[1, 2', 'not_text'],
    ['{"a": 1}', 'not_text'],
    ['a\u0000b', 'not_text'],
    ['x'.repeat(2_000_001), 'too_large'],
  ])('%#: is refused', (text, problem) => {
    expect(reportTableRows(bytesOf(text))).toEqual({ ok: false, error: problem });
  });
});

describe('a row', () => {
  it('becomes a report, its reporter apart', () => {
    const [line] = judgeRows([aRow()], BY);
    expect(line).toMatchObject({
      is: 'good',
      ready: {
        data: {
          source: 'grid',
          external: 'A1',
          place: { position: { lonE7: 1_150_480_000, latE7: 302_200_000, crs: 'CGCS2000' } },
          happenedAt: '2026-03-05T01:30:00.000Z',
        },
        reporter: { name: '张三', phone: '13900001111' },
      },
    });
    expect(JSON.stringify(line?.is === 'good' && line.ready.data)).not.toContain('139');
  });

  it.each([
    [{ external: '' }, 'external', 'empty'],
    [{ text: '字'.repeat(2001) }, 'text', 'too_long'],
    [{ source: '路人' }, 'source', 'no_source'],
    [{ at: '上周三' }, 'at', 'no_time'],
    [{ at: '2026-02-30 09:00' }, 'at', 'no_time'],
    [{ at: '2026-03-05 12:01' }, 'at', 'future'],
    [{ at: '2025-03-01 12:00' }, 'at', 'too_old'],
    [{ lon: '东经115' }, 'lon', 'no_number'],
    [{ lat: '' }, 'lat', 'no_number'],
  ])('with %o is not taken', (changes, column, problem) => {
    expect(judgeRows([aRow(changes)], BY)).toMatchObject([{ is: 'bad', column, problem }]);
  });

  it('is taken once: not again in the file, and known where it is here', () => {
    expect(judgeRows([aRow(), aRow({ line: 3 })], BY).map(({ is }) => is)).toEqual(['good', 'bad']);
    expect(judgeRows([aRow()], { ...BY, known: new Set(['grid|A1']) })[0]?.is).toBe('known');
  });

  it('with a reporter is not for somebody who may not know who reports', () => {
    expect(judgeRows([aRow(), aRow({ external: 'A2', name: '', phone: '' })], { ...BY, mayName: false })).toMatchObject(
      [{ is: 'bad', column: 'name', problem: 'not_allowed' }, { is: 'good' }],
    );
  });
});

it('reads times and sources as people write them', () => {
  for (const text of ['2026/3/5 9:30', '2026年3月5日 9时30分', '2026-03-05T09:30:00', '2026-03-05T01:30:00Z'])
    expect([text, momentOf(text)]).toEqual([text, Date.parse('2026-03-05T09:30:00+08:00')]);
  expect(['12345热线', '热线', '随手拍', 'drone', ' 快递小哥 '].map(sourceOf)).toEqual([
    ...['hotline', 'hotline', 'snapshot', 'drone', 'courier'],
  ]);
});
