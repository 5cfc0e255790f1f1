import type { FormSection } from '#shared/documents/form.ts';
import { CHARACTER_PITCH_PT, LINE_PITCH_PT, TEXT_WIDTH_PT, TYPE_TENTHS_PT } from '#shared/documents/page.ts';

import { gap, moved, type Fonts, type Mark, type Row } from './marks.ts';
import { centred, paragraph, rightAligned, type ParagraphStyle } from './paragraph.ts';
import type { TableStyle } from './table.ts';

/** What stands over every document. */
type Head = { readonly agency: string; readonly title: string };

/** Sizes of type in points, by their use. */
export const SIZE = {
  title: TYPE_TENTHS_PT.title / 10,
  agency: TYPE_TENTHS_PT.agency / 10,
  body: TYPE_TENTHS_PT.body / 10,
  table: TYPE_TENTHS_PT.table / 10,
  note: TYPE_TENTHS_PT.note / 10,
  small: TYPE_TENTHS_PT.small / 10,
} as const;

/** Body text on the grid of GB/T 9704: 28 characters a line, 22 lines a page, indent of two characters. */
export const BODY: ParagraphStyle = {
  size: SIZE.body,
  spacing: CHARACTER_PITCH_PT - SIZE.body,
  pitch: LINE_PITCH_PT,
  indent: 2 * CHARACTER_PITCH_PT,
  width: TEXT_WIDTH_PT,
};
/** Small print and labels. */
export const NOTE: ParagraphStyle = { size: SIZE.note, spacing: 0, pitch: 19, indent: 0, width: TEXT_WIDTH_PT };

/** The ruled block of labels and values under the head. */
export const HEAD_TABLE: Omit<TableStyle, 'boldLabels'> = {
  columns: [106, 170, 60, TEXT_WIDTH_PT - 336],
  labelSize: SIZE.note,
  valueSize: SIZE.table,
  pitch: 19,
  padding: 5,
  minHeight: 26,
};

/** Agency and title in the middle; under them at the right the number, or whatever stands in its place. */
export function headRows(model: Head, right: string, fonts: Fonts): Row[] {
  const head: ParagraphStyle = {
    ...BODY,
    size: SIZE.agency,
    spacing: 3,
    pitch: 32,
    indent: 0,
    face: 'title',
    keepWithNext: true,
  };
  return [
    ...centred(model.agency, head, fonts),
    ...centred(model.title, { ...head, size: SIZE.title, spacing: 5, pitch: 40 }, fonts),
    ...rightAligned(right, { ...BODY, pitch: 28, keepWithNext: true }, fonts),
    gap(4, true),
  ];
}

/** A headed text; its heading runs into the first paragraph. */
export function sectionRows(section: FormSection, fonts: Fonts, body: ParagraphStyle = BODY): Row[] {
  const [first, ...rest] = section.paragraphs;
  const items = section.items.map((item, index) => (section.items.length > 1 ? `${String(index + 1)}. ${item}` : item));
  if (first === undefined)
    return [
      ...paragraph(section.heading, { ...body, face: 'heading', keepWithNext: true }, fonts),
      ...items.flatMap((item) => paragraph(item, body, fonts)),
    ];
  const emphasis = section.emphasis ? ({ face: 'heading' } as const) : {};
  const lead = `${section.heading}：${first}`;
  return [
    ...paragraph(lead, { ...body, ...emphasis, headingPrefix: [...section.heading].length + 1 }, fonts),
    ...[...rest, ...items].flatMap((text) => paragraph(text, body, fonts)),
  ];
}

/** Rows one under the other, as marks of one strip. */
export function stacked(rows: readonly Row[], x: number, top: number): Mark[] {
  let y = top;
  return rows.flatMap((row) => {
    const marks = row.marks.map((mark) => moved(mark, x, y));
    y += row.height;
    return marks;
  });
}
