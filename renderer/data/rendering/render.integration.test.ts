import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildD07, type D07Input } from '#shared/documents/d07.ts';
import { modelHash, type SheetModel } from '#shared/documents/sheetModel.ts';
import { aD07Input, aMatter } from '#shared/documents/testing/aD07Input.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import type { Render } from './render.ts';
import { rendererHere } from './testing/node.ts';

const folder = mkdtempSync(join(tmpdir(), 'xunzhi-pdf-'));
let render: Render;

beforeAll(() => {
  render = rendererHere();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function built(change: Partial<D07Input> = {}): SheetModel {
  const result = buildD07(aD07Input(change));
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** Runs one of poppler's readers on the PDF: what a stranger's program makes of it. */
function read(tool: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Uint8Array, ...options: string[]): string {
  const file = join(folder, 'read.pdf');
  writeFileSync(file, pdf);
  return execFileSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
}

/** The text of the PDF without spaces and line ends, so that line breaks do not matter; and without page breaks, too. */
async function textOf(change: Partial<D07Input> = {}): Promise<string> {
  return read('pdftotext', (await render({ model: built(change) })).pdf, '-raw').replaceAll(/\s/g, '');
}

describe('the rendered notice', () => {
  it('says number, party, facts, basis, requirements and deadline to any reader', async () => {
    const text = await textOf();
    for (const shown of [
      '黄石市城市管理执法委员会',
      '责令限期改正通知书',
      '黄城管改字〔2024〕1号',
      '磁湖小吃店',
      '92420200MA4XXXXX1A',
      '占用面积约2平方米',
      '第三十六条第（二）项',
      '2.清扫门前人行道',
      '2024年3月8日（星期五）前改正，含当日',
      '17020002',
      '（存根）',
      '第1页共2页',
      '第2页共2页',
    ])
      expect(text).toContain(shown);
  });

  it('is A4 with every font embedded as a subset', async () => {
    const { pdf, pages } = await render({ model: built() });
    const info = read('pdfinfo', pdf);
    expect(info).toMatch(/Page size:\s+595\.28 x 841\.89 pts \(A4\)/);
    expect(info).toMatch(new RegExp(`Pages:\\s+${String(pages)}\\b`));
    expect(info).toContain(modelHash(built()));
    const fonts = read('pdffonts', pdf).trim().split('\n').slice(2);
    expect(fonts.map((line) => /NotoSerifSC-\w+\s+CID TrueType\s+Identity-H\s+yes yes yes/.test(line))).toEqual([
      true,
      true,
    ]);
  });

  it('prints a draft with a watermark and no number', async () => {
    const text = await textOf({ number: undefined, matter: aMatter({ verification: 'memory' }) });
    expect(text).toContain('草稿');
    expect(text).toContain('未经核实');
    expect(text).not.toContain('1号2024');
    expect(text).not.toContain('黄城管改字');
    expect(await textOf()).not.toContain('草稿');
  });

  it('prints the longest texts whole, page after page', async () => {
    const facts = Array.from({ length: 180 }, (_, i) => `第${String(i)}处堆放物料。`).join('');
    const toCorrect = Array.from({ length: 50 }, (_, i) => `收回第${String(i)}处物料`).join('\n');
    const name = '磁湖'.repeat(50);
    const text = await textOf({ facts, toCorrect, party: { ...aD07Input().party, name } });
    const whole = text.replaceAll(/第\d页共\d页(?:责令限期改正通知书黄城管改字〔2024〕1号)?/g, '');
    expect(whole).toContain(facts);
    for (let i = 0; i < 50; i += 1) expect(whole).toContain(`${String(i + 1)}.收回第${String(i)}处`);
    expect(text).toContain(name);
  });

  it('names the characters that no font has', async () => {
    const { missingGlyphs } = await render({
      model: built({ party: { ...aD07Input().party, name: '㛃\u{20BB7}面馆' } }),
    });
    expect(missingGlyphs).toEqual(['\u{20BB7}']);
    expect((await render({ model: built() })).missingGlyphs).toEqual([]);
  });
});

describe('reproduction', () => {
  it('gives the same bytes again, whatever was rendered in between', async () => {
    const first = await render({ model: built() });
    await render({ model: built({ facts: '别的事实：①②③ ABC', party: { ...aD07Input().party, name: '㛃' } }) });
    const again = await render({ model: built() });
    expect(sha256Hex(again.pdf)).toBe(sha256Hex(first.pdf));
    expect(sha256Hex((await render({ model: built({ facts: '别的事实。' }) })).pdf)).not.toBe(sha256Hex(first.pdf));
  });

  it('gives the same bytes in another process, in another time zone and language', async () => {
    const script = join(import.meta.dirname, 'testing/printHash.ts');
    const run = (env: Record<string, string>): string =>
      execFileSync(process.execPath, ['--import', 'tsx', script], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
      }).trim();
    const hash = sha256Hex((await render({ model: built() })).pdf);
    expect(run({ TZ: 'America/New_York', LANG: 'C' })).toBe(hash);
    expect(run({ TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' })).toBe(hash);
  });
});
