import type { Stub } from '#shared/documents/form.ts';

import { flow, heightOf, type SetPage } from './flow.ts';
import { gap, type Fonts, type Row } from './marks.ts';
import type { NarrowStyle } from './narrow.ts';
import { centred } from './paragraph.ts';
import { stacked } from './pieces.ts';
import type { QrModules } from './qrModules.ts';
import { stubRows, type StubStyle } from './stub.ts';

/** Between the code and the lines beside it, in points. */
const BESIDE = 18;

/** What is filled by hand at the door, and the code: at the left of it, or in the middle under it. */
export function handOver(
  lines: (style: NarrowStyle) => Row[],
  qr: QrModules | undefined,
  caption: string,
  style: NarrowStyle,
  fonts: Fonts,
): Row[] {
  const { width, qrSide, isCodeBeside } = style;
  const code = codeRows(qr, caption, { ...style, width: isCodeBeside ? qrSide : width }, fonts);
  if (!isCodeBeside) return [...lines(style), ...code];
  const x = qrSide + BESIDE;
  const right = lines({ ...style, width: width - x });
  const marks = [...stacked(code, 0, 0), ...stacked(right, x, 0)];
  return [{ height: Math.max(heightOf(code), heightOf(right)), keep: true, marks }];
}

/** The rows on pages, what is kept at the foot of the last one; a strip has none, and the stub follows the end. */
export function narrowPages(rows: readonly Row[], kept: Stub | undefined, style: NarrowStyle, fonts: Fonts): SetPage[] {
  const stub = kept === undefined ? [] : stubRows(kept, fonts, stubStyle(style));
  const isStrip = style.height === Infinity;
  return isStrip ? flow([...rows, gap(10), ...stub], [], style.height) : flow(rows, stub, style.height);
}

/** How a stub is set on that paper. */
function stubStyle({ width, note, small, table: style }: NarrowStyle): StubStyle {
  const set = { ...style, valueSize: note.size, minHeight: 19 };
  return { width, table: set, heading: { ...note, size: note.size + 1.5, pitch: 22 }, note, small: small.size };
}

/** The code over its caption, as large as a worn camera needs it. */
function codeRows(qr: QrModules | undefined, caption: string, style: NarrowStyle, fonts: Fonts): Row[] {
  if (qr === undefined) return [];
  const { qrSide, width, small } = style;
  return [
    gap(6),
    { height: qrSide + 4, keep: true, marks: [{ is: 'code', qr, x: (width - qrSide) / 2, y: 0, side: qrSide }] },
    ...centred(caption, { ...small, width, keepWithNext: true }, fonts),
    gap(4, true),
  ];
}
