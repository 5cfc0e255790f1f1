import type { NarrowMedium } from '#shared/documents/media.ts';
import { pointsOf } from '#shared/documents/page.ts';

import type { Format } from './format.ts';
import type { ParagraphStyle } from './paragraph.ts';
import type { TableStyle } from './table.ts';

/** How a document is set on small paper; sizes and widths in points. */
export type NarrowStyle = {
  readonly width: number;
  /** Height of the text area; a roll has no end. */
  readonly height: number;
  readonly agency: ParagraphStyle;
  readonly title: ParagraphStyle;
  readonly body: ParagraphStyle;
  readonly note: ParagraphStyle;
  readonly small: ParagraphStyle;
  readonly table: TableStyle;
  /** Room of officers and contact beside the seal; 0 where they stand over it. */
  readonly leftWidth: number;
  readonly qrSide: number;
  /** The code stands at the left of the lines of the receipt, or under them. */
  readonly isCodeBeside: boolean;
  readonly photosAcross: 1 | 2;
};

/** Labels whose value the shopkeeper must not overlook. */
const BOLD = ['事由', '改正期限'];
const HEADING = { spacing: 1, indent: 0, face: 'heading', keepWithNext: true } as const;
const PLAIN = { spacing: 0, indent: 0 } as const;

/** 80 mm from a roll: the 72 mm that a thermal printer reaches, its margins 4 mm. */
const ROLL = { width: 800, left: 40, top: 40, bottom: 80 } as const;
const ROLL_WIDTH = pointsOf(ROLL.width - 2 * ROLL.left);
/** A5, with room at the left to file it. */
const A5 = { width: 1480, height: 2100, left: 130, right: 110, top: 150, bottom: 160 } as const;
const A5_WIDTH = pointsOf(A5.width - A5.left - A5.right);
const A5_HEIGHT = pointsOf(A5.height - A5.top - A5.bottom);

/** How a document is set on each paper. */
export const NARROW_STYLES: Readonly<Record<NarrowMedium, NarrowStyle>> = {
  roll80: {
    width: ROLL_WIDTH,
    height: Infinity,
    agency: { ...HEADING, size: 13, pitch: 19, width: ROLL_WIDTH },
    title: { ...HEADING, size: 15, pitch: 25, width: ROLL_WIDTH },
    body: { spacing: 0, size: 11, pitch: 17, indent: 22, width: ROLL_WIDTH },
    note: { ...PLAIN, size: 9.5, pitch: 15, width: ROLL_WIDTH },
    small: { ...PLAIN, size: 8, pitch: 12, width: ROLL_WIDTH },
    table: tableOf([56, ROLL_WIDTH - 56, 0, 0], { labelSize: 9.5, valueSize: 11, pitch: 15 }),
    leftWidth: 0,
    qrSide: pointsOf(400),
    isCodeBeside: false,
    photosAcross: 1,
  },
  A5: {
    width: A5_WIDTH,
    height: A5_HEIGHT,
    agency: { ...HEADING, size: 15, pitch: 23, width: A5_WIDTH },
    title: { ...HEADING, size: 17, pitch: 30, width: A5_WIDTH },
    body: { spacing: 0, size: 12, pitch: 19, indent: 24, width: A5_WIDTH },
    note: { ...PLAIN, size: 10, pitch: 16, width: A5_WIDTH },
    small: { ...PLAIN, size: 8, pitch: 12, width: A5_WIDTH },
    table: tableOf([78, 126, 52, A5_WIDTH - 256], { labelSize: 10, valueSize: 11.5, pitch: 16 }),
    leftWidth: 150,
    qrSide: pointsOf(300),
    isCodeBeside: true,
    photosAcross: 2,
  },
};

function tableOf(
  columns: TableStyle['columns'],
  type: Pick<TableStyle, 'labelSize' | 'valueSize' | 'pitch'>,
): TableStyle {
  return { columns, ...type, padding: 4, minHeight: 22, boldLabels: BOLD };
}

/** The page itself. A strip of a roll ends `used` points under its head. */
export function narrowFormat(medium: NarrowMedium, used: number): Format {
  const height = medium === 'roll80' ? used : A5_HEIGHT;
  const [left, top] = medium === 'roll80' ? [ROLL.left, ROLL.top] : [A5.left, A5.top];
  const at = { left: pointsOf(left), top: pointsOf(top), width: NARROW_STYLES[medium].width, height, head: 20 };
  if (medium === 'A5') return { ...at, page: 'A5', number: { size: 9, below: 14 } };
  return { ...at, page: { width: pointsOf(ROLL.width), height: used + pointsOf(ROLL.top + ROLL.bottom) } };
}
