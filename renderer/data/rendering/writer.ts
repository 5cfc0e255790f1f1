import pdfMake from 'pdfmake/build/pdfmake.min.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

import { DocumentFont, type FontOwner, type LoadedFont } from './documentFont.ts';
import { FAMILY } from './draw.ts';
import type { Face } from './marks.ts';
import { pageOperators, type Drawing } from './pageOperators.ts';
import { writeFaster, type Stream } from './streams.ts';
import { inXml } from './xml.ts';

/** The app's fonts, and those that draw each face: the first one that has the character. */
export type DocumentFonts = {
  readonly regular: LoadedFont;
  readonly bold: LoadedFont;
  readonly faces: Readonly<Record<Face, readonly LoadedFont[]>>;
};
/** Writes one PDF. `images`: JPEGs by the names under which the document shows them. */
export type WritePdf = (document: TDocumentDefinitions, images: ReadonlyMap<string, Uint8Array>) => Promise<Uint8Array>;

/** Files that pdfmake reads while it makes one document, in place of its own file system. */
type Files = { readonly existsSync: (name: string) => boolean; readonly readFileSync: (name: string) => unknown };
/** What of pdfmake's browser build its types do not name. */
type PdfMake = typeof pdfMake & { virtualfs: Files; localAccessPolicy: (path: string) => boolean };
/** What of the document that pdfmake writes to is named here. */
type PdfDocument = FontOwner & {
  _fontFamilies: Record<string, DocumentFont | undefined>;
  provideFont: (family: string, bold: boolean) => DocumentFont;
  readonly page: { readonly height: number; readonly fonts: Record<string, unknown> };
  path: (drawing: Drawing) => PdfDocument;
  addContent: (operators: string) => PdfDocument;
  /** What the file says of itself. */
  info: Readonly<Record<string, unknown>>;
  /** Writes it once more, in the form of XMP. */
  _addInfo: () => void;
};
/**
 * pdfmake with the parts replaced that most of the time of a notice went to: fonts are read once, where it reads a file of 15 MB
 * for each document; a page is written at once, where it lays out and wraps each text; for streams see `writeFaster`.
 */
export async function pdfWriter(fonts: DocumentFonts): Promise<WritePdf> {
  const pdf = pdfMake as PdfMake;
  // Nothing outside may be read while a document is made.
  pdf.setUrlAccessPolicy(() => false);
  pdf.localAccessPolicy = () => false;
  pdf.setFonts({ [FAMILY]: { normal: 'regular', bold: 'bold' } });
  const empty = (await pdf.createPdf({ content: { canvas: [] } }).getStream()) as unknown as PdfDocument;
  const documents = Object.getPrototypeOf(empty) as PdfDocument;
  documents.provideFont = function (_family, bold) {
    return fontIn(this, bold ? fonts.bold : fonts.regular);
  };
  documents.path = function (drawing) {
    const operators = pageOperators(drawing, this.page.height, (face, text) =>
      piecesOf(text, fonts.faces[face]).map(([font, piece]) => {
        const used = fontIn(this, font);
        this.page.fonts[used.id] ??= used.ref();
        return { font: used.id, codes: used.codes(piece).join('') };
      }),
    );
    // pdfmake strokes what it takes for a path: one that goes nowhere leaves nothing.
    return this.addContent(`${operators}\n0 0 m`);
  };
  describeInXml(documents);
  writeFaster(Object.getPrototypeOf(empty.ref()) as Stream);
  return async (document, images) => {
    // Taken by `createPdf` at once: the next document may put its own in place before this one is finished.
    pdf.virtualfs = {
      existsSync: (name) => images.has(name),
      readFileSync: (name) => images.get(name)?.slice().buffer,
    };
    return new Uint8Array(await pdf.createPdf(document).getBuffer());
  };
}

/** As pdfkit has it; a second writer finds ours in its place. */
let addInfo: PdfDocument['_addInfo'] | undefined;

/** pdfkit puts texts into the XML as they are: an agency named `A&B` made a file that is no PDF/A, and no XML (ISO 19005-1 §6.7.2). */
function describeInXml(documents: PdfDocument): void {
  const original = (addInfo ??= documents._addInfo);
  documents._addInfo = function () {
    const { info } = this;
    this.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? inXml(value) : value]),
    );
    original.call(this);
    this.info = info; // in the dictionary of the file, texts stand as they are
  };
}

/** A font of the document that is being written, once it is used. */
function fontIn(document: PdfDocument, font: LoadedFont): DocumentFont {
  const used = document._fontFamilies[font.id] ?? new DocumentFont(document, font);
  document._fontFamilies[font.id] = used;
  return used;
}

/** A text cut where the font changes that has its characters; the last font draws what none has. */
function piecesOf(text: string, fonts: readonly LoadedFont[]): readonly (readonly [LoadedFont, string])[] {
  const pieces: [LoadedFont, string][] = [];
  for (const char of text) {
    const font = fonts.find(({ metrics }) => metrics.has(char.codePointAt(0) ?? 0)) ?? fonts.at(-1);
    const last = pieces.at(-1);
    if (font === undefined) continue;
    if (last?.[0] === font) last[1] += char;
    else pieces.push([font, char]);
  }
  return pieces;
}
