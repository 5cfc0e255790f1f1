import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import type { BoardLine, BoardModel } from '#shared/documents/board.ts';

import { archivalFaults, noArchivalCheck } from './testing/archivalCheck.ts';
import { areFontsEmbedded, rendererHere, textIn } from './testing/node.ts';

const render = rendererHere();
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-board-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** As long as the schema of the plan lets a name be. */
const LONG =
  '中心城区背街小巷老旧排水管网雨污分流改造及沿线窨井盖更换为防沉降窨井盖并建立台账示例指标名称写到所许的最长的六十个字为止';

function aLine(n: number, change: Partial<BoardLine> = {}): BoardLine {
  const months = Array.from({ length: 12 }, (_, at) => (at < 11 ? (at * 90 + n) % 1000 : null));
  return {
    ...{
      rows: `4.3${String.fromCharCode(97 + (n % 5))}`,
      name: `示例指标第${String(n)}项`,
      target: '不少于 1,234.5 公里',
    },
    ...{ actual: `${String(n)}.25 公里`, percent: '12.3%', months, forecast: '1,300 公里', state: '按进度' },
    ...{ urgent: n % 4 === 0, orgs: '黄石港城管局、西塞山城管局等 5 个单位' },
    ...change,
  };
}

function aBoard(lines: readonly BoardLine[]): BoardModel {
  return {
    ...{ schema: 'xunzhi.board.v1', kind: 'plan-board', agency: '示例市城管委', title: '2026年度计划进度表' },
    ...{ plan: '示例市 2026 年城市管理工作计划', asOf: '数据截至 2026年11月29日', sums: '共 30 项　滞后 7 项' },
    caution: '计划为建议稿，目标未经核实。',
    madeAt: '2026-11-29T02:00:00.000Z',
    heads: {
      ...{ rows: '条目', name: '指标', target: '目标', actual: '完成', percent: '完成率' },
      ...{ months: '逐月（1—12月）', forecast: '年底预计', state: '状态', orgs: '主要单位' },
    },
    lines: [...lines],
    note: '内部进度表，不是执法文书，不编号、不签章。',
  };
}

async function printed(model: BoardModel, name: string): Promise<{ readonly file: string; readonly pages: number }> {
  const { pdf, pages, missingGlyphs } = await render({ model });
  const file = join(folder, name);
  writeFileSync(file, pdf);
  expect(missingGlyphs).toEqual([]);
  return { file, pages };
}

const THIRTY = Array.from({ length: 30 }, (_, n) => aLine(n));

describe('the printed board', () => {
  it('has thirty indicators on one page of A4 on its side, each word of it to be read by another program', async () => {
    const model = aBoard(THIRTY);
    const { file, pages } = await printed(model, 'thirty.pdf');
    expect(pages).toBe(1);
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(/Page size:\s+841\.89 x 595\.27\d* pts/);
    expect(areFontsEmbedded(file)).toBe(true);
    const text = textIn(file);
    const { title, agency, plan, asOf, sums, caution, note } = model;
    for (const said of [title, agency, plan, asOf, sums, caution, note, '年底预计', '第1页共1页'])
      expect(text).toContain(said.replaceAll(/\s/g, ''));
    for (const line of model.lines) expect(text).toContain(`${line.rows}${line.name}`.replaceAll(/\s/g, ''));
  });

  it('stays one page with names as long as they may be, and cuts none of them', async () => {
    expect(LONG).toHaveLength(60);
    const { file, pages } = await printed(aBoard(THIRTY.map((line) => ({ ...line, name: LONG }))), 'long.pdf');
    expect(pages).toBe(1);
    const raw = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
    expect(raw.split(LONG)).toHaveLength(31);
  });

  it('goes on over further pages, each with the heads, rather than shrink beyond reading', async () => {
    const { file, pages } = await printed(aBoard(Array.from({ length: 90 }, (_, n) => aLine(n))), 'ninety.pdf');
    expect(pages).toBeGreaterThan(1);
    for (let page = 1; page <= pages; page += 1) expect(textIn(file, page)).toContain('年底预计');
    expect(textIn(file)).toContain('示例指标第89项');
  });

  it('draws a bar for each month that has a number, and nothing where there is none', async () => {
    const one = aLine(1, { months: [1000, 500, ...Array.from({ length: 10 }, () => null)] });
    const none = aLine(1, { months: Array.from({ length: 12 }, () => null) });
    const [with2, without] = [await render({ model: aBoard([one]) }), await render({ model: aBoard([none]) })];
    const darkOf = (pdf: Uint8Array, name: string): number => {
      const file = join(folder, name);
      writeFileSync(file, pdf);
      const raw = execFileSync('pdftoppm', ['-r', '150', '-gray', file], { maxBuffer: 64 * 1024 * 1024 });
      return raw.reduce((count, value) => count + (value > 80 && value < 100 ? 1 : 0), 0);
    };
    expect(darkOf(with2.pdf, 'bars.pdf') - darkOf(without.pdf, 'none.pdf')).toBeGreaterThan(100);
  });

  it('is what an archive takes (PDF/A-1b), as another program finds', async ({ skip }) => {
    const reason = noArchivalCheck();
    skip(reason !== undefined, reason);
    const { file } = await printed(aBoard(THIRTY), 'archive.pdf');
    expect(archivalFaults([file])).toEqual({});
  });
});
