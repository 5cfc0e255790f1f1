import type { FormSection } from '#shared/documents/form.ts';
import {
  CHARACTER_PITCH_PT,
  LINE_PITCH_PT,
  pointsOf,
  SEAL_ZONE_TENTHS_MM,
  TEXT_HEIGHT_PT,
  TEXT_WIDTH_PT,
  TYPE_TENTHS_PT,
} from '#shared/documents/page.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';

import { flow, heightOf, type SetPage } from './flow.ts';
import { breakLines } from './lines.ts';
import { baselineIn, gap, moved, rule, type Fonts, type Mark, type Row } from './marks.ts';
import { centred, paragraph, rightAligned, type ParagraphStyle } from './paragraph.ts';
import { table, type TableStyle } from './table.ts';

const SIZE = {
  title: TYPE_TENTHS_PT.title / 10,
  agency: TYPE_TENTHS_PT.agency / 10,
  body: TYPE_TENTHS_PT.body / 10,
  table: TYPE_TENTHS_PT.table / 10,
  note: TYPE_TENTHS_PT.note / 10,
  small: TYPE_TENTHS_PT.small / 10,
} as const;

const W = TEXT_WIDTH_PT;
const SEAL = pointsOf(SEAL_ZONE_TENTHS_MM);

/** Body text on the grid of GB/T 9704: 28 characters a line, 22 lines a page, indent of two characters. */
const BODY: ParagraphStyle = {
  size: SIZE.body,
  spacing: CHARACTER_PITCH_PT - SIZE.body,
  pitch: LINE_PITCH_PT,
  indent: 2 * CHARACTER_PITCH_PT,
  width: W,
};
const NOTE: ParagraphStyle = { size: SIZE.note, spacing: 0, pitch: 19, indent: 0, width: W };

const PARTY: TableStyle = {
  columns: [106, 170, 60, W - 336],
  labelSize: SIZE.note,
  valueSize: SIZE.table,
  pitch: 19,
  padding: 5,
  minHeight: 26,
  boldLabels: ['事由', '改正期限'],
};
const STUB: TableStyle = {
  columns: [62, 190, 62, W - 314],
  labelSize: SIZE.note,
  valueSize: SIZE.note,
  pitch: 17,
  padding: 5,
  minHeight: 23,
  boldLabels: ['改正期限'],
};

/** Sets a 责令限期改正通知书 into pages. The stub stands at the foot of the last page, or whole on one of its own. */
export function layoutSheet(model: SheetModel, fonts: Fonts): SetPage[] {
  const sections = model.sections.map((section) => sectionRows(section, fonts));
  const lastSection = sections.pop() ?? [];
  const rows = [
    ...headRows(model, fonts),
    ...table([...model.party, ...model.glance], PARTY, fonts),
    gap(10),
    ...sections.flat(),
    // The signature never stands on a page without text: the last part goes with it.
    ...lastSection.map((row) => ({ ...row, keep: true })),
    gap(8, true),
    signatureRow(model, fonts),
    gap(8),
    ...receiptRows(model, fonts),
  ];
  return flow(rows, stubRows(model, fonts), TEXT_HEIGHT_PT);
}

function headRows(model: SheetModel, fonts: Fonts): Row[] {
  const head: ParagraphStyle = {
    ...BODY,
    size: SIZE.agency,
    spacing: 3,
    pitch: 32,
    indent: 0,
    bold: true,
    keepWithNext: true,
  };
  return [
    ...centred(model.agency, head, fonts),
    ...centred(model.title, { ...head, size: SIZE.title, spacing: 5, pitch: 40 }, fonts),
    ...rightAligned(model.draft ? model.draftNote : model.number, { ...BODY, pitch: 28, keepWithNext: true }, fonts),
    gap(4, true),
  ];
}

function sectionRows(section: FormSection, fonts: Fonts): Row[] {
  const [first, ...rest] = section.paragraphs;
  const items = section.items.map((item, index) => (section.items.length > 1 ? `${String(index + 1)}. ${item}` : item));
  if (first === undefined)
    return [
      ...paragraph(section.heading, { ...BODY, bold: true, keepWithNext: true }, fonts),
      ...items.flatMap((item) => paragraph(item, BODY, fonts)),
    ];
  const lead = `${section.heading}：${first}`;
  return [
    ...paragraph(lead, { ...BODY, bold: section.emphasis, boldPrefix: [...section.heading].length + 1 }, fonts),
    ...[...rest, ...items].flatMap((text) => paragraph(text, BODY, fonts)),
  ];
}

/** Officers and contact on the left; on the right agency and date with the square that stays free for the seal. */
function signatureRow(model: SheetModel, fonts: Fonts): Row {
  const leftWidth = 214;
  const officers = model.officers.flatMap((officer) => [
    `${officer.label}：${officer.name}`,
    `${officer.certificateLabel}：${officer.certificate}`,
  ]);
  const contact = model.contact.map((row) => `${row.label}：${row.value}`);
  const left = [...officers, ...contact].flatMap((text) =>
    paragraph(text, { ...NOTE, pitch: 18, width: leftWidth }, fonts),
  );
  const rightX = leftWidth + 10;
  const style: ParagraphStyle = { ...BODY, spacing: 0, pitch: 26, indent: 0, width: W - rightX };
  const signed = [model.signature.agency, model.signature.date].flatMap((text) => centred(text, style, fonts));
  const seal = centred(model.signature.seal, { ...NOTE, size: SIZE.small, pitch: 14, width: W - rightX }, fonts);
  const height = Math.max(SEAL, heightOf(left), heightOf([...signed, ...seal]));
  return {
    height,
    keep: false,
    marks: [
      ...stacked(left, 0, 0),
      ...stacked(signed, rightX, (height - heightOf(signed)) / 2),
      ...stacked(seal, rightX, height - heightOf(seal)),
    ],
  };
}

function stacked(rows: readonly Row[], x: number, top: number): Mark[] {
  let y = top;
  return rows.flatMap((row) => {
    const marks = row.marks.map((mark) => moved(mark, x, y));
    y += row.height;
    return marks;
  });
}

/** Empty cells with labels: filled by hand at the door. */
function receiptRows(model: SheetModel, fonts: Fonts): Row[] {
  const { receipt } = model;
  const [a, b, c, h] = [30, 132, 94, 32] as const;
  const x = a + b + 104;
  const cells: readonly (readonly [text: string, x: number, y: number, width: number])[] = [
    [receipt.receiver, a, 0, b],
    [receipt.relation, x, 0, c],
    [receipt.remark, a, h, b],
  ];
  const marks: Mark[] = [
    ...cells.flatMap(([text, left, top, width]) => labelMarks(text, left, top, width, h, fonts)),
    ...[...receipt.heading].flatMap((char, index, all) =>
      labelMarks(char, 3, h - all.length * 9 + index * 18, a - 6, 18, fonts),
    ),
    ...stacked(rightAligned(receipt.date, { ...NOTE, pitch: h, width: W - a - b - 16 }, fonts), a + b + 8, h),
    ...[0, 2 * h].map((y) => rule(0, y, W, y)),
    rule(a, h, W, h),
    ...[0, a, a + b, W].map((at) => rule(at, 0, at, 2 * h)),
    ...[x, x + c].map((at) => rule(at, 0, at, h)),
  ];
  return [
    { height: 2 * h, keep: true, marks },
    gap(3, true),
    ...paragraph(`${model.copies}${model.endMark}`, { ...NOTE, size: 10.5, pitch: 16 }, fonts),
  ];
}

function labelMarks(text: string, x: number, y: number, width: number, height: number, fonts: Fonts): Mark[] {
  const room = width - 8;
  const lines = breakLines(text, { size: SIZE.note, spacing: 0, width: room, indent: 0, font: fonts.regular });
  const rows = lines.flatMap((line) => centred(line.text, { ...NOTE, pitch: 15, width }, fonts));
  return stacked(rows, x, y + (height - heightOf(rows)) / 2);
}

/** The stub (存根) under the dashed line over which the number is stamped (骑缝). */
function stubRows(model: SheetModel, fonts: Fonts): Row[] {
  const { stub } = model;
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
