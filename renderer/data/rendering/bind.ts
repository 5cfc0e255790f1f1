import { PDFDocument, PDFHexString, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';

import { PAGE, pointsOf } from '#shared/documents/page.ts';

import { makeArchival, type About } from './archival.ts';
import type { Press } from './press.ts';
import type { Rendered } from './render.ts';
import { stampSheets } from './stamps.ts';

/** A PDF that goes in. `numbered`: its pages count among those of the file. `group`: a bookmark that its own hangs under. */
export type BindPart = {
  readonly title: string;
  readonly group?: string | undefined;
  readonly pdf: Uint8Array;
  readonly numbered: boolean;
  /** JPEGs of its pages as they were signed by hand, each on a page of its own behind it. */
  readonly scans?: readonly Uint8Array[];
};

/** PDFs to be bound into one, in this order. */
export type BindJob = {
  readonly title: string;
  readonly author: string;
  readonly madeAt: string;
  readonly parts: readonly BindPart[];
};

/** Keeps the number of the page clear: 12 mm. */
const SCAN_EDGE = pointsOf(120);

type Mark = { readonly title: string; readonly page: PDFPage; readonly under: readonly Mark[] };

/** Binds PDFs of ours into one PDF/A with bookmarks, and puts the file's page numbers on them. The same parts give the same bytes. */
export function createBinder({ fonts, print, renderer }: Press): (job: BindJob) => Promise<Rendered> {
  return async (job) => {
    const bound = await PDFDocument.create({ updateMetadata: false });
    const marks: Mark[] = [];
    const numbered: PDFPage[] = [];
    let first: PDFDocument | undefined;
    for (const part of job.parts) {
      const source = await PDFDocument.load(part.pdf, { updateMetadata: false });
      first ??= source;
      const pages = await bound.copyPages(source, source.getPageIndices());
      for (const page of pages) bound.addPage(page);
      for (const scan of part.scans ?? []) pages.push(await addScan(bound, scan));
      if (part.numbered) numbered.push(...pages);
      const [page] = pages;
      if (page !== undefined) addMark(marks, part, page);
    }
    if (numbered.length > 0) {
      const sheets = await print(stampSheets(numbered.length, job.madeAt, fonts));
      const stamps = await bound.embedPdf(sheets, [...numbered.keys()]);
      for (const [index, page] of numbered.entries()) {
        const stamp = stamps[index];
        if (stamp !== undefined) page.drawPage(stamp, { x: 0, y: 0 });
      }
    }
    const about = describe(bound, job);
    if (first !== undefined) makeArchival(bound, first, about);
    addOutline(bound, marks);
    const pdf = await bound.save({ addDefaultPage: false, updateFieldAppearances: false, useObjectStreams: false });
    return { pdf, pages: bound.getPageCount(), missingGlyphs: [], renderer };
  };
}

/** A page with nothing on it but the picture, as large as it goes inside the page number. */
async function addScan(bound: PDFDocument, jpeg: Uint8Array): Promise<PDFPage> {
  const [w, h] = [pointsOf(PAGE.widthTenthsMm), pointsOf(PAGE.heightTenthsMm)];
  const picture = await bound.embedJpg(jpeg);
  const { width, height } = picture.scaleToFit(w - 2 * SCAN_EDGE, h - 2 * SCAN_EDGE);
  const page = bound.addPage([w, h]);
  page.drawImage(picture, { x: (w - width) / 2, y: (h - height) / 2, width, height });
  return page;
}

function addMark(marks: Mark[], { title, group }: BindPart, page: PDFPage): void {
  const mark = { title, page, under: [] };
  const last = marks.at(-1);
  if (group === undefined) marks.push(mark);
  else if (last?.title === group) marks[marks.length - 1] = { ...last, under: [...last.under, mark] };
  else marks.push({ title: group, page, under: [mark] });
}

function describe(bound: PDFDocument, { title, author, madeAt }: BindJob): About {
  const about = { title, author, creator: '巡执 Xunzhi', producer: 'pdf-lib 2.11.1', at: new Date(madeAt) };
  bound.setTitle(title, { showInWindowTitleBar: true });
  bound.setAuthor(author);
  bound.setCreator(about.creator);
  bound.setProducer(about.producer);
  bound.setLanguage('zh-CN');
  bound.setCreationDate(about.at);
  bound.setModificationDate(about.at);
  return about;
}

/** The library has no bookmarks of its own: a tree of dictionaries that point to each other. */
function addOutline(bound: PDFDocument, marks: readonly Mark[]): void {
  const root = bound.context.nextRef();
  const ends = addLevel(bound, root, marks);
  bound.context.assign(root, bound.context.obj({ Type: 'Outlines', ...ends }));
  bound.catalog.set(PDFName.of('Outlines'), root);
  bound.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

type Ends = { readonly First?: PDFRef; readonly Last?: PDFRef; readonly Count?: number };

function addLevel(bound: PDFDocument, parent: PDFRef, marks: readonly Mark[]): Ends {
  const { context } = bound;
  const refs = marks.map(() => context.nextRef());
  let open = marks.length;
  for (const [index, { title, page, under }] of marks.entries()) {
    const ref = refs[index];
    if (ref === undefined) continue;
    const ends = addLevel(bound, ref, under);
    open += ends.Count ?? 0;
    const [before, after] = [refs[index - 1], refs[index + 1]];
    const entry = context.obj({
      ...{ Title: PDFHexString.fromText(title), Parent: parent, Dest: [page.ref, 'XYZ', null, null, null] },
      ...(before === undefined ? {} : { Prev: before }),
      ...(after === undefined ? {} : { Next: after }),
      ...ends,
    });
    context.assign(ref, entry);
  }
  const [first, last] = [refs[0], refs.at(-1)];
  return first === undefined || last === undefined ? {} : { First: first, Last: last, Count: open };
}
