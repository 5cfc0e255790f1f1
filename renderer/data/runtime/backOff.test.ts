import { describe, expect, it } from 'vitest';

import { backOffMs } from './backOff.ts';

describe('backOffMs', () => {
  it('doubles from the first pause to the longest', () => {
    const pauses = [1, 2, 3, 4, 50].map((failures) => backOffMs(failures, [2_000, 10_000], 0.5));
    expect(pauses).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
  });

  it('takes a first failure for granted', () => {
    expect(backOffMs(0, [2_000, 10_000], 0.5)).toBe(2_000);
  });

  it('is spread around that, so that an office does not come back at one moment', () => {
    expect([0, 1].map((share) => backOffMs(1, [2_000, 10_000], share))).toEqual([1_500, 2_500]);
  });
});
