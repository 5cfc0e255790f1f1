import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { buildD07 } from '#shared/documents/d07.ts';
import { buildSheet } from '#shared/documents/fileSheet.ts';
import type { PrintedModel } from '#shared/documents/printedModel.ts';
import { SHEET_KINDS, type SheetKind } from '#shared/documents/sheetInput.ts';
import { modelHash } from '#shared/documents/sheetModel.ts';
import { aD07Input } from '#shared/documents/testing/aD07Input.ts';
import { CASH, CASH_SCRIPT, FULL_SCRIPT, papersOfTold } from '#shared/documents/testing/aFullFile.ts';
import { aSheetInput } from '#shared/documents/testing/aSheetInput.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { RENDERER_VERSION } from './rendererVersion.ts';
import { areFontsEmbedded, rendererHere, textIn } from './testing/node.ts';

const render = rendererHere();
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-sheets-'));
const golden = new Map<string, string>();

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const SHEETS = SHEET_KINDS.map((kind) => ({ kind, model: sheetOf(kind), says: ['示例建材行', '占用道路约4平方米'] }));
const PAPERS = [...papersOfTold(FULL_SCRIPT), ...papersOfTold(CASH_SCRIPT, CASH)]
  .filter(({ offer }, at, all) => all.findIndex((one) => one.offer.kind === offer.kind) === at)
  .map(({ offer, model }) => ({ kind: offer.kind, model, says: [offer.title, '（以下空白）'] }));
const NOTICE = { kind: 'D07', model: sure(buildD07(aD07Input())), says: ['磁湖小吃店'] };

/** Every document that is made, of an invented case. `XUNZHI_SHEETS`: a folder that keeps the PDFs to be looked at. */
const ALL: readonly { readonly kind: string; readonly model: PrintedModel; readonly says: readonly string[] }[] = [
  ...[NOTICE, ...SHEETS, ...PAPERS].sort((one, other) => (one.kind < other.kind ? -1 : 1)),
];

describe('every document', () => {
  it.each(ALL)('$kind is a PDF with embedded fonts that another program reads', async ({ kind, model, says }) => {
    const { pdf, pages, missingGlyphs } = await render(model);
    expect(missingGlyphs).toEqual([]);
    const file = join(process.env['XUNZHI_SHEETS'] ?? folder, `${kind}.pdf`);
    writeFileSync(file, pdf);
    const text = textIn(file);
    for (const words of [model.title, ...says]) expect(text).toContain(words.replaceAll(/\s/g, ''));
    expect(areFontsEmbedded(file)).toBe(true);
    golden.set(
      model.template ?? kind,
      `pages ${String(pages)}  model ${modelHash(model)}  pdf ${sha256Hex(pdf)}  ${RENDERER_VERSION}`,
    );
  });

  // Whoever changes wording or layout raises `template` of the document (or RENDERER_VERSION, where all of them change).
  it('has the bytes of its template and of the renderer version', async () => {
    const lines = [...golden].map(([template, line]) => `${template}  ${line}\n`).join('');
    await expect(lines).toMatchFileSnapshot('testing/golden.txt');
  });
});

function sheetOf(kind: SheetKind): PrintedModel {
  const demolition = kind === 'D24' ? { demolition: '楼顶加建砖混房屋86.4平方米', fineFen: 0 } : {};
  const penalty = { warning: false, fineFen: 10_000, minFen: 0, maxFen: 2_000_000, amount: 'verified' as const };
  return sure(buildSheet(aSheetInput({ kind, untilOn: '2026-03-20', penalty: { ...penalty, ...demolition } })));
}

function sure<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
