import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, expect, it } from 'vitest';

import { pagesIn, placed } from '#shared/documents/dossier/binding.ts';
import { closingOf } from '#shared/documents/dossier/closingSheet.ts';
import { contentsOf, VOLUME_NAMES } from '#shared/documents/dossier/contentsSheet.ts';
import { coverOf } from '#shared/documents/dossier/cover.ts';
import { aBinding } from '#shared/documents/dossier/testing/aBinding.ts';
import { buildSheet } from '#shared/documents/fileSheet.ts';
import { buildPaper } from '#shared/documents/papers/index.ts';
import { sourceOf } from '#shared/documents/papers/source.ts';
import { A_PRINT_JPEG, aKnown } from '#shared/documents/testing/aFullFile.ts';
import { aSheetInput } from '#shared/documents/testing/aSheetInput.ts';
import { aSignedCode } from '#shared/documents/testing/aSignedCode.ts';

import { createBinder, type BindJob } from './bind.ts';
import { createRenderer, type Rendered } from './render.ts';
import { archivalFaults, noArchivalCheck } from './testing/archivalCheck.ts';
import { areFontsEmbedded, pressHere } from './testing/node.ts';

const press = pressHere();
const [render, bind] = [createRenderer(press), createBinder(press)];
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-bind-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A whole file of the ordinary procedure, as the app binds it. */
async function aJob(): Promise<{ readonly job: BindJob; readonly pages: number }> {
  const facts = aBinding('norm');
  const printed = new Map<string, Rendered>();
  for (const { is, kind, event, number = '' } of facts.pieces) {
    const source = sourceOf(facts.state, facts.events, event, aKnown());
    const sheet = buildSheet(aSheetInput({ kind: is === 'document' ? (kind as 'D22') : 'D22', number }));
    if (source === undefined || !sheet.ok) throw new Error(`no ${kind}`);
    const model = is === 'document' ? sheet.value : buildPaper(kind, source);
    printed.set(event + kind, await render({ model, code: is === 'document' ? aSignedCode() : undefined }));
  }
  const pieces = placed(facts.pieces, 'norm', ({ event, kind }) => printed.get(event + kind)?.pages ?? 0);
  const binding = { ...facts, pieces };
  const around = await Promise.all(
    [coverOf(binding), contentsOf(binding), closingOf(binding)].map(async (model) => {
      const { pdf } = await render({ model });
      return { title: model.title, pdf, numbered: false };
    }),
  );
  const parts = pieces.map(({ serial, title, volume, event, kind }) => ({
    ...{ title: `${String(serial)} ${title}`, group: VOLUME_NAMES[volume], numbered: true },
    pdf: printed.get(event + kind)?.pdf ?? new Uint8Array(),
  }));
  const { title } = binding.state;
  return {
    pages: pagesIn(pieces),
    job: {
      ...{ title, author: binding.org.name, madeAt: binding.madeAt },
      parts: [...around.slice(0, 2), ...parts, ...around.slice(2)],
    },
  };
}

const { job, pages } = await aJob();
const bound = await bind(job);
const file = join(process.env['XUNZHI_SHEETS'] ?? folder, 'dossier.pdf');
writeFileSync(file, bound.pdf);

it('a whole file is one PDF with every font embedded, the same each time', async () => {
  expect(areFontsEmbedded(file)).toBe(true);
  expect(bound.pages).toBeGreaterThan(pages + 2);
  expect(await bind(job)).toEqual(bound);
});

it('puts what was scanned on pages of its own behind its paper, with numbers of the file', async () => {
  const [first, ...others] = job.parts.filter(({ numbered }) => numbered);
  if (first === undefined) throw new Error('no piece');
  const scanned = await bind({ ...job, parts: [{ ...first, scans: [A_PRINT_JPEG, A_PRINT_JPEG] }, ...others] });
  expect(scanned.pages).toBe(pages + 2);
  const at = join(folder, 'scanned.pdf');
  writeFileSync(at, scanned.pdf);
  const images = execFileSync('pdfimages', ['-list', at], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('jpeg'));
  const own = (await getDocument({ data: first.pdf.slice() }).promise).numPages;
  expect(images.slice(0, 2).map((line) => Number(line.trim().split(/\s+/)[0]))).toEqual([own + 1, own + 2]);
  const text = execFileSync('pdftotext', ['-f', String(own + 1), '-l', String(own + 1), at, '-'], { encoding: 'utf8' });
  expect(text.trim()).toBe(String(own + 1));
});

it('is what an archive takes (PDF/A-1b), with and without scans, as another program finds', ({ skip }) => {
  const reason = noArchivalCheck();
  skip(reason !== undefined, reason);
  expect(archivalFaults([file, join(folder, 'scanned.pdf')])).toEqual({});
});

it('has a bookmark for each piece, under its part, that leads to its first page', async () => {
  const pdf = await getDocument({ data: bound.pdf.slice() }).promise;
  const outline = await pdf.getOutline();
  expect(outline.map(({ title }) => title)).toEqual(['行政执法案卷', '卷内目录', '正卷', '副卷', '备考表']);
  const pieces = outline.flatMap(({ items }: { items: { title: string; dest: unknown }[] }) => items);
  expect(pieces.map(({ title }) => title)).toEqual(
    job.parts.filter(({ numbered }) => numbered).map(({ title }) => title),
  );
  const index = await pdf.getPageIndex((pieces[0]?.dest as [never])[0]);
  const [text] = [await pdf.getPage(index + 1).then((page) => page.getTextContent())];
  const words = text.items.map((item) => ('str' in item ? item.str : '')).join('');
  expect(words.replaceAll(/\s/g, '')).toContain('立案审批表');
});

it('bears the page numbers of the file: odd ones at the right, even ones at the left, none around the pieces', () => {
  const words = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }).split('<page ').slice(1);
  const stamps = words.map((page) => {
    const [, x, number] = /xMin="([\d.]+)" yMin="1\d\.\d+" xMax="[\d.]+" yMax="[\d.]+">(\d+)</.exec(page) ?? [];
    return number === undefined ? undefined : { number: Number(number), isRight: Number(x) > 300 };
  });
  const numbered = stamps.flatMap((stamp) => stamp ?? []);
  expect(numbered).toEqual(Array.from({ length: pages }, (_, at) => ({ number: at + 1, isRight: at % 2 === 0 })));
  expect([stamps[0], stamps.at(-1)]).toEqual([undefined, undefined]);
});
