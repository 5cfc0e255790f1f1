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
  const os2 = table('OS/2');
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
    capHeight: os2.length >= 90 ? scaled(os2.offset + 88) : Math.round(scaled(hhea + 4) * 0.8),
    box: [scaled(head + 36), scaled(head + 38), scaled(head + 40), scaled(head + 42)],
  };
}

/** Where the tables of a font stand. Throws when a table is asked for that it does not have. */
export type Tables = {
  (tag: string): { readonly offset: number; readonly length: number };
  readonly has: (tag: string) => boolean;
};

/** Reads the directory of a TrueType font. */
export function tablesOf(view: DataView): Tables {
  const tables = new Map<string, { readonly offset: number; readonly length: number }>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    tables.set(tag, { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) });
  }
  const find = (tag: string): { readonly offset: number; readonly length: number } => {
    const table = tables.get(tag);
    if (table === undefined) throw new Error(`font without table ${tag}`);
    return table;
  };
  return Object.assign(find, { has: (tag: string) => tables.has(tag) });
}

/** The groups of the character map, in order of their code points: all of Unicode where there is such a one, or its first plane. */
function characterMap(view: DataView, cmap: number): readonly Segment[] {
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, at) => {
    const record = cmap + 4 + at * 8;
    return { platform: view.getUint16(record), at: cmap + view.getUint32(record + 4) };
  });
  const full = subtables.find(({ at }) => view.getUint16(at) === 12);
  if (full !== undefined) return groupsOf(view, full.at);
  // Platform 3 is Windows', with Unicode in this format; platform 1 is not.
  const plane = subtables.find(({ platform, at }) => platform !== 1 && view.getUint16(at) === 4);
  if (plane !== undefined) return planeOf(view, plane.at);
  throw new Error('font without a Unicode character map');
}

/** A subtable of format 12. */
function groupsOf(view: DataView, subtable: number): readonly Segment[] {
  return Array.from({ length: view.getUint32(subtable + 12) }, (_, group) => {
    const at = subtable + 16 + group * 12;
    return { start: view.getUint32(at), end: view.getUint32(at + 4), glyph: view.getUint32(at + 8) };
  });
}

/** A subtable of format 4: its segments count glyphs on, or point into a list of them. */
function planeOf(view: DataView, subtable: number): readonly Segment[] {
  const twice = view.getUint16(subtable + 6);
  const column = (index: number): number => subtable + 14 + index * twice + (index > 0 ? 2 : 0);
  return Array.from({ length: twice / 2 }, (_, at) => at * 2).flatMap((at): Segment[] => {
    const [end, start] = [view.getUint16(column(0) + at), view.getUint16(column(1) + at)];
    const [delta, offset] = [view.getUint16(column(2) + at), view.getUint16(column(3) + at)];
    if (start === 0xffff) return [];
    if (offset === 0) return whole(start, end, delta);
    return Array.from({ length: end - start + 1 }, (__, k) => {
      const glyph = view.getUint16(column(3) + at + offset + k * 2);
      return { start: start + k, end: start + k, glyph: glyph === 0 ? 0 : (glyph + delta) & 0xffff };
    });
  });
}

/** Glyph numbers are counted modulo 65536: a group that passes the end is two. */
function whole(start: number, end: number, delta: number): Segment[] {
  const glyph = (start + delta) & 0xffff;
  const room = 0x10000 - glyph;
  if (end - start < room) return [{ start, end, glyph }];
  return [
    { start, end: start + room - 1, glyph },
    { start: start + room, end, glyph: 0 },
  ];
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
