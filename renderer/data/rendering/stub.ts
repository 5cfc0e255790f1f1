import type { Stub } from '#shared/documents/form.ts';
import { TEXT_WIDTH_PT } from '#shared/documents/page.ts';

import { baselineIn, rule, type Fonts, type Row } from './marks.ts';
import { centred, rightAligned } from './paragraph.ts';
import { NOTE, SIZE, stacked } from './pieces.ts';
import { table, type TableStyle } from './table.ts';

const W = TEXT_WIDTH_PT;
const STUB: TableStyle = {
  columns: [62, 190, 62, W - 314],
  labelSize: SIZE.note,
  valueSize: SIZE.note,
  pitch: 17,
  padding: 5,
  minHeight: 23,
  boldLabels: ['改正期限'],
};

/** The stub (存根) under the dashed line over which the number is stamped (骑缝). */
export function stubRows(stub: Stub, fonts: Fonts): Row[] {
  const cutHeight = 24;
  const [cut] = centred(stub.cut, { ...NOTE, size: SIZE.small, pitch: cutHeight }, fonts);
  const text = cut?.marks.find((mark) => mark.is === 'text');
  const half = text?.is === 'text' ? W / 2 - text.x + 10 : 0;
  const y = cutHeight / 2;
  const cutRow: Row = {
    height: cutHeight,
    keep: true,
    marks: [...(cut?.marks ?? []), rule(0, y, W / 2 - half, y, true), rule(W / 2 + half, y, W, y, true)],
  };
  const signHeight = 30;
  const label = `${stub.receiver}：`;
  const sign: Row = {
    height: signHeight,
    keep: false,
    marks: [
      {
        is: 'text',
        text: label,
        x: 5,
        baseline: baselineIn(0, signHeight, SIZE.note),
        size: SIZE.note,
        bold: false,
        spacing: 0,
      },
      ...stacked(rightAligned(stub.date, { ...NOTE, pitch: signHeight, width: W - 8 }, fonts), 0, 0),
      ...[0, W].map((x) => rule(x, 0, x, signHeight)),
      rule(0, signHeight, W, signHeight),
    ],
  };
  return [
    cutRow,
    ...centred(stub.heading, { ...NOTE, size: SIZE.table, pitch: 26, bold: true, keepWithNext: true }, fonts),
    ...table(stub.rows, STUB, fonts).map((row) => ({ ...row, keep: true })),
    sign,
  ];
}
