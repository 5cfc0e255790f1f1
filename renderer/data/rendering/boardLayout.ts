import type { BoardLine, BoardModel } from '#shared/documents/board.ts';
import { pointsOf } from '#shared/documents/page.ts';

import { flow, heightOf, type SetPage } from './flow.ts';
import type { Format } from './format.ts';
import { breakLines } from './lines.ts';
import { area, baselineIn, gap, moved, type Face, type Fonts, type Mark, type Row } from './marks.ts';
import { centred, paragraph, rightAligned, type ParagraphStyle } from './paragraph.ts';

const SIDE = pointsOf(130);
const TOP = pointsOf(90);
const BOTTOM = pointsOf(105);
const LONG_SIDE = pointsOf(2970);
const SHORT_SIDE = pointsOf(2100);

/** A4 on its side. */
export const BOARD_FORMAT: Format = {
  page: { width: LONG_SIDE, height: SHORT_SIDE },
  left: SIDE,
  top: TOP,
  width: LONG_SIDE - 2 * SIDE,
  height: SHORT_SIDE - TOP - BOTTOM,
  head: 12,
  number: { size: 8, below: 10 },
};

const W = BOARD_FORMAT.width;
/** Sizes of type that are tried, the largest first: the whole plan stands on one page as long as it can be read there. */
const SIZES = [9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5] as const;
/** Where no size brings it on one page it goes on over several, in this. */
const OVER = 8;
/** What lines are set apart at most where the page has room, in points. */
const AIR = 5;
const GREY = { hair: 0.72, head: 0.88, urgent: 0.93, bar: 0.35 } as const;
const HAIR = 0.4;

type Column = Exclude<keyof BoardLine, 'urgent'>;
const FIXED = {
  rows: 28,
  target: 88,
  actual: 76,
  percent: 40,
  months: 74,
  forecast: 76,
  state: 42,
  orgs: 146,
} as const;
const taken = Object.values(FIXED).reduce((sum, width) => sum + width, 0);
/** In the order they stand; what the others leave is the name's. */
const COLUMNS: readonly (readonly [Column, number])[] = [
  ['rows', FIXED.rows],
  ['name', W - taken],
  ['target', FIXED.target],
  ['actual', FIXED.actual],
  ['percent', FIXED.percent],
  ['months', FIXED.months],
  ['forecast', FIXED.forecast],
  ['state', FIXED.state],
  ['orgs', FIXED.orgs],
];

/** Sets the board: on one page in the largest type that it fits in, else on several. */
export function layoutBoard(model: BoardModel, fonts: Fonts): SetPage[] {
  const room = (size: number): number => BOARD_FORMAT.height - heightOf(rowsAt(model, size, 0, fonts));
  const fitting = SIZES.find((size) => room(size) >= 0);
  if (fitting === undefined) return flow(rowsAt(model, OVER, 0, fonts), [], BOARD_FORMAT.height);
  const air = Math.min(AIR, room(fitting) / (model.lines.length + 1));
  return flow(rowsAt(model, fitting, air, fonts), [], BOARD_FORMAT.height);
}

function rowsAt(model: BoardModel, size: number, air: number, fonts: Fonts): Row[] {
  const head = lineRow(model.heads, { size, air }, 'heading', GREY.head, fonts);
  const small = styleOf(7.5);
  return [
    ...headRows(model, fonts),
    { ...head, keep: true },
    ...model.lines.map((line) => {
      const row = lineRow(
        line,
        { size, air },
        line.urgent ? 'heading' : 'text',
        line.urgent ? GREY.urgent : undefined,
        fonts,
      );
      return { ...row, marks: [...row.marks, ...bars(line.months, row.height)], head };
    }),
    gap(4, true),
    ...paragraph(model.note, small, fonts).map((row) => ({ ...row, keep: false })),
  ];
}

function styleOf(size: number): ParagraphStyle {
  return { size, spacing: 0, pitch: size * 1.35, indent: 0, width: W, keepWithNext: true };
}

/** Title; under it whose plan at the left and as of when at the right; then what it comes to, and what to be careful with. */
function headRows(model: BoardModel, fonts: Fonts): Row[] {
  const note = styleOf(9.5);
  const left = paragraph(`${model.agency}　${model.plan}`, { ...note, width: W * 0.7 }, fonts);
  const [day] = rightAligned(model.asOf, note, fonts);
  const beside = left.map((row, at) => (at === 0 ? { ...row, marks: [...row.marks, ...(day?.marks ?? [])] } : row));
  return [
    ...centred(model.title, { ...styleOf(17), pitch: 24, spacing: 2, face: 'title' }, fonts),
    ...beside.map((row) => ({ ...row, keep: true })),
    ...paragraph(model.sums, { ...note, face: 'heading' }, fonts),
    ...(model.caution === '' ? [] : paragraph(model.caution, styleOf(8.5), fonts)),
    gap(4, true),
  ];
}

type Texts = Readonly<Record<Exclude<Column, 'months'>, string>> & { readonly months: BoardLine['months'] | string };

/** Size of type, and what a line is set apart by beyond it. */
type Set = { readonly size: number; readonly air: number };

/** One line of the table: each cell wraps, nothing is cut. */
function lineRow(texts: Texts, { size, air }: Set, face: Face, grey: number | undefined, fonts: Fonts): Row {
  const pitch = size * 1.15;
  const padding = size * (size > 6 ? 0.28 : 0.12) + air / 2;
  let x = 0;
  const cells = COLUMNS.map(([column, width]) => {
    const at = x;
    x += width;
    const text = texts[column];
    const isBold = face === 'heading' && (typeof texts.months === 'string' || column === 'name' || column === 'state');
    const own: Face = isBold ? 'heading' : 'text';
    const setting = { size, spacing: 0, width: width - 6, indent: 0, font: fonts[own] };
    const lines = typeof text === 'string' && text !== '' ? breakLines(text, setting) : [];
    return { at, face: own, lines: lines.map((line) => line.text) };
  });
  const height = Math.max(1, ...cells.map(({ lines }) => lines.length)) * pitch + 2 * padding;
  const marks = cells.flatMap(({ at, face: own, lines }): Mark[] => {
    const top = (height - lines.length * pitch) / 2;
    return lines.map((text, index) => ({
      ...{ is: 'text', text, size, face: own, spacing: 0 },
      ...{ x: at + 3, baseline: baselineIn(top + index * pitch, pitch, size) },
    }));
  });
  const ground = grey === undefined ? [] : [area(0, 0, W, height, grey)];
  return { height, keep: false, marks: [...ground, area(0, height - HAIR, W, HAIR, GREY.hair), ...marks] };
}

/** The months as bars on a line, inside their column. */
function bars(months: BoardLine['months'], height: number): Mark[] {
  if (months.every((share) => share === null)) return [];
  const left = COLUMNS.slice(0, 5).reduce((sum, [, width]) => sum + width, 0) + 3;
  const step = (FIXED.months - 8) / 12;
  const room = height - 3.5;
  const marks = months.flatMap((share, month): Mark[] => {
    if (share === null) return [];
    const tall = Math.max(0.6, (share / 1000) * room);
    return [area(month * step, room - tall, step * 0.7, tall, GREY.bar)];
  });
  return [...marks, area(0, room, step * 12, HAIR, GREY.bar)].map((mark) => moved(mark, left, 1.8));
}
