import type { TDocumentDefinitions } from 'pdfmake/interfaces';

import type { BoardModel } from '#shared/documents/board.ts';
import type { NarrowMedium } from '#shared/documents/media.ts';
import type { PrintedModel } from '#shared/documents/printedModel.ts';
import { modelHash } from '#shared/documents/sheetModel.ts';

import { BOARD_FORMAT, layoutBoard } from './boardLayout.ts';
import { draw, type Frame } from './draw.ts';
import { layoutForm } from './formLayout.ts';
import type { Fonts } from './marks.ts';
import { narrowFormat, NARROW_STYLES } from './narrow.ts';
import { layoutNarrowForm } from './narrowForm.ts';
import { layoutNarrow } from './narrowLayout.ts';
import { photosOf, type Photos } from './photos.ts';
import type { Press } from './press.ts';
import { printable } from './printable.ts';
import { qrModules } from './qrModules.ts';
import { layoutSheet } from './sheetLayout.ts';

/**
 * A finished PDF. `missingGlyphs`: characters of the model that no font has; an empty square stands for each. `length`: of a
 * strip from a roll, in points. `renderer`: what draws it, with the fonts of the bureau: with the same one the same model gives the same bytes.
 */
export type Rendered = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly missingGlyphs: readonly string[];
  readonly length?: number;
  readonly renderer: string;
};

/** A document or paper, or the board of the year plan, which is neither. */
type Shown = PrintedModel | BoardModel;

/**
 * What is to be printed. `code`: what its QR code holds; a draft and most papers have none. `photos`: the JPEGs that the model
 * names, in any order.
 */
export type PrintJob = {
  readonly model: Shown;
  readonly code?: string | undefined;
  readonly photos?: readonly Uint8Array<ArrayBuffer>[] | undefined;
  /** Small paper instead of A4, for what is handed over and has a narrow layout. */
  readonly medium?: NarrowMedium | undefined;
};

/** Prints one after the other. Rejects a job without a photo that its model names: nothing is printed in its place. */
export type Render = (job: PrintJob) => Promise<Rendered>;

/** Renders models with fonts that are read once. Pure but for memory: the same model gives the same bytes anywhere. */
export function createRenderer({ fonts, print, renderer }: Press): Render {
  return async ({ model, code, photos = [], medium }) => {
    const { shown, missing } = withGlyphs(model, fonts);
    const named = await photosOf(photos);
    const qr = code === undefined ? undefined : qrModules(code);
    const frame = { ...frameOf(shown), hash: modelHash(model), qr };
    const { pages, drawn, length } =
      medium === undefined ? wide(shown, frame, fonts, named) : narrow(shown, frame, medium, fonts, named);
    const jpegs = new Map([...named].map(([sha256, { jpeg }]) => [sha256, jpeg] as const));
    return {
      pdf: await print(drawn, jpegs),
      pages,
      missingGlyphs: missing,
      renderer,
      ...(length === undefined ? {} : { length }),
    };
  };
}

type Drawn = { readonly drawn: TDocumentDefinitions; readonly pages: number; readonly length?: number };

/** On A4; the board of the year plan on its side. */
function wide(model: Shown, frame: Frame, fonts: Fonts, photos: Photos): Drawn {
  if (model.schema === 'xunzhi.board.v1') {
    const pages = layoutBoard(model, fonts);
    return { drawn: draw(pages, frame, fonts, BOARD_FORMAT), pages: pages.length };
  }
  const pages =
    model.schema === 'xunzhi.form.v1' ? layoutForm(model, fonts, photos) : layoutSheet(model, fonts, photos);
  return { drawn: draw(pages, frame, fonts), pages: pages.length };
}

/** On small paper, with the code among the rows. Only what may be handed over is printed on it: no draft. */
function narrow(model: Shown, frame: Frame, medium: NarrowMedium, fonts: Fonts, photos: Photos): Drawn {
  if (model.schema === 'xunzhi.board.v1') throw new Error('a board has no narrow layout');
  if (model.schema !== 'xunzhi.form.v1' && model.draft) throw new Error('a draft has no narrow layout');
  const style = NARROW_STYLES[medium];
  const pages =
    model.schema === 'xunzhi.form.v1'
      ? layoutNarrowForm(model, frame.qr, style, fonts, photos)
      : layoutNarrow(model, frame.qr, style, fonts, photos);
  const format = narrowFormat(medium, pages[0]?.used ?? 0);
  const drawn = draw(pages, { ...frame, qr: undefined }, fonts, format);
  return { drawn, pages: pages.length, ...(typeof format.page === 'string' ? {} : { length: format.page.height }) };
}

/** What stands around the pages. */
function frameOf(model: Shown): Omit<Frame, 'hash' | 'qr'> {
  const head = { title: model.title, author: model.agency };
  if (model.schema === 'xunzhi.board.v1') {
    const { title, asOf, madeAt } = model;
    const bare = { watermark: '', qrCaption: '', eachPage: '' };
    return { ...head, ...bare, subject: '', issuedAt: madeAt, runningHead: `${title}　${asOf}` };
  }
  if (model.schema === 'xunzhi.form.v1') {
    const { title, madeAt, eachPage, code } = model;
    const qrCaption = code?.caption ?? '';
    return { ...head, subject: '', issuedAt: madeAt, runningHead: title, watermark: '', qrCaption, eachPage };
  }
  const { number, issuedAt, watermark, qrCaption } = model;
  const runningHead = `${model.title}　${model.draft ? model.draftNote : number}`;
  return { ...head, subject: number, issuedAt, runningHead, watermark, qrCaption, eachPage: '' };
}

/** The model with every text made drawable. The hash and the QR code stay those of the model as it was built. */
function withGlyphs(model: Shown, fonts: Fonts): { readonly shown: Shown; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const shown = JSON.parse(JSON.stringify(model), (_key, value: unknown) => {
    if (typeof value !== 'string') return value;
    const made = printable(value, fonts.text);
    made.missing.forEach((char) => missing.add(char));
    return made.text;
  }) as Shown;
  return { shown, missing: [...missing].sort() };
}
