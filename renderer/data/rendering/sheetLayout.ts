import { TEXT_HEIGHT_PT, TEXT_WIDTH_PT } from '#shared/documents/page.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';

import { flow, heightOf, type SetPage } from './flow.ts';
import { handRow } from './formLayout.ts';
import { grid } from './grid.ts';
import { breakLines } from './lines.ts';
import { gap, rule, type Fonts, type Mark, type Row } from './marks.ts';
import { centred, paragraph, rightAligned } from './paragraph.ts';
import type { Photos } from './photos.ts';
import { pictureRows } from './pictures.ts';
import { BODY, HEAD_TABLE, headRows, NOTE, sectionRows, SIZE, stacked } from './pieces.ts';
import { signatureRows, type SignatureStyle } from './signature.ts';
import { stubRows } from './stub.ts';
import { table, type TableStyle } from './table.ts';

const W = TEXT_WIDTH_PT;

const PARTY: TableStyle = {
  ...HEAD_TABLE,
  boldLabels: ['事由', '改正期限'],
};
const SIGNATURE: SignatureStyle = {
  width: W,
  leftWidth: 186,
  note: { ...NOTE, pitch: 18 },
  signed: { ...BODY, spacing: 0, pitch: 26, indent: 0 },
  small: { ...NOTE, size: SIZE.small, pitch: 14 },
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
    ...signatureRows(model, SIGNATURE, fonts).map((row) => ({ ...row, keep: model.receipt === undefined })),
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
    ...centred(list.heading, { ...NOTE, size: SIZE.table, pitch: 26, face: 'heading', keepWithNext: true }, fonts),
    head,
    ...things.map((row, index): Row => {
      const closed = [...row.marks, rule(0, row.height, W, row.height)];
      return { ...row, marks: closed, head, keep: things.length <= SHORT_LIST || index === things.length - 1 };
    }),
    ...centred(list.note, { ...NOTE, pitch: 22, keepWithNext: true }, fonts),
  ];
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
  const lines = breakLines(text, { size: SIZE.note, spacing: 0, width: room, indent: 0, font: fonts.text });
  const rows = lines.flatMap((line) => centred(line.text, { ...NOTE, pitch: 15, width }, fonts));
  return stacked(rows, x, y + (height - heightOf(rows)) / 2);
}
