import type { SheetModel } from '#shared/documents/sheetModel.ts';

import type { SetPage } from './flow.ts';
import { baselineIn, gap, rule, type Fonts, type Row } from './marks.ts';
import type { NarrowStyle } from './narrow.ts';
import { handOver, narrowPages } from './narrowEnd.ts';
import { centred, paragraph, rightAligned } from './paragraph.ts';
import type { Photos } from './photos.ts';
import { pictureRows } from './pictures.ts';
import { sectionRows, stacked } from './pieces.ts';
import type { QrModules } from './qrModules.ts';
import { signatureRows, type SignatureStyle } from './signature.ts';
import { table } from './table.ts';

/** Room to sign by hand, in points. */
const SIGN_HEIGHT = 34;
/** Lines of text that go with the signature to another page. */
const KEPT_LINES = 2;

/**
 * Sets a document on small paper: the words of the A4 in the same order, one under the other, with the code at the end. Throws
 * for a document with a list or with signers of its own, which has no narrow layout.
 */
export function layoutNarrow(
  model: SheetModel,
  qr: QrModules | undefined,
  style: NarrowStyle,
  fonts: Fonts,
  photos: Photos,
): SetPage[] {
  if (model.list !== undefined || model.signers !== undefined) throw new Error(`no narrow layout of ${model.kind}`);
  const sections = model.sections.map((section) => sectionRows(section, fonts, style.body));
  const last = sections.pop() ?? [];
  const rows = [
    ...centred(model.agency, style.agency, fonts),
    ...centred(model.title, style.title, fonts),
    ...rightAligned(model.number, { ...style.body, keepWithNext: true }, fonts),
    gap(3, true),
    ...table([...model.party, ...model.glance], style.table, fonts),
    gap(7),
    ...sections.slice(0, 1).flat(),
    ...pictureRows(model.photos ?? [], photos, fonts, { width: style.width, across: style.photosAcross }),
    ...sections.slice(1).flat(),
    ...last.map((row, at) => ({ ...row, keep: row.keep || at >= last.length - KEPT_LINES })),
    gap(8, true),
    ...signatureRows(model, signatureStyle(style), fonts),
    gap(4),
    ...handOver((at) => receiptRows(model.receipt, at, fonts), qr, model.qrCaption, style, fonts),
    ...paragraph(`${model.copies}${model.endMark}`, style.small, fonts),
  ];
  return narrowPages(rows, model.stub, style, fonts);
}

function signatureStyle(style: NarrowStyle): SignatureStyle {
  const { width, leftWidth, note, small, body } = style;
  return { width, leftWidth, note, small, signed: { ...body, indent: 0, pitch: 22 } };
}

/** Lines to write on, one under the other. */
function receiptRows(receipt: SheetModel['receipt'], style: NarrowStyle, fonts: Fonts): Row[] {
  if (receipt === undefined) return [];
  const { heading, receiver, relation, remark, date } = receipt;
  const { width } = style;
  const note = { ...style.note, width };
  const dated = rightAligned(date, { ...note, pitch: SIGN_HEIGHT }, fonts);
  return [
    ...centred(heading, { ...note, face: 'heading', pitch: 22, keepWithNext: true }, fonts),
    ...[receiver, relation, remark].map((label) => signRow(`${label}：`, style, fonts)),
    { height: SIGN_HEIGHT, keep: true, marks: stacked(dated, 0, 0) },
    gap(6),
  ];
}

/** A label, and a line from its end to the edge. */
function signRow(label: string, { note, width }: NarrowStyle, fonts: Fonts): Row {
  const rows = paragraph(label, { ...note, width, pitch: SIGN_HEIGHT }, fonts);
  const y = baselineIn(0, SIGN_HEIGHT, note.size) + 4;
  const from = [...label].length * note.size;
  return { height: SIGN_HEIGHT, keep: true, marks: [...stacked(rows, 0, 0), rule(from, y, width, y)] };
}
