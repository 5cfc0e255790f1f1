import { describe, expect, it } from 'vitest';

import { retryAfterMs } from './retryAfter.ts';

const NOW_MS = Date.UTC(2026, 0, 5, 8);

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000],
    ['Mon, 05 Jan 2026 08:00:30 GMT', 30_000],
    ['999999', 3_600_000],
    ['Infinity', 3_600_000],
    ['0', undefined],
    ['-5', undefined],
    ['Mon, 05 Jan 2026 07:00:00 GMT', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads %s as %s', (header, ms) => {
    expect(retryAfterMs(header, NOW_MS)).toBe(ms);
  });
});
