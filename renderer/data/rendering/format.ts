import { PAGE, pointsOf, TEXT_HEIGHT_PT, TEXT_WIDTH_PT } from '#shared/documents/page.ts';

/** A page and the text area on it, in points. */
export type Format = {
  readonly page: 'A4' | 'A5' | { readonly width: number; readonly height: number };
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How far over the text area the head of a following page stands. */
  readonly head: number;
  /** The page number: its size, and how far under the text area it stands. */
  readonly number?: { readonly size: number; readonly below: number };
};

/** The page of GB/T 9704; its number stands 7 mm under the text area. */
export const A4: Format = {
  page: 'A4',
  left: pointsOf(PAGE.leftTenthsMm),
  top: pointsOf(PAGE.topTenthsMm),
  width: TEXT_WIDTH_PT,
  height: TEXT_HEIGHT_PT,
  head: 24,
  number: { size: 14, below: pointsOf(70) },
};
