/**
 * Page geometry of GB/T 9704-2012 in tenths of a millimetre: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm. The grid has
 * 22 lines of 28 characters in size 3 (16 pt).
 */
export const PAGE = {
  widthTenthsMm: 2100,
  heightTenthsMm: 2970,
  topTenthsMm: 370,
  leftTenthsMm: 280,
  rightTenthsMm: 260,
  bottomTenthsMm: 350,
  lines: 22,
  characters: 28,
} as const;

/** Side of the square that stays empty for the agency's seal (usually 42 mm wide), in tenths of a millimetre. */
export const SEAL_ZONE_TENTHS_MM = 450;

/** Sizes of type in tenths of a point, by their use on a form. 二号 22, 三号 16, 四号 14, 小四 12, 小五 9. */
export const TYPE_TENTHS_PT = { title: 220, agency: 200, body: 160, table: 140, note: 120, small: 90 } as const;

/** Points of a length in tenths of a millimetre (72 points to an inch of 25.4 mm). Not rounded. */
export function pointsOf(tenthsMm: number): number {
  return (tenthsMm / 254) * 72;
}

/** Width of the text area (版心) in points: 442.2. */
export const TEXT_WIDTH_PT: number = pointsOf(PAGE.widthTenthsMm - PAGE.leftTenthsMm - PAGE.rightTenthsMm);

/** Height of the text area (版心) in points: 637.8. */
export const TEXT_HEIGHT_PT: number = pointsOf(PAGE.heightTenthsMm - PAGE.topTenthsMm - PAGE.bottomTenthsMm);

/** Distance of two baselines in points: 225 mm over 22 lines, 28.99. */
export const LINE_PITCH_PT: number = TEXT_HEIGHT_PT / PAGE.lines;

/**
 * Distance of two characters of body text in points: 156 mm over 28 characters, 15.79. Type of 16 pt is set 0.2 pt
 * tighter than its own width, because 28 characters of 16 pt would be 2 mm wider than the text area.
 */
export const CHARACTER_PITCH_PT: number = TEXT_WIDTH_PT / PAGE.characters;
