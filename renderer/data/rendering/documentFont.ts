import type { FontMetrics } from '#shared/documents/fonts/font.ts';

import { FontSubset } from './fontSubset.ts';
import { deflateLiterals } from './literals.ts';

/** A font that was read once: its name on pages, its bytes, and what the layout needs of it. */
export type LoadedFont = {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly metrics: FontMetrics;
};

/** An object of the PDF that pdfkit writes. */
type Reference = {
  data: Record<string, unknown>;
  compress: boolean;
  end: (content?: Uint8Array | string) => void;
};
/** What a font needs of the document it belongs to. */
export type FontOwner = { readonly ref: (data?: Record<string, unknown>) => Reference };

/** How far a drawn character moves the pen, in thousandths of an em. */
type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number; advanceWidth: number };

/**
 * A font of one document, in place of pdfkit's own, which reads all 15 MB anew for each document and looks for features of
 * OpenType in every line. Ours are set character by character, so a font is a table of widths, and the subset that is
 * embedded holds the glyphs in the order of their first use: the same document gives the same bytes.
 */
export class DocumentFont {
  readonly id: string;
  readonly name: string;
  readonly ascender: number;
  readonly descender: number;
  readonly lineGap = 0;
  readonly xHeight = 0;
  readonly #owner: FontOwner;
  readonly #font: LoadedFont;
  readonly #subset: FontSubset;
  /** Of each glyph of the subset: its character, and its width. */
  readonly #used: { readonly codePoint: number; readonly width: number }[];
  #dictionary: Reference | undefined;

  constructor(owner: FontOwner, font: LoadedFont) {
    this.id = font.id;
    this.name = font.name;
    this.ascender = font.metrics.ascent;
    this.descender = font.metrics.descent;
    this.#owner = owner;
    this.#font = font;
    this.#subset = new FontSubset(font.bytes);
    this.#used = [{ codePoint: 0, width: font.metrics.advance(0) }];
  }

  /** The text as places in the subset. */
  codes(text: string): readonly string[] {
    return [...text].map((char) => {
      const codePoint = char.codePointAt(0) ?? 0;
      const at = this.#subset.include(this.#font.metrics.glyph(codePoint));
      this.#used[at] ??= { codePoint, width: this.#font.metrics.advance(codePoint) };
      return hex(at);
    });
  }

  /** The same as pdfkit asks for it, with how far each place moves the pen. */
  encode(text: string): readonly [codes: readonly string[], positions: readonly Position[]] {
    const positions = [...text].map((char): Position => {
      const width = this.#font.metrics.advance(char.codePointAt(0) ?? 0);
      return { xAdvance: width, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: width };
    });
    return [this.codes(text), positions];
  }

  widthOfString(text: string, size: number): number {
    let width = 0;
    for (const char of text) width += this.#font.metrics.advance(char.codePointAt(0) ?? 0);
    return (width * size) / 1000;
  }

  lineHeight(size: number): number {
    return ((this.ascender - this.descender) * size) / 1000;
  }

  ref(): Reference {
    this.#dictionary ??= this.#owner.ref();
    return this.#dictionary;
  }

  /** Writes font and widths, once, after everything that was drawn with it. */
  finalize(): void {
    if (this.#dictionary === undefined) return;
    const { metrics } = this.#font;
    const BaseFont = `${tagOf(this.id)}+${this.name}`;
    const program = this.#subset.build();
    const file = this.#owner.ref({ Length1: program.length, Filter: 'FlateDecode' });
    file.compress = false;
    file.end(deflateLiterals(program));
    const places = this.#owner.ref();
    places.end(allOf(this.#subset.size));
    const descriptor = this.#owner.ref({
      Type: 'FontDescriptor',
      FontName: BaseFont,
      Flags: 4, // symbolic: characters are found by their places alone
      FontBBox: [...metrics.box],
      ItalicAngle: 0,
      Ascent: this.ascender,
      Descent: this.descender,
      CapHeight: metrics.capHeight,
      StemV: 0,
      FontFile2: file,
      CIDSet: places,
    });
    descriptor.end();
    const glyphs = this.#owner.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont,
      // pdfkit takes an object for text in brackets, and a plain string for a name.
      CIDSystemInfo: { Registry: textOf('Adobe'), Ordering: textOf('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, this.#used.map(({ width }) => width)],
      CIDToGIDMap: 'Identity',
    });
    glyphs.end();
    const ToUnicode = this.#owner.ref();
    ToUnicode.end(unicodeMap(this.#used.map(({ codePoint }) => codePoint)));
    this.#dictionary.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont,
      Encoding: 'Identity-H',
      DescendantFonts: [glyphs],
      ToUnicode,
    };
    this.#dictionary.end();
    this.#dictionary = undefined;
  }
}

/** Six letters that mark a subset (ISO 32000-1 §9.6.4). */
function tagOf(id: string): string {
  return id
    .padEnd(6, 'A')
    .replaceAll(/[^A-Z]/g, (digit) => String.fromCharCode(65 + ((digit.codePointAt(0) ?? 0) % 26)))
    .slice(0, 6);
}

/** As many bits as there are glyphs, which a PDF/A-1 wants to read of a subset (ISO 19005-1 §6.3.5). */
function allOf(count: number): Uint8Array {
  const bits = new Uint8Array(Math.ceil(count / 8)).fill(0xff);
  if (count % 8 > 0) bits[bits.length - 1] = 0xff << (8 - (count % 8));
  return bits;
}

function textOf(text: string): unknown {
  return Object(text) as unknown;
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

/** Which character each place of the subset stands for, so that text can be searched and copied (ISO 32000-1 §9.10.3). */
function unicodeMap(codePoints: readonly number[]): string {
  const entries = codePoints.map((codePoint, at) => {
    const units = String.fromCodePoint(codePoint)
      .split('')
      .map((unit) => unit.charCodeAt(0));
    return `<${hex(at)}> <${units.map(hex).join('')}>`;
  });
  const groups = Array.from({ length: Math.ceil(entries.length / 100) }, (_, at) =>
    entries.slice(at * 100, at * 100 + 100),
  );
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...groups.flatMap((group) => [`${String(group.length)} beginbfchar`, ...group, 'endbfchar']),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
