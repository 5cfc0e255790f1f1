import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import decodeQR from 'qr/decode.js';
import { afterAll, describe, expect, it } from 'vitest';

import { buildD07 } from '#shared/documents/d07.ts';
import { buildSheet } from '#shared/documents/fileSheet.ts';
import type { FormRow } from '#shared/documents/form.ts';
import type { Block } from '#shared/documents/formModel.ts';
import { NARROW_MEDIA } from '#shared/documents/media.ts';
import { buildLoose } from '#shared/documents/papers/loose.ts';
import type { PrintedModel } from '#shared/documents/printedModel.ts';
import { aD07Input } from '#shared/documents/testing/aD07Input.ts';
import { A_PRINT_JPEG } from '#shared/documents/testing/aFullFile.ts';
import { anInspectionSource } from '#shared/documents/testing/aLoosePaper.ts';
import { aSheetInput } from '#shared/documents/testing/aSheetInput.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';
import { aSha } from '#shared/testing/builders.ts';

import { RENDERER_VERSION } from './rendererVersion.ts';
import { archivalFaults, noArchivalCheck } from './testing/archivalCheck.ts';
import { codeOf, sure } from './testing/goldenSet.ts';
import { areFontsEmbedded, pictureOf, rendererHere } from './testing/node.ts';

const render = rendererHere();
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-narrow-'));
const golden: string[] = [];

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const PENALTY = { warning: false, fineFen: 10_000, minFen: 0, maxFen: 2_000_000, amount: 'verified' } as const;
const PRINT = sha256Hex(A_PRINT_JPEG);
/** Its failed items show the photo. */
const INSPECTED = { ...anInspectionSource(), prints: new Map([[aSha(2), PRINT]]) };
const MODELS: readonly PrintedModel[] = [
  sure(buildD07(aD07Input({ photos: [{ print: PRINT, original: 'a'.repeat(64) }] }))),
  sure(buildSheet(aSheetInput({ kind: 'D21', penalty: PENALTY, untilOn: '2026-03-20' }))),
  buildLoose('D38', INSPECTED),
];
const ALL = MODELS.flatMap((model) => NARROW_MEDIA.map((medium) => ({ model, medium, kind: model.kind })));

describe('small paper', () => {
  it.each(ALL)('$kind on $medium says every word of the A4, and its code is read', async ({ model, medium, kind }) => {
    const code = codeOf(model);
    const { pdf, pages, length, missingGlyphs } = await render({ model, code, photos: [A_PRINT_JPEG], medium });
    const file = fileOf(kind, medium);
    writeFileSync(file, pdf);
    expect(missingGlyphs).toEqual([]);
    expect(areFontsEmbedded(file)).toBe(true);
    const said = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
    const texts = said.split('\f').map((one) => one.replaceAll(/\s/g, ''));
    const text = texts.join('');
    for (const words of wordsOf(model)) expect(text).toContain(words.replaceAll(/\s/g, ''));
    expect(sizeOf(file)).toMatch(medium === 'A5' ? /^419\.53 x 595\.28$/ : /^226\.772 x /);
    expect(length === undefined).toBe(medium === 'A5');
    expect(pages === 1).toBe(medium === 'roll80');
    const page = texts.findIndex((one) => one.includes(captionOf(model))) + 1;
    expect(decodeQR(pictureOf(file, page))).toBe(code);
    golden.push(
      `${model.template ?? kind} ${medium}  pages ${String(pages)}  pdf ${sha256Hex(pdf)}  ${RENDERER_VERSION}\n`,
    );
  });

  it('is what an archive takes (PDF/A-1b), as another program finds', ({ skip }) => {
    const reason = noArchivalCheck();
    skip(reason !== undefined, reason);
    expect(archivalFaults(ALL.map(({ kind, medium }) => fileOf(kind, medium)))).toEqual({});
  });

  it('has the bytes of its template and of the renderer version', async () => {
    await expect(golden.join('')).toMatchFileSnapshot('testing/narrow.txt');
  });

  it('is none of a draft', async () => {
    const [model] = MODELS;
    if (model?.schema !== 'xunzhi.d07.v1') throw new Error('no notice');
    const draft = { ...model, draft: true, draftNote: '（草稿）', watermark: '草　稿' };
    await expect(render({ model: draft, photos: [A_PRINT_JPEG], medium: 'A5' })).rejects.toThrow('narrow');
  });
});

function fileOf(kind: string, medium: string): string {
  return join(process.env['XUNZHI_SHEETS'] ?? folder, `${kind}-${medium}.pdf`);
}

function captionOf(model: PrintedModel): string {
  return model.schema === 'xunzhi.form.v1' ? (model.code?.caption ?? '') : model.qrCaption;
}

/** Everything the model says: of a sheet rows, sections, signature, receipt, stub. */
function wordsOf(model: PrintedModel): readonly string[] {
  if (model.schema === 'xunzhi.form.v1') {
    const { agency, title, endMark, blocks, stub } = model;
    const { rows, ...around } = stub ?? { rows: [] };
    return [agency, title, endMark, ...blocks.flatMap(saidBy), ...rowWords(rows), ...Object.values(around)];
  }
  const rows = [...model.party, ...model.glance, ...model.contact, ...(model.stub?.rows ?? [])];
  return [
    ...[model.agency, model.title, model.number, model.copies, model.endMark, model.signature.date],
    ...rowWords(rows),
    ...model.sections.flatMap(({ heading, paragraphs, items }) => [heading, ...paragraphs, ...items]),
    ...model.officers.flatMap(({ name, certificate }) => [name, certificate]),
    ...(model.receipt === undefined ? [] : Object.values(model.receipt)),
  ];
}

function saidBy(block: Block): readonly string[] {
  switch (block.is) {
    case 'rows':
      return rowWords(block.rows);
    case 'section':
      return [block.section.heading, ...block.section.paragraphs, ...block.section.items];
    case 'grid':
      return [...block.columns, ...block.rows.flat()];
    case 'pictures':
      return block.photos.map(({ caption }) => caption);
    case 'hand':
      return block.lines.flatMap(({ label, printed, date }) => [label, printed, date]);
    case 'photo':
    case 'drawn':
    case 'part':
      throw new Error(`${block.is} is on no small paper`);
  }
}

function rowWords(rows: readonly FormRow[]): readonly string[] {
  return rows.flatMap(({ label, value }) => [label, value]);
}

function sizeOf(file: string): string | undefined {
  return /Page size:\s+([\d.]+ x [\d.]+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1];
}
