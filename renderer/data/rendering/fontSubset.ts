import { tablesOf } from '#shared/documents/fonts/font.ts';

/** `0x20` in a record of a joined glyph: another part follows. The rest says how long the record is. */
const MORE_PARTS = 0x20;
const PART_SIZES: readonly (readonly [flag: number, bytes: number])[] = [
  [0x01, 2], // arguments are words
  [0x08, 2], // one scale
  [0x40, 4], // two scales
  [0x80, 8], // a matrix
];

/** What instructions in outlines refer to, where a font has any. */
const HINTS = ['cvt ', 'fpgm', 'prep'] as const;

/**
 * The glyphs of a TrueType font that a document uses, in the order in which they were included. What is built holds the
 * tables that a PDF needs (ISO 32000-1 §9.9: a PDF finds glyphs by their place) and nothing of OpenType.
 */
export class FontSubset {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #tables: ReturnType<typeof tablesOf>;
  /** Place in the subset by glyph of the font; the first stands for what is missing. */
  readonly #places = new Map<number, number>([[0, 0]]);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#tables = tablesOf(this.#view);
  }

  /** The place of a glyph in the subset. */
  include(glyph: number): number {
    const known = this.#places.get(glyph);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(glyph, place);
    return place;
  }

  /** How many glyphs it has; parts of joined ones are known once it is built. */
  get size(): number {
    return this.#places.size;
  }

  /** The font file. */
  build(): Uint8Array {
    // A map is walked to its end, also where the walk makes it longer: parts of joined glyphs come last.
    const outlines: Uint8Array[] = [];
    for (const glyph of this.#places.keys()) outlines.push(this.#outline(glyph));
    const count = this.#places.size;
    return assemble([
      ['glyf', joined(outlines)],
      ['head', patched(this.#table('head'), 50, 1)], // offsets of 32 bits
      ['hhea', patched(this.#table('hhea'), 34, count)],
      ['hmtx', joined([...this.#places.keys()].map((glyph) => this.#metrics(glyph)))],
      ['loca', offsetsOf(outlines)],
      ['maxp', patched(this.#table('maxp'), 4, count)],
      ...HINTS.flatMap((tag) => (this.#tables.has(tag) ? [[tag, this.#table(tag)] as const] : [])),
    ]);
  }

  #table(tag: string): Uint8Array {
    const { offset, length } = this.#tables(tag);
    return this.#bytes.slice(offset, offset + length);
  }

  /** Advance width and left bearing of a glyph. */
  #metrics(glyph: number): Uint8Array {
    const widths = this.#view.getUint16(this.#tables('hhea').offset + 34);
    const start = this.#tables('hmtx').offset;
    const made = new DataView(new ArrayBuffer(4));
    made.setUint16(0, this.#view.getUint16(start + Math.min(glyph, widths - 1) * 4));
    const bearing = glyph < widths ? start + glyph * 4 + 2 : start + widths * 4 + (glyph - widths) * 2;
    made.setInt16(2, this.#view.getInt16(bearing));
    return new Uint8Array(made.buffer);
  }

  /** The outline of a glyph, padded to four bytes. Glyphs that it is joined of are included. */
  #outline(glyph: number): Uint8Array {
    const loca = this.#tables('loca').offset;
    const isLong = this.#view.getInt16(this.#tables('head').offset + 50) === 1;
    const offset = (at: number): number =>
      isLong ? this.#view.getUint32(loca + at * 4) : this.#view.getUint16(loca + at * 2) * 2;
    const { offset: start } = this.#tables('glyf');
    const [from, to] = [start + offset(glyph), start + offset(glyph + 1)];
    const made = new Uint8Array(padded(to - from));
    made.set(this.#bytes.subarray(from, to));
    const view = new DataView(made.buffer);
    if (made.length === 0 || view.getInt16(0) >= 0) return made;
    for (let at = 10, flags = MORE_PARTS; (flags & MORE_PARTS) !== 0;) {
      flags = view.getUint16(at);
      view.setUint16(at + 2, this.include(view.getUint16(at + 2)));
      at += PART_SIZES.reduce((size, [flag, more]) => ((flags & flag) === 0 ? size : size + more), 6);
    }
    return made;
  }
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function offsetsOf(outlines: readonly Uint8Array[]): Uint8Array {
  const view = new DataView(new ArrayBuffer((outlines.length + 1) * 4));
  let end = 0;
  for (const [index, { length }] of outlines.entries()) {
    end += length;
    view.setUint32((index + 1) * 4, end);
  }
  return new Uint8Array(view.buffer);
}

function patched(table: Uint8Array, at: number, value: number): Uint8Array {
  new DataView(table.buffer).setUint16(at, value);
  return table;
}

/** Parts one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const made = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}

/** Writes directory and tables. No reader of a PDF looks at their checksums, so none is counted. */
function assemble(tables: readonly (readonly [tag: string, bytes: Uint8Array])[]): Uint8Array {
  const head = 12 + tables.length * 16;
  const made = new Uint8Array(tables.reduce((sum, [, { length }]) => sum + padded(length), head));
  const view = new DataView(made.buffer);
  view.setUint32(0, 0x00_01_00_00);
  view.setUint16(4, tables.length);
  let at = head;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const record = 12 + index * 16;
    for (const [k, char] of [...tag].entries()) view.setUint8(record + k, char.charCodeAt(0));
    view.setUint32(record + 8, at);
    view.setUint32(record + 12, bytes.length);
    made.set(bytes, at);
    at += padded(bytes.length);
  }
  return made;
}
