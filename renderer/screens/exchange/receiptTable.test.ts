import { describe, expect, it } from 'vitest';

import { receiptRows } from './receiptTable.ts';

const TASK = `XZ${'1'.repeat(32)}`;

function read(text: string): unknown {
  const rows = receiptRows(new TextEncoder().encode(text));
  return rows.ok ? rows.value : rows.error;
}

describe('a platform’s receipt as a file', () => {
  it('is a table with heads in either language, in whichever order, empty rows left out', () => {
    expect(read(`\ufeff结果,任务号,退回原因\r\n退回,${TASK},位置不清\r\n,,\r\n`)).toEqual([
      { line: 2, package: '', taskNo: TASK, result: '退回', reason: '位置不清' },
    ]);
    expect(read(`taskNo,RESULT,package\n${TASK},received,p1\n`)).toEqual([
      { line: 2, package: 'p1', taskNo: TASK, result: 'received', reason: '' },
    ]);
  });

  it('is JSON, as a list or with its package outside', () => {
    const items = [{ taskNo: TASK, result: 'received' }];
    expect(read(JSON.stringify(items))).toMatchObject([{ taskNo: TASK, package: '' }]);
    expect(read(JSON.stringify({ package: 'p1', items }))).toMatchObject([{ taskNo: TASK, package: 'p1' }]);
  });

  it('is refused with what is wrong with it', () => {
    expect([read('编号,状态\n1,2\n'), read('任务号,结果\n'), read('{"items":'), read('{"a":1}')]).toEqual([
      ...['no_columns', 'empty', 'not_text', 'not_text'],
    ]);
    const many = Array.from({ length: 2001 }, () => `${TASK},received`).join('\n');
    expect(read(`taskNo,result\n${many}`)).toBe('too_large');
  });
});
