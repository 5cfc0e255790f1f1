import { describe, expect, it } from 'vitest';

import { CHARACTER_PITCH_PT, LINE_PITCH_PT, PAGE, pointsOf, TEXT_HEIGHT_PT, TEXT_WIDTH_PT } from './page.ts';

describe('page geometry of GB/T 9704', () => {
  it('leaves a text area of 156 by 225 mm on A4', () => {
    expect(PAGE.widthTenthsMm - PAGE.leftTenthsMm - PAGE.rightTenthsMm).toBe(1560);
    expect(PAGE.heightTenthsMm - PAGE.topTenthsMm - PAGE.bottomTenthsMm).toBe(2250);
    expect(pointsOf(2540)).toBe(720);
  });

  it('has the line pitch and character pitch of 22 lines by 28 characters', () => {
    expect(LINE_PITCH_PT.toFixed(2)).toBe('28.99');
    expect(CHARACTER_PITCH_PT.toFixed(2)).toBe('15.79');
    expect(TEXT_WIDTH_PT).toBeLessThan(28 * 16);
    expect(TEXT_HEIGHT_PT.toFixed(1)).toBe('637.8');
  });
});
