import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { withEntries, type LogExtent } from './logRanges.ts';

const EMPTY: LogExtent = { n: 0 };

describe('the extent of a log', () => {
  it('grows without a gap, keeps what came early, and joins it when the gap closes', () => {
    const early = withEntries(withEntries(EMPTY, [1, 2]), [5, 6, 9]);
    expect(early).toEqual({
      n: 2,
      ahead: [
        [5, 6],
        [9, 9],
      ],
    });
    expect(withEntries(early, [4, 3])).toEqual({ n: 6, ahead: [[9, 9]] });
    expect(withEntries(early, [8, 7, 4, 3])).toEqual({ n: 9 });
  });

  it('is the same object when nothing is new', () => {
    const extent = withEntries(EMPTY, [1, 3]);
    expect(withEntries(extent, [3, 1])).toBe(extent);
  });

  it('says the same as the set of entries, in whatever order and portions they come', () => {
    const pages = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 10 }), { maxLength: 8 });
    fc.assert(
      fc.property(pages, (portions) => {
        const extent = portions.reduce((before, page) => withEntries(before, page), EMPTY);
        const here = new Set(portions.flat());
        const told = new Set(Array.from({ length: extent.n }, (_, i) => i + 1));
        for (const [from, to] of extent.ahead ?? []) for (let n = from; n <= to; n += 1) told.add(n);
        expect(told).toEqual(here);
        expect(here.has(extent.n + 1)).toBe(false);
      }),
    );
  });
});
