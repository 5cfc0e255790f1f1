/** What the layout needs to know of a font, read from the TrueType file itself. */
export type FontMetrics = {
  /** True when the font has a glyph of its own for the code point. */
  readonly has: (codePoint: number) => boolean;
  /** Its number in the font; 0 where it has none. */
  readonly glyph: (codePoint: number) => number;
  /** Advance width in thousandths of an em. */
  readonly advance: (codePoint: number) => number;
  /** Height above the baseline that pdfmake counts from the top of a line, in thousandths of an em. */
  readonly ascent: number;
  /** The same below it, negative. */
  readonly descent: number;
  /** Height of capital letters. */
  readonly capHeight: number;
  /** What all glyphs fit in: left, bottom, right, top. */
  readonly box: readonly [number, number, number, number];
};

type Segment = { readonly start: number; readonly end: number; readonly glyph: number };

/** Reads character map and widths of a TrueType font. Throws when the bytes are no such font: a broken build. */
export function readFont(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = tablesOf(view);
  const segments = characterMap(view, table('cmap').offset);
  const head = table('head').offset;
  const unitsPerEm = view.getUint16(head + 18);
  const scaled = (at: number): number => (view.getInt16(at) * 1000) / unitsPerEm;
  const hhea = table('hhea').offset;
  const widths = view.getUint16(hhea + 34);
  const hmtx = table('hmtx').offset;
  const known = new Map<number, number>();
  // A document asks for each of its characters some ten times; there are never more of them than glyphs in the font.
  const glyphOf = (codePoint: number): number => {
    const found = known.get(codePoint) ?? findGlyph(segments, codePoint);
    if (found !== 0) known.set(codePoint, found);
    return found;
  };
  return {
    has: (codePoint) => glyphOf(codePoint) !== 0,
    glyph: glyphOf,
    advance: (codePoint) => {
      const glyph = Math.min(glyphOf(codePoint), widths - 1);
      return (view.getUint16(hmtx + glyph * 4) * 1000) / unitsPerEm;
    },
    ascent: scaled(hhea + 4),
    descent: scaled(hhea + 6),
    capHeight: scaled(table('OS/2').offset + 88),
    box: [scaled(head + 36), scaled(head + 38), scaled(head + 40), scaled(head + 42)],
  };
}

/** Where the tables of a TrueType font stand. Throws for a table that it does not have. */
export function tablesOf(view: DataView): (tag: string) => { readonly offset: number; readonly length: number } {
  const tables = new Map<string, { readonly offset: number; readonly length: number }>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    tables.set(tag, { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) });
  }
  return (tag) => {
    const table = tables.get(tag);
    if (table === undefined) throw new Error(`font without table ${tag}`);
    return table;
  };
}

/** The groups of the `cmap` subtable of format 12 (all of Unicode), in order of their code points. */
function characterMap(view: DataView, cmap: number): readonly Segment[] {
  for (let i = 0; i < view.getUint16(cmap + 2); i += 1) {
    const subtable = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    if (view.getUint16(subtable) !== 12) continue;
    return Array.from({ length: view.getUint32(subtable + 12) }, (_, group) => {
      const at = subtable + 16 + group * 12;
      return { start: view.getUint32(at), end: view.getUint32(at + 4), glyph: view.getUint32(at + 8) };
    });
  }
  throw new Error('font without a full Unicode character map');
}

function findGlyph(segments: readonly Segment[], codePoint: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment === undefined) return 0;
    if (codePoint < segment.start) high = middle - 1;
    else if (codePoint > segment.end) low = middle + 1;
    else return segment.glyph + codePoint - segment.start;
  }
  return 0;
}
