import type { FormRow } from '#shared/documents/form.ts';

import { breakLines, widthOf } from './lines.ts';
import { baselineIn, rule, type Face, type Fonts, type Mark, type Row } from './marks.ts';

/** How a table of labels and values is set. `columns`: label, value, label, value; the widths fill the text area. */
export type TableStyle = {
  readonly columns: readonly [number, number, number, number];
  readonly labelSize: number;
  readonly valueSize: number;
  readonly pitch: number;
  readonly padding: number;
  readonly minHeight: number;
  /** Labels whose value is set bold. */
  readonly boldLabels: readonly string[];
};

type Cell = {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly face: Face;
};

/**
 * A ruled table. Two neighbours share a row when both fit on one line; a value of any length wraps in a row of its own.
 * The table stays on one page as long as a page can hold it.
 */
export function table(rows: readonly FormRow[], style: TableStyle, fonts: Fonts): Row[] {
  const set = pairUp(rows, style, fonts).map((pair) => tableRow(pair, style, fonts));
  return set.map((row, index) => {
    const last = index === set.length - 1;
    return last
      ? { ...row, marks: [...row.marks, rule(0, row.height, total(style), row.height)], keep: false }
      : { ...row, keep: true };
  });
}

function pairUp(rows: readonly FormRow[], style: TableStyle, fonts: Fonts): (readonly FormRow[])[] {
  const pairs: (readonly FormRow[])[] = [];
  const fits = (row: FormRow, at: 0 | 2): boolean =>
    width(row.label, style.labelSize, 'text', fonts) <= style.columns[at] - 2 * style.padding &&
    width(row.value, style.valueSize, faceOf(row, style), fonts) <= style.columns[at === 0 ? 1 : 3] - 2 * style.padding;
  for (let i = 0; i < rows.length; i += 1) {
    const [left, right] = [rows[i], rows[i + 1]];
    if (left === undefined) break;
    if (right !== undefined && fits(left, 0) && fits(right, 2)) {
      pairs.push([left, right]);
      i += 1;
    } else pairs.push([left]);
  }
  return pairs;
}

function tableRow(pair: readonly FormRow[], style: TableStyle, fonts: Fonts): Row {
  const [a, b, c, d] = style.columns;
  const [left, right] = pair;
  const cells: Cell[] = [];
  const edges = right === undefined ? [0, a, total(style)] : [0, a, a + b, a + b + c, total(style)];
  const add = (row: FormRow, x: number, label: number, value: number): void => {
    cells.push({ text: row.label, x, width: label, size: style.labelSize, face: 'text' });
    cells.push({
      text: row.value,
      x: x + label,
      width: value,
      size: style.valueSize,
      face: faceOf(row, style),
    });
  };
  if (left !== undefined) add(left, 0, a, right === undefined ? b + c + d : b);
  if (right !== undefined) add(right, a + b, c, d);
  const set = cells.map((cell) => cellLines(cell, style, fonts));
  const height = Math.max(style.minHeight, ...set.map((lines) => lines.length * style.pitch + style.padding));
  const marks = cells.flatMap((cell, index) => cellMarks(cell, set[index] ?? [], height, style));
  return {
    height,
    keep: true,
    marks: [...marks, rule(0, 0, total(style), 0), ...edges.map((x) => rule(x, 0, x, height))],
  };
}

function cellLines(cell: Cell, style: TableStyle, fonts: Fonts): readonly string[] {
  const font = fonts[cell.face];
  return breakLines(cell.text, {
    size: cell.size,
    spacing: 0,
    width: cell.width - 2 * style.padding,
    indent: 0,
    font,
  }).map((line) => line.text);
}

function cellMarks(cell: Cell, lines: readonly string[], height: number, style: TableStyle): Mark[] {
  const top = (height - lines.length * style.pitch) / 2;
  return lines.map((text, index) => ({
    is: 'text',
    text,
    x: cell.x + style.padding,
    baseline: baselineIn(top + index * style.pitch, style.pitch, cell.size),
    size: cell.size,
    face: cell.face,
    spacing: 0,
  }));
}

function faceOf({ label }: FormRow, { boldLabels }: TableStyle): Face {
  return boldLabels.includes(label) ? 'heading' : 'text';
}

function width(text: string, size: number, face: Face, fonts: Fonts): number {
  return widthOf(text, { size, spacing: 0, font: fonts[face] });
}

function total(style: TableStyle): number {
  return style.columns.reduce((sum, column) => sum + column, 0);
}
