import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import decodeQR from 'qr/decode.js';
import { afterAll, describe, expect, it } from 'vitest';

import { buildSheet } from '#shared/documents/fileSheet.ts';
import { aMeasure, aSheetFacts, someThings } from '#shared/documents/testing/aSheetFacts.ts';
import { aSheetInput } from '#shared/documents/testing/aSheetInput.ts';
import { aPublication } from '#shared/documents/testing/aSignedCode.ts';
import { verifyCode } from '#shared/documents/verifyCode.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { archivalFaults, noArchivalCheck } from './testing/archivalCheck.ts';
import { codeOf, GOLDEN_SET, goldenJob, goldenLine, sure } from './testing/goldenSet.ts';
import { areFontsEmbedded, pictureOf, rendererHere, textIn } from './testing/node.ts';

const render = rendererHere();
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-sheets-'));
const sheets = process.env['XUNZHI_SHEETS'] ?? folder;
const golden: string[] = [];
/** A numbered document, and the one paper that bears a code without a number. */
const BEARING = ['D22', 'D38'];

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** `XUNZHI_SHEETS`: a folder that keeps the PDFs to be looked at. */
describe('every document', () => {
  it.each(GOLDEN_SET)('$kind is a PDF with embedded fonts that another program reads', async (document) => {
    const { kind, model, says } = document;
    const { pdf, pages, missingGlyphs } = await render(goldenJob(document));
    expect(missingGlyphs).toEqual([]);
    const file = join(sheets, `${kind}.pdf`);
    writeFileSync(file, pdf);
    const text = textIn(file);
    for (const words of [model.title, ...says]) expect(text).toContain(words.replaceAll(/\s/g, ''));
    expect(areFontsEmbedded(file)).toBe(true);
    golden.push(goldenLine(document, pages, sha256Hex(pdf)));
  });

  it('is what an archive takes (PDF/A-1b), as another program finds; a draft is not', async ({ skip }) => {
    const reason = noArchivalCheck();
    skip(reason !== undefined, reason);
    const draft = sure(buildSheet(aSheetInput({ kind: 'D22', number: undefined })));
    const files = [...GOLDEN_SET.map(({ kind }) => join(sheets, `${kind}.pdf`)), join(folder, 'draft.pdf')];
    writeFileSync(files.at(-1) ?? '', (await render({ model: draft })).pdf);
    expect(Object.keys(archivalFaults(files))).toEqual(['draft.pdf']);
  });

  it('bears a code that a camera reads and the published key proves', () => {
    const seen = BEARING.map((kind) => decodeQR(pictureOf(join(sheets, `${kind}.pdf`))));
    const models = BEARING.map((kind) => GOLDEN_SET.find((document) => document.kind === kind)?.model);
    expect(seen).toEqual(models.map((model) => model && codeOf(model)));
    const numbers = ['黄港城管罚决字〔2026〕1号', '检查记录5e1f3a27'];
    for (const [at, number] of numbers.entries())
      expect(verifyCode(seen[at] ?? '', aPublication())).toMatchObject({ is: 'genuine', content: { number } });
  });

  it('with a long list and long names shows the head of the list on each page, and each thing once', async () => {
    const name = '示例长名称建材贸易有限公司黄石港区分公司第三仓储配送服务中心';
    const taken = { items: someThings(45), place: `${name}门前人行道、后院露天堆场以及相邻公共通道` };
    const measure = { ...aMeasure('seizure', taken), ended: undefined };
    const party = { kind: 'legal_person' as const, name, representative: '欧阳示例', address: '示例路 30 号' };
    const of = { ...aSheetFacts(), measure, measures: [measure] };
    const model = sure(buildSheet(aSheetInput({ kind: 'D11', penalty: undefined, party, of })));
    const { pdf, pages } = await render({ model, code: undefined });
    const file = join(sheets, 'long-list.pdf');
    writeFileSync(file, pdf);
    const texts = Array.from({ length: pages }, (_, page) => textIn(file, page + 1));
    const withThings = texts.filter((text) => /水泥|镀锌钢管/.test(text));
    expect(withThings.length).toBeGreaterThan(1);
    for (const text of withThings) expect(text).toContain('序号名称规格型号数量状况备注');
    expect(texts.join('').match(/水泥|镀锌钢管/g)).toHaveLength(45);
    expect(texts.at(-1)).toContain('以上共45项，以下空白');
    expect(texts.at(-1)).toContain('当事人核对签名');
  });

  // Whoever changes wording or layout raises `template` of the document (or RENDERER_VERSION, where all of them change).
  it('has the bytes of its template and of the renderer version', async () => {
    await expect(golden.join('')).toMatchFileSnapshot('testing/golden.txt');
  });
});
