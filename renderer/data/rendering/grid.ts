import { breakLines } from './lines.ts';
import { baselineIn, rule, type Fonts, type Mark, type Row } from './marks.ts';

/** How a ruled list is set; widths of its columns in points. */
export type GridStyle = {
  readonly widths: readonly number[];
  readonly size: number;
  readonly pitch: number;
  readonly padding: number;
  readonly minHeight: number;
};

/** A ruled list with a bold head line. Its rows wrap; a row is never cut, and the head goes with the first one. */
export function grid(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  style: GridStyle,
  fonts: Fonts,
): Row[] {
  const all = [columns, ...rows];
  return all.map((cells, index) => gridRow(cells, index === 0, index === all.length - 1, style, fonts));
}

function gridRow(cells: readonly string[], isHead: boolean, isLast: boolean, style: GridStyle, fonts: Fonts): Row {
  const { widths, size, pitch, padding, minHeight } = style;
  const face = isHead ? 'heading' : 'text';
  const font = fonts[face];
  const lines = cells.map((cell, at) =>
    breakLines(cell, { size, spacing: 0, width: (widths[at] ?? 0) - 2 * padding, indent: 0, font }),
  );
  const height = Math.max(minHeight, ...lines.map(({ length }) => length * pitch + padding));
  const edges = widths.reduce<readonly number[]>((xs, width) => [...xs, (xs.at(-1) ?? 0) + width], [0]);
  const right = edges.at(-1) ?? 0;
  const texts = lines.flatMap((set, at): Mark[] =>
    set.map(({ text }, line) => ({
      is: 'text',
      text,
      x: (edges[at] ?? 0) + padding,
      baseline: baselineIn((height - set.length * pitch) / 2 + line * pitch, pitch, size),
      size,
      face,
      spacing: 0,
    })),
  );
  const rules = [rule(0, 0, right, 0), ...(isLast ? [rule(0, height, right, height)] : [])];
  return {
    height,
    keep: isHead,
    marks: [
      ...texts.filter((mark) => mark.is !== 'text' || mark.text !== ''),
      ...rules,
      ...edges.map((x) => rule(x, 0, x, height)),
    ],
  };
}
