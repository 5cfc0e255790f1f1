import type { FontMetrics } from '#shared/documents/fonts/font.ts';

import type { QrModules } from './qrModules.ts';

/** One thing drawn on a page; points from the top left corner of the text area or of the row it belongs to. */
export type Mark =
  | {
      readonly is: 'text';
      readonly text: string;
      readonly x: number;
      readonly baseline: number;
      readonly size: number;
      readonly face: Face;
      readonly spacing: number;
    }
  | {
      readonly is: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly dashed: boolean;
    }
  /** A QR code; `side` in points. */
  | { readonly is: 'code'; readonly qr: QrModules; readonly x: number; readonly y: number; readonly side: number }
  /** A filled rectangle; `grey` from 0, black, to 1, white. */
  | {
      readonly is: 'area';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly grey: number;
    }
  /** The JPEG with that hash, as it is. */
  | {
      readonly is: 'photo';
      readonly sha256: string;
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
    };

/**
 * A strip over the full width that is never cut. `keep`: must stand on the same page as the next one. `head`: stands over it
 * again where it begins a page.
 */
export type Row = {
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly keep: boolean;
  readonly head?: Row | undefined;
};

/** What a text is set in (GB/T 9704 §7): body 仿宋, headings 黑, titles 宋, where a bureau has such fonts. */
export type Face = 'text' | 'heading' | 'title';
/** The fonts that a document is set in. */
export type Fonts = Readonly<Record<Face, FontMetrics>>;

/** The same mark, moved. */
export function moved(mark: Mark, dx: number, dy: number): Mark {
  if (mark.is === 'text') return { ...mark, x: mark.x + dx, baseline: mark.baseline + dy };
  if (mark.is === 'code' || mark.is === 'photo' || mark.is === 'area')
    return { ...mark, x: mark.x + dx, y: mark.y + dy };
  return { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy };
}

/** A thin rule. */
export function rule(x1: number, y1: number, x2: number, y2: number, dashed = false): Mark {
  return { is: 'line', x1, y1, x2, y2, dashed };
}

/** A filled rectangle. */
export function area(x: number, y: number, w: number, h: number, grey: number): Mark {
  return { is: 'area', x, y, w, h, grey };
}

/** Where the baseline of type lies in a strip: the em square stands in its middle, 0.88 of it above the baseline. */
export function baselineIn(top: number, height: number, size: number): number {
  return top + (height - size) / 2 + size * 0.88;
}

/** An empty strip. */
export function gap(height: number, keep = false): Row {
  return { height, marks: [], keep };
}
