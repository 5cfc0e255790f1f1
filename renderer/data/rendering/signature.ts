import { pointsOf, SEAL_ZONE_TENTHS_MM } from '#shared/documents/page.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';

import { heightOf } from './flow.ts';
import type { Fonts, Row } from './marks.ts';
import { centred, paragraph, type ParagraphStyle } from './paragraph.ts';
import { stacked } from './pieces.ts';

/** How a signature is set. `leftWidth`: room in points of officers and contact beside the agency; 0: they stand over it. */
export type SignatureStyle = {
  readonly width: number;
  readonly leftWidth: number;
  readonly note: ParagraphStyle;
  readonly signed: ParagraphStyle;
  readonly small: ParagraphStyle;
};

const SEAL = pointsOf(SEAL_ZONE_TENTHS_MM);
/** Between officers and agency, in points. */
const GAP = 10;

/** Officers and contact; agency and date in the square that stays free for the seal. The last row is never cut. */
export function signatureRows(model: SheetModel, style: SignatureStyle, fonts: Fonts): Row[] {
  const { width, leftWidth } = style;
  const officers = model.officers.flatMap((officer) => [
    `${officer.label}：${officer.name}`,
    `${officer.certificateLabel}：${officer.certificate}`,
  ]);
  const contact = model.contact.map((row) => `${row.label}：${row.value}`);
  const isBeside = leftWidth > 0;
  const left = [...officers, ...contact].flatMap((text) =>
    paragraph(text, { ...style.note, width: isBeside ? leftWidth : width }, fonts),
  );
  const x = isBeside ? leftWidth + GAP : 0;
  const signed = [model.signature.agency, model.signature.date].flatMap((text) =>
    centred(text, { ...style.signed, width: width - x }, fonts),
  );
  const seal = centred(model.signature.seal, { ...style.small, width: width - x }, fonts);
  const height = Math.max(SEAL, isBeside ? heightOf(left) : 0, heightOf([...signed, ...seal]));
  const marks = [
    ...(isBeside ? stacked(left, 0, 0) : []),
    ...stacked(signed, x, (height - heightOf(signed)) / 2),
    ...stacked(seal, x, height - heightOf(seal)),
  ];
  const last: Row = { height, keep: false, marks };
  return isBeside ? [last] : [...left.map((row) => ({ ...row, keep: true })), last];
}
