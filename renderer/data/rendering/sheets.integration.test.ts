import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import decodeQR from 'qr/decode.js';
import { afterAll, describe, expect, it } from 'vitest';

import { codeContent } from '#shared/documents/code.ts';
import { buildD07 } from '#shared/documents/d07.ts';
import { closingOf } from '#shared/documents/dossier/closingSheet.ts';
import { contentsOf } from '#shared/documents/dossier/contentsSheet.ts';
import { coverOf } from '#shared/documents/dossier/cover.ts';
import { aBinding } from '#shared/documents/dossier/testing/aBinding.ts';
import { buildSheet } from '#shared/documents/fileSheet.ts';
import { DEFINITIONS } from '#shared/documents/kinds/index.ts';
import { buildLoose } from '#shared/documents/papers/loose.ts';
import type { PrintedModel } from '#shared/documents/printedModel.ts';
import { SHEET_KINDS, type SheetKind } from '#shared/documents/sheetInput.ts';
import { modelHash, type SheetModel } from '#shared/documents/sheetModel.ts';
import { aD07Input } from '#shared/documents/testing/aD07Input.ts';
import {
  A_PRINT_JPEG,
  CASH,
  CASH_SCRIPT,
  FULL_SCRIPT,
  papersOfTold,
  RETURNED_SCRIPT,
  SUBSTITUTE_SCRIPT,
} from '#shared/documents/testing/aFullFile.ts';
import { anInspectionSource, aSiteSource } from '#shared/documents/testing/aLoosePaper.ts';
import { aMeasure, aSheetFacts, someThings } from '#shared/documents/testing/aSheetFacts.ts';
import { aSheetInput } from '#shared/documents/testing/aSheetInput.ts';
import { aCodeContent, aPublication, aSignedCode } from '#shared/documents/testing/aSignedCode.ts';
import { verifyCode } from '#shared/documents/verifyCode.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { RENDERER_VERSION } from './rendererVersion.ts';
import { areFontsEmbedded, rendererHere, textIn } from './testing/node.ts';

const render = rendererHere();
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-sheets-'));
const golden = new Map<string, string>();

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const SHEETS = SHEET_KINDS.map((kind) => ({ kind, model: sheetOf(kind), says: wordsOf(kind) }));
const PAPERS = [
  ...papersOfTold(FULL_SCRIPT),
  ...papersOfTold(CASH_SCRIPT, CASH),
  ...[RETURNED_SCRIPT, SUBSTITUTE_SCRIPT].flatMap((script) => papersOfTold(script)),
]
  .filter(({ offer }, at, all) => all.findIndex((one) => one.offer.kind === offer.kind) === at)
  .map(({ offer, model }) => ({ kind: offer.kind, model, says: [offer.title, '（以下空白）'] }));
const AROUND = [coverOf, contentsOf, closingOf].map((of) => {
  const model = of(aBinding('norm'));
  return { kind: `D36-${of.name.replace('Of', '')}`, model, says: [model.agency] };
});
const LOOSE = [buildLoose('D37', aSiteSource()), buildLoose('D38', anInspectionSource())].map((model) => ({
  ...{ kind: model.kind, model, says: ['示例小吃店', '（以下空白）'] },
}));
const NOTICE = { kind: 'D07', model: sure(buildD07(aD07Input())), says: ['磁湖小吃店'] };

/** Every document that is made, of an invented case. `XUNZHI_SHEETS`: a folder that keeps the PDFs to be looked at. */
const ALL: readonly { readonly kind: string; readonly model: PrintedModel; readonly says: readonly string[] }[] = [
  ...[NOTICE, ...SHEETS, ...PAPERS, ...LOOSE, ...AROUND].sort((one, other) => (one.kind < other.kind ? -1 : 1)),
];

describe('every document', () => {
  it.each(ALL)('$kind is a PDF with embedded fonts that another program reads', async ({ kind, model, says }) => {
    const { pdf, pages, missingGlyphs } = await render({
      model,
      photos: [A_PRINT_JPEG],
      code: model.schema === 'xunzhi.form.v1' ? undefined : codeOf(model),
    });
    expect(missingGlyphs).toEqual([]);
    const file = join(process.env['XUNZHI_SHEETS'] ?? folder, `${kind}.pdf`);
    writeFileSync(file, pdf);
    const text = textIn(file);
    for (const words of [model.title, ...says]) expect(text).toContain(words.replaceAll(/\s/g, ''));
    expect(areFontsEmbedded(file)).toBe(true);
    golden.set(
      kind.startsWith('D36') ? kind.replace('D36', 'D36.1') : (model.template ?? kind),
      `pages ${String(pages)}  model ${modelHash(model)}  pdf ${sha256Hex(pdf)}  ${RENDERER_VERSION}`,
    );
  });

  it('bears a code that a camera reads and the published key proves', async () => {
    const model = SHEETS.find(({ kind }) => kind === 'D22')?.model;
    if (model?.schema !== 'xunzhi.sheet.v1') throw new Error('no decision');
    const code = codeOf(model);
    const file = join(folder, 'code.pdf');
    writeFileSync(file, (await render({ model, code })).pdf);
    const seen = decodeQR(pictureOf(file));
    expect(seen).toBe(code);
    const verdict = verifyCode(seen, aPublication());
    expect(verdict).toMatchObject({ is: 'genuine', content: { number: model.number } });
  });

  it('with a long list and long names shows the head of the list on each page, and each thing once', async () => {
    const name = '示例长名称建材贸易有限公司黄石港区分公司第三仓储配送服务中心';
    const taken = { items: someThings(45), place: `${name}门前人行道、后院露天堆场以及相邻公共通道` };
    const measure = { ...aMeasure('seizure', taken), ended: undefined };
    const party = { kind: 'legal_person' as const, name, representative: '欧阳示例', address: '示例路 30 号' };
    const of = { ...aSheetFacts(), measure, measures: [measure] };
    const model = sure(buildSheet(aSheetInput({ kind: 'D11', penalty: undefined, party, of })));
    const { pdf, pages } = await render({ model, code: undefined });
    const file = join(process.env['XUNZHI_SHEETS'] ?? folder, 'long-list.pdf');
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
    const lines = [...golden].map(([template, line]) => `${template}  ${line}\n`).join('');
    await expect(lines).toMatchFileSnapshot('testing/golden.txt');
  });
});

/** The first page as a scanner sees it, at 150 dots an inch. */
function pictureOf(file: string): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  const raw = execFileSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', file], { maxBuffer: 64 * 1024 * 1024 });
  const [, size = ''] = raw.subarray(0, 20).toString('latin1').split('\n');
  const [width = 0, height = 0] = size.split(' ').map(Number);
  return { width, height, data: new Uint8Array(raw.subarray(raw.length - width * height * 3)) };
}

/** What a reader of the PDF must find beside the title: number, party, and what the document is about. */
function wordsOf(kind: SheetKind): readonly string[] {
  const facts = DEFINITIONS[kind].parts.some(({ heading }) => heading === '查明的事实');
  const list = {
    D09: '先行登记保存证据清单',
    D11: '查封（扣押）清单',
    D28: '申请强制执行材料清单',
    D34: '涉案物品清单',
  };
  return [
    '黄港城管罚决字〔2026〕1号',
    '示例建材行',
    ...(facts ? ['占用道路约4平方米'] : []),
    ...Object.entries(list).flatMap(([of, words]) => (of === kind ? [words] : [])),
  ];
}

/** Signed by an invented device. */
function codeOf(model: SheetModel): string {
  return aSignedCode(codeContent(model, 0, aCodeContent().device));
}

function sheetOf(kind: SheetKind): PrintedModel {
  const demolition = kind === 'D24' ? { demolition: '楼顶加建砖混房屋86.4平方米', fineFen: 0 } : {};
  const penalty = { warning: false, fineFen: 10_000, minFen: 0, maxFen: 2_000_000, amount: 'verified' as const };
  const { procedural } = DEFINITIONS[kind];
  const isOfMeasure = procedural === true || kind === 'D11';
  const decided = isOfMeasure
    ? { penalty: undefined }
    : { untilOn: '2026-03-20', penalty: { ...penalty, ...demolition } };
  return sure(buildSheet(aSheetInput({ kind, ...decided })));
}

function sure<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
