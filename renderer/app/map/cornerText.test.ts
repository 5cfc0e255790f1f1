import { expect, it } from 'vitest';

import { cornersOfText, textOfCorners } from './cornerText.ts';

it('corners come back from their lines, however they are typed', () => {
  const corners = [
    [1_150_389_000, 301_997_000],
    [-10_000_000, -5],
  ] as const;
  expect(textOfCorners(corners)).toBe('115.0389000, 30.1997000\n-1.0000000, -0.0000005');
  expect(cornersOfText(textOfCorners(corners))).toEqual({ ok: true, corners });
  expect(cornersOfText('\n115.0389，30.1997\n\n 115 30 ')).toEqual({
    ok: true,
    corners: [
      [1_150_389_000, 301_997_000],
      [1_150_000_000, 300_000_000],
    ],
  });
});

it.each([
  ['115, 30\n115', 2],
  ['30.1, 115.1', 1],
  ['115, 30, 20', 1],
  ['东经 115', 1],
])('%j: line %i is none', (text, line) => expect(cornersOfText(text)).toEqual({ ok: false, line }));
