import { expect, it } from 'vitest';

import { tapAccuracyMm } from './accuracy.ts';

it('a place is as exact as a finger at that zoom, and never more than what is drawn', () => {
  // 78.3 km across 1 pixel at zoom 0 on the equator, half of it with each step, less by the cosine of the latitude.
  expect(tapAccuracyMm(0, 0)).toBe(1_095_802_000);
  expect(tapAccuracyMm(11.5, 30.2)).toBe(327_000);
  expect(tapAccuracyMm(16, 30.2)).toBe(15_000);
  expect(tapAccuracyMm(19, 30.2)).toBe(5_000);
});
