import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { buildD07, type D07Input } from '#shared/documents/d07.ts';
import type { Block, FormModel } from '#shared/documents/formModel.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';
import { aD07Input } from '#shared/documents/testing/aD07Input.ts';
import { buildJpeg, GREEN, quadrants, RED } from '#shared/evidence/testing/jpegBuilder.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { areFontsEmbedded, rendererHere, textIn } from './testing/node.ts';

const render = rendererHere();
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-print-'));
const WIDE = buildJpeg({ columns: 40, rows: 30, colourAt: quadrants(40, 30) });
const TALL = buildJpeg({ columns: 30, rows: 40, colourAt: (column) => (column % 2 === 0 ? RED : GREEN) });

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function notice(change: Partial<D07Input> = {}): SheetModel {
  const model = buildD07(aD07Input(change));
  if (!model.ok) throw new Error(model.error);
  return model.value;
}

function named(...jpegs: readonly Uint8Array[]): NonNullable<D07Input['photos']> {
  return jpegs.map((jpeg) => ({ print: sha256Hex(jpeg), original: sha256Hex(jpeg) }));
}

function kept(name: string, pdf: Uint8Array): string {
  const file = join(process.env['XUNZHI_SHEETS'] ?? folder, name);
  writeFileSync(file, pdf);
  return file;
}

/** The pictures of a PDF as poppler takes them out, and on which page each stands. */
function pictures(file: string): { readonly jpegs: readonly Uint8Array[]; readonly pages: readonly number[] } {
  const out = mkdtempSync(join(folder, 'out-'));
  execFileSync('pdfimages', ['-all', file, join(out, 'picture')]);
  const list = execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  return {
    jpegs: readdirSync(out)
      .sort()
      .map((name) => new Uint8Array(readFileSync(join(out, name)))),
    pages: list.map((line) => Number(line.trim().split(/\s+/)[0])),
  };
}

describe('a notice with photos', () => {
  it('holds them byte for byte, and its own words', async () => {
    const { pdf } = await render({ model: notice({ photos: named(WIDE, TALL) }), photos: [TALL, WIDE] });
    const file = kept('D07-photos.pdf', pdf);
    expect(pictures(file).jpegs.map((jpeg) => sha256Hex(jpeg))).toEqual([WIDE, TALL].map((jpeg) => sha256Hex(jpeg)));
    expect(textIn(file)).toContain(`原件校验码${sha256Hex(WIDE).slice(0, 16)}`);
  });

  it('has the same bytes whatever was printed before or at the same time', async () => {
    const job = { model: notice({ photos: named(WIDE) }), photos: [WIDE] };
    const first = await render(job);
    const others = [notice({ facts: '别的事实：①②③ ABC' }), notice({ facts: '㛃龘' })].map((model) =>
      render({ model }),
    );
    const again = render(job);
    await Promise.all(others);
    expect(sha256Hex((await again).pdf)).toBe(sha256Hex(first.pdf));
    expect(sha256Hex((await rendererHere()(job)).pdf)).toBe(sha256Hex(first.pdf));
  });

  it('is not printed without them, and takes nothing that is no JPEG', async () => {
    const model = notice({ photos: named(WIDE) });
    await expect(render({ model })).rejects.toThrow('is missing');
    await expect(render({ model, photos: [TALL] })).rejects.toThrow('is missing');
    await expect(render({ model, photos: [new Uint8Array(100)] })).rejects.toThrow('no JPEG');
  });
});

describe('a sheet of evidence photos', () => {
  it('has at most two on a page, whatever is said of them', async () => {
    const said = { is: 'photo', original: 'a'.repeat(64), sign: ['拍摄人', '见证人', '与原件核对无误'] } as const;
    const block = (jpeg: Uint8Array, value: string): Block => ({
      ...said,
      print: sha256Hex(jpeg),
      rows: [{ label: '内容（证明对象）', value }],
      sign: [...said.sign],
    });
    const blocks = [
      block(WIDE, '占道'),
      block(TALL, '占道'),
      block(WIDE, '很长的说明。'.repeat(60)),
      block(TALL, '占道'),
      block(WIDE, '占道'),
    ];
    const { pdf } = await render({ model: aSheet(blocks), photos: [WIDE, TALL] });
    const { pages } = pictures(kept('D03-photos.pdf', pdf));
    const onPage = pages.map((page) => pages.filter((one) => one === page).length);
    expect(pages).toHaveLength(5);
    expect(Math.max(...onPage)).toBe(2);
  });
});

describe('characters', () => {
  it('that few documents have are embedded and can be read, too', async () => {
    const name = '㛃龘犇赟Ω面馆';
    const { pdf, missingGlyphs } = await render({ model: notice({ party: { ...aD07Input().party, name } }) });
    const file = kept('rare.pdf', pdf);
    expect(missingGlyphs).toEqual([]);
    expect(textIn(file)).toContain(name);
    expect(areFontsEmbedded(file)).toBe(true);
  });
});

function aSheet(blocks: readonly Block[]): FormModel {
  return {
    ...{ schema: 'xunzhi.form.v1', kind: 'D03', template: 'D03.1', org: 'hsg', agency: '示例机关', title: '现场照片' },
    ...{ madeAt: '2024-03-05T02:45:00.000Z', blocks: [...blocks], eachPage: '', endMark: '（以下空白）' },
  };
}
