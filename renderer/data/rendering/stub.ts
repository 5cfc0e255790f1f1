import type { Stub } from '#shared/documents/form.ts';
import { TEXT_WIDTH_PT } from '#shared/documents/page.ts';

import { baselineIn, rule, type Fonts, type Mark, type Row } from './marks.ts';
import { centred, rightAligned, type ParagraphStyle } from './paragraph.ts';
import { NOTE, SIZE, stacked } from './pieces.ts';
import { table, type TableStyle } from './table.ts';

/** How a stub is set; widths and sizes in points. */
export type StubStyle = {
  readonly width: number;
  readonly table: TableStyle;
  readonly heading: ParagraphStyle;
  readonly note: ParagraphStyle;
  readonly small: number;
};

const ON_A4: StubStyle = {
  width: TEXT_WIDTH_PT,
  table: {
    columns: [62, 190, 62, TEXT_WIDTH_PT - 314],
    labelSize: SIZE.note,
    valueSize: SIZE.note,
    pitch: 17,
    padding: 5,
    minHeight: 23,
    boldLabels: ['改正期限'],
  },
  heading: { ...NOTE, size: SIZE.table, pitch: 26 },
  note: NOTE,
  small: SIZE.small,
};
const CUT_HEIGHT = 24;
const SIGN_HEIGHT = 30;

/** The stub (存根) under the dashed line over which the number is stamped (骑缝). */
export function stubRows(stub: Stub, fonts: Fonts, style: StubStyle = ON_A4): Row[] {
  return [
    cutRow(stub.cut, style, fonts),
    ...centred(stub.heading, { ...style.heading, face: 'heading', keepWithNext: true }, fonts),
    ...table(stub.rows, style.table, fonts).map((row) => ({ ...row, keep: true })),
    signRow(stub, style, fonts),
  ];
}

/** The dashed line to cut along, with its words in the middle. */
function cutRow(words: string, { width, note, small }: StubStyle, fonts: Fonts): Row {
  const [cut] = centred(words, { ...note, size: small, pitch: CUT_HEIGHT }, fonts);
  const text = cut?.marks.find((mark) => mark.is === 'text');
  const half = text?.is === 'text' ? width / 2 - text.x + 10 : 0;
  const y = CUT_HEIGHT / 2;
  return {
    height: CUT_HEIGHT,
    keep: true,
    marks: [...(cut?.marks ?? []), rule(0, y, width / 2 - half, y, true), rule(width / 2 + half, y, width, y, true)],
  };
}

function signRow(stub: Stub, { width, note }: StubStyle, fonts: Fonts): Row {
  const baseline = baselineIn(0, SIGN_HEIGHT, note.size);
  const type = { size: note.size, face: 'text', spacing: 0 } as const;
  const text: Mark = { is: 'text', text: `${stub.receiver}：`, x: 5, baseline, ...type };
  return {
    height: SIGN_HEIGHT,
    keep: false,
    marks: [
      text,
      ...stacked(rightAligned(stub.date, { ...note, pitch: SIGN_HEIGHT, width: width - 8 }, fonts), 0, 0),
      ...[0, width].map((x) => rule(x, 0, x, SIGN_HEIGHT)),
      rule(0, SIGN_HEIGHT, width, SIGN_HEIGHT),
    ],
  };
}
