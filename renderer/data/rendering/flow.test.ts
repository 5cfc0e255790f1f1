import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { flow } from './flow.ts';
import { gap, type Row } from './marks.ts';
import { paragraph } from './paragraph.ts';
import { squareFonts } from './testing/squareFont.ts';

const style = { size: 10, spacing: 0, pitch: 10, indent: 20, width: 100 };
const row = (text: string, height = 10, keep = false): Row => ({
  height,
  keep,
  marks: [{ is: 'text', text, x: 0, baseline: 8, size: 10, face: 'text', spacing: 0 }],
});
const pagesOf = (rows: readonly Row[], last: readonly Row[] = [], height = 100): string[][] =>
  flow(rows, last, height).map((page) => page.marks.flatMap((mark) => (mark.is === 'text' ? [mark.text] : [])));

describe('flow', () => {
  it('turns the page when a row does not fit, and puts no gap at the head of a page', () => {
    const rows = [...Array.from({ length: 10 }, (_, i) => row(String(i))), gap(5), row('next')];
    const pages = flow(rows, [], 100);
    expect(pages.map((page) => page.marks.length)).toEqual([10, 1]);
    expect(pages[1]?.used).toBe(10);
  });

  it('moves rows that stay together as one', () => {
    expect(pagesOf([row('text', 80), row('heading', 10, true), row('a', 10, true), row('b')])).toEqual([
      ['text'],
      ['heading', 'a', 'b'],
    ]);
  });

  it('sets the stub at the foot of the last page, or whole on a page of its own', () => {
    const stub = [row('cut', 20, true), row('stub', 20)];
    const [page] = flow([row('text')], stub, 100);
    expect(page?.marks.map((mark) => mark.is === 'text' && mark.baseline)).toEqual([8, 68, 88]);
    expect(pagesOf([row('text', 70)], stub)).toEqual([['text'], ['cut', 'stub']]);
  });

  it('cuts only what no page could hold', () => {
    expect(pagesOf(Array.from({ length: 12 }, (_, i) => row(String(i), 10, true)))).toHaveLength(2);
  });

  it('leaves no single line of a longer paragraph at the foot or head of a page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 400 }), (before, length) => {
        const lines = paragraph('字'.repeat(length), style, squareFonts);
        const pages = pagesOf([...Array.from({ length: before }, () => row('before')), ...lines]).map(
          (page) => page.filter((text) => text !== 'before').length,
        );
        expect(pages.reduce((sum, count) => sum + count, 0)).toBe(lines.length);
        const alone = pages.filter((count) => count === 1).length;
        expect(lines.length === 1 ? 0 : alone).toBe(0);
      }),
    );
  });
});
