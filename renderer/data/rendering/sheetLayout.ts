import { pointsOf, SEAL_ZONE_TENTHS_MM, TEXT_HEIGHT_PT, TEXT_WIDTH_PT } from '#shared/documents/page.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';

import { flow, heightOf, type SetPage } from './flow.ts';
import { handRow } from './formLayout.ts';
import { grid } from './grid.ts';
import { breakLines } from './lines.ts';
import { baselineIn, gap, rule, type Fonts, type Mark, type Row } from './marks.ts';
import { centred, paragraph, rightAligned, type ParagraphStyle } from './paragraph.ts';
import type { Photos } from './photos.ts';
import { pictureRows } from './pictures.ts';
import { BODY, HEAD_TABLE, headRows, NOTE, sectionRows, SIZE, stacked } from './pieces.ts';
import { table, type TableStyle } from './table.ts';

const W = TEXT_WIDTH_PT;
const SEAL = pointsOf(SEAL_ZONE_TENTHS_MM);

const PARTY: TableStyle = {
  ...HEAD_TABLE,
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

/** Lines of text that go with the signature to another page. */
const KEPT_LINES = 2;

/** Sets a document into pages. Its stub, if it has one, stands at the foot of the last page, or whole on one of its own. */
export function layoutSheet(model: SheetModel, fonts: Fonts, photos: Photos): SetPage[] {
  const sections = model.sections.map((section) => sectionRows(section, fonts));
  const lastSection = sections.pop() ?? [];
  // The signature never stands on a page without text: the last lines go with it, and no line of them stays behind alone.
  const kept = lastSection.length < KEPT_LINES + 2 ? 0 : lastSection.length - KEPT_LINES;
  const rows = [
    ...headRows(model, model.draft ? model.draftNote : model.number, fonts),
    ...table([...model.party, ...model.glance], PARTY, fonts),
    gap(10),
    // Under what was found, the first part of every sheet that shows photos.
    ...sections.slice(0, 1).flat(),
    ...pictureRows(model.photos ?? [], photos, fonts),
    ...sections.slice(1).flat(),
    ...lastSection.map((row, at) => ({ ...row, keep: row.keep || (model.list === undefined && at >= kept) })),
    ...listRows(model, fonts),
    ...(model.signers ?? []).map((line) => ({ ...handRow(line, fonts), keep: true })),
    gap(8, true),
    { ...signatureRow(model, fonts), keep: model.receipt === undefined },
    gap(8, model.receipt === undefined),
    ...(model.receipt === undefined ? [] : receiptRows(model.receipt, fonts)),
    ...paragraph(`${model.copies}${model.endMark}`, { ...NOTE, size: 10.5, pitch: 16 }, fonts),
  ];
  return flow(rows, model.stub === undefined ? [] : stubRows(model.stub, fonts), TEXT_HEIGHT_PT);
}

/** A list of so few things stands on one page. */
const SHORT_LIST = 8;

/** The list: its head stands again over each page, each page is closed by a rule, and its end goes with the signatures. */
function listRows({ list }: SheetModel, fonts: Fonts): Row[] {
  if (list === undefined) return [];
  const total = list.shares.reduce((sum, share) => sum + share, 0);
  const widths = list.shares.map((share) => (share / total) * W);
  const style = { size: SIZE.note, pitch: 17, padding: 5, minHeight: 26, widths } as const;
  const [head, ...things] = grid(list.columns, list.rows, style, fonts);
  if (head === undefined) return [];
  return [
    gap(10, true),
    ...centred(list.heading, { ...NOTE, size: SIZE.table, pitch: 26, bold: true, keepWithNext: true }, fonts),
    head,
    ...things.map((row, index): Row => {
      const closed = [...row.marks, rule(0, row.height, W, row.height)];
      return { ...row, marks: closed, head, keep: things.length <= SHORT_LIST || index === things.length - 1 };
    }),
    ...centred(list.note, { ...NOTE, pitch: 22, keepWithNext: true }, fonts),
  ];
}

/** Officers and contact on the left; on the right agency and date with the square that stays free for the seal. */
function signatureRow(model: SheetModel, fonts: Fonts): Row {
  const leftWidth = 186;
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

/** Empty cells with labels: filled by hand at the door. */
function receiptRows(receipt: NonNullable<SheetModel['receipt']>, fonts: Fonts): Row[] {
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
  return [{ height: 2 * h, keep: true, marks }, gap(3, true)];
}

function labelMarks(text: string, x: number, y: number, width: number, height: number, fonts: Fonts): Mark[] {
  const room = width - 8;
  const lines = breakLines(text, { size: SIZE.note, spacing: 0, width: room, indent: 0, font: fonts.regular });
  const rows = lines.flatMap((line) => centred(line.text, { ...NOTE, pitch: 15, width }, fonts));
  return stacked(rows, x, y + (height - heightOf(rows)) / 2);
}

/** The stub (存根) under the dashed line over which the number is stamped (骑缝). */
function stubRows(stub: NonNullable<SheetModel['stub']>, fonts: Fonts): Row[] {
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
