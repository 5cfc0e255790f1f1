import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PAGE_RANGES, pagesOf, rangesOf } from './pageRanges.ts';

describe('pagesOf', () => {
  it('reads single pages and ranges, each page once and ascending', () => {
    expect(pagesOf('1-2,4', 4)).toEqual([1, 2, 4]);
    expect(pagesOf('4,1-3,2', 4)).toEqual([1, 2, 3, 4]);
  });

  it('reads what a Chinese keyboard types', () => {
    expect(pagesOf(' 1－2，4 ', 4)).toEqual([1, 2, 4]);
    expect(pagesOf('1至2、4', 4)).toEqual([1, 2, 4]);
  });

  it('refuses what the document does not have, backwards ranges and anything else', () => {
    const texts = ['', '0', '5', '3-5', '2-1', '1,', ',1', '1-2-3', '-1', '1;2', '1 rm', '99999'];
    expect(texts.filter((text) => pagesOf(text, 4) !== undefined)).toEqual([]);
  });
});

describe('rangesOf', () => {
  it('writes the shortest text', () => {
    expect(rangesOf([4, 1, 2, 2])).toBe('1-2,4');
    expect(rangesOf([])).toBe('');
  });

  it('is what pagesOf reads, for every set of pages', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (pages) => {
        const text = rangesOf(pages);
        expect(text).toMatch(PAGE_RANGES);
        expect(pagesOf(text, 40)).toEqual(pages.toSorted((one, other) => one - other));
      }),
    );
  });
});
