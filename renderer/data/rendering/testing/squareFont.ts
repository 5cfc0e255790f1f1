import type { FontMetrics } from '#shared/documents/fonts/font.ts';

import type { Fonts } from '../marks.ts';

/** A font in which Chinese characters are one em wide and Latin ones half an em; it draws nothing. */
export const squareFont: FontMetrics = {
  glyph: (codePoint) => codePoint,
  has: (codePoint) => codePoint < 0x1f000,
  advance: (codePoint) => (codePoint < 0x250 ? 500 : 1000),
  ascent: 880,
  descent: -120,
  capHeight: 700,
  box: [0, -120, 1000, 880],
};

/** `squareFont` for everything. */
export const squareFonts: Fonts = { text: squareFont, heading: squareFont, title: squareFont };
