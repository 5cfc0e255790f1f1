import { expect, it } from 'vitest';

import { lateSurchargeFen } from './lateSurcharge.ts';

it.each([
  [0, 0],
  [33, 495_00],
  [34, 500_00],
  [400, 500_00],
])('a fine of 500 yuan %i days late costs %i fen more', (daysLate, fen) => {
  expect(lateSurchargeFen(500_00, daysLate)).toBe(fen);
});
