import { describe, expect, it } from 'vitest';

import { MISSING, printable } from './printable.ts';
import { squareFont } from './testing/squareFont.ts';

describe('printable', () => {
  it('leaves a square for what the font cannot draw and names it', () => {
    expect(printable('店\u{20BB7}家🍜', squareFont)).toEqual({
      text: `店${MISSING}家${MISSING}`,
      missing: ['\u{20BB7}', '🍜'],
    });
  });

  it('draws a variant in its usual form and names it', () => {
    expect(printable('葛\u{E0100}店', squareFont)).toEqual({ text: '葛店', missing: ['葛\u{E0100}'] });
  });

  it('leaves out what never shows, and cannot be tricked into another order', () => {
    expect(printable('a\u202E\u200Bb\u00A0c\td\u3000e', squareFont)).toEqual({ text: 'ab c d\u3000e', missing: [] });
  });
});
