import type { Block } from '#shared/documents/formModel.ts';
import { TEXT_WIDTH_PT } from '#shared/documents/page.ts';

import { rule, type Fonts, type Mark, type Row } from './marks.ts';
import { paragraph } from './paragraph.ts';
import { NOTE, stacked } from './pieces.ts';

type Drawn = Extract<Block, { is: 'drawn' }>;

/** Where a drawing stands, in points: where the lines to sign on begin, and small. */
const ROOM = { x: 200, w: 140, h: 46 } as const;
const LINE = 16;

/** What was drawn on a screen, small, with its label before it and what it is worth behind it. */
export function drawnRow({ label, note, width, height, strokes }: Drawn, fonts: Fonts): Row {
  const scale = Math.min(ROOM.w / width, ROOM.h / height);
  const lines = strokes.flatMap((stroke): Mark[] => pairsOf(stroke).map(([from, to]) => segment(from, to, scale)));
  const style = { ...NOTE, pitch: LINE };
  const said = paragraph(`${label}：`, { ...style, width: ROOM.x - 8 }, fonts);
  const right = ROOM.x + ROOM.w + 8;
  const worth = paragraph(note, { ...style, width: TEXT_WIDTH_PT - right }, fonts);
  return {
    height: ROOM.h + 8,
    keep: false,
    marks: [
      ...stacked(said, 0, (ROOM.h - LINE) / 2),
      ...stacked(worth, right, (ROOM.h - worth.length * LINE) / 2),
      ...lines,
    ],
  };
}

type Point = readonly [x: number, y: number];

function segment([x1, y1]: Point, [x2, y2]: Point, scale: number): Mark {
  return rule(ROOM.x + x1 * scale, 4 + y1 * scale, ROOM.x + x2 * scale, 4 + y2 * scale);
}

/** Neighbours of a stroke of x, y, x, y …; a dot is a short line. */
function pairsOf(stroke: readonly number[]): readonly (readonly [Point, Point])[] {
  const points = stroke.flatMap((x, at): Point[] => (at % 2 === 0 ? [[x, stroke[at + 1] ?? 0]] : []));
  const [first] = points;
  if (first !== undefined && points.length === 1) return [[first, [first[0] + 2, first[1]]]];
  return points.slice(1).map((point, at) => [points[at] ?? point, point]);
}
