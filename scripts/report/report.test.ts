import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { closeReport, reportText } from './print.ts';
import { aReport, measured } from './report.ts';
import { columnsOf, tableLines } from './table.ts';

const RUN = { versions: { xunzhi: '0.1.0' }, seed: '7' };

describe('measured', () => {
  it('fills in the ratio and whether the goal was met', () => {
    expect(measured('pull', 900, 'docs/s', { against: 600, goal: '>= 800' })).toEqual({
      id: 'pull',
      value: 900,
      unit: 'docs/s',
      against: 600,
      ratio: 1.5,
      goal: '>= 800',
      met: true,
    });
  });

  it.each([
    [3, '<= 3', true],
    [4, '<= 3', false],
    [3, '>= 3', true],
    [2, '>= 3', false],
    [0, '== 0', true],
    [1, '== 0', false],
    [NaN, '<= 3', false],
  ] as const)('judges %d against %s as %s', (value, goal, met) => {
    expect(measured('x', value, 'ms', { goal }).met).toBe(met);
  });

  it('leaves out a ratio to nothing', () => {
    expect(measured('x', 1, 'ms', { against: 0 })).not.toHaveProperty('ratio');
  });
});

describe('aReport', () => {
  it('fails on a missed goal, on a problem and on no measures', () => {
    expect(aReport('a', { ...RUN, measures: [measured('lost', 0, 'events', { goal: '== 0' })] }).status).toBe('ok');
    expect(aReport('a', { ...RUN, measures: [measured('lost', 1, 'events', { goal: '== 0' })] }).status).toBe('failed');
    expect(aReport('a', { ...RUN, measures: [measured('x', 1, 'ms')], problem: 'hub died' }).status).toBe('failed');
    expect(aReport('a', { ...RUN, measures: [] }).status).toBe('failed');
  });
});

describe('the table', () => {
  it('counts Chinese characters as two columns', () => {
    expect(columnsOf('门前三包')).toBe(8);
    expect(columnsOf('（a）')).toBe(5);
    expect(columnsOf('𠮷')).toBe(2);
    expect(columnsOf('e\u0301')).toBe(1);
  });

  it('keeps columns under each other', () => {
    const lines = tableLines(
      [
        ['步骤', 'ms', 'x'],
        ['登录', '5', 'x'],
        ['open', '1200', 'x'],
      ],
      [1],
    );
    expect(lines).toEqual(['步骤    ms  x', '────  ────  ─', '登录     5  x', 'open  1200  x']);
  });

  it('shows every measure', () => {
    const text = reportText(
      aReport('bench pull', { ...RUN, measures: [measured('拉取', 12.345, 's', { goal: '<= 5' })] }),
    );
    expect(text).toContain('bench pull: failed · xunzhi 0.1.0 · seed 7');
    expect(text).toMatch(/拉取\s+12\.3\s+s\s+<= 5\s+NO/);
  });
});

describe('closeReport', () => {
  it('writes the JSON where asked and answers the exit code', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'report-'));
    const file = path.join(folder, 'deep', 'report.json');
    const report = aReport('demo', { ...RUN, measures: [measured('steps', 3, 'steps')] });
    expect(await closeReport(report, file)).toBe(0);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(report);
    expect(await closeReport({ ...report, status: 'failed' }, undefined)).toBe(1);
    await rm(folder, { recursive: true });
  });
});
