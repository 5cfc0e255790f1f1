import { expect, it } from 'vitest';

import { parseDegrees, showDegrees } from './degrees.ts';

it.each([
  ['115.0387', 180, 1_150_387_000],
  [' 30.2209001 ', 90, 302_209_001],
  ['-0.0000001', 90, -1],
  ['0', 90, 0],
  ['180', 180, 1_800_000_000],
  ['90.0000001', 90, undefined],
  ['115,03', 180, undefined],
  ['115.03870001', 180, undefined],
  ['', 180, undefined],
] as const)('%j is read', (text, most, e7) => {
  expect(parseDegrees(text, most)).toBe(e7);
});

it.each([1_150_387_000, -1, 0, 302_209_001])('%i comes back as it was', (e7) => {
  expect(parseDegrees(showDegrees(e7), 180)).toBe(e7);
});
