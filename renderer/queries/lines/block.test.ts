import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Block, textFits } from './block.ts';

type Line = { readonly n: number; readonly name: string };

const aBlock = (texts: readonly string[]): Block<Line> =>
  new Block(
    texts.map((name, n) => ({ n, name })),
    texts,
  );

function found(texts: readonly string[], words: readonly string[]): readonly number[] {
  const block = aBlock(texts);
  const fits = textFits<Line>(words);
  return texts.flatMap((_, place) => (fits({ block, place }) ? [place] : []));
}

describe('a block of lines', () => {
  it('gives each line and its text back', () => {
    const texts = ['好味小吃店\n王芳', '', '24H 便利店 😀'];
    const block = aBlock(texts);
    expect(texts.map((_, place) => block.line(place))).toEqual(texts.map((name, n) => ({ n, name })));
    expect(texts.map((_, place) => block.text(place))).toEqual(texts);
  });

  it('finds the lines that contain every word, and no word that reaches into the next line', () => {
    const texts = ['王芳 好味', '好味', '味王', '王', ''];
    expect(found(texts, ['好味'])).toEqual([0, 1]);
    expect(found(texts, ['王', '味'])).toEqual([0, 2]);
    expect(found(texts, ['王', '王'])).toEqual([0, 2, 3]);
    expect(found(texts, ['味味'])).toEqual([]);
    expect(found([], ['王'])).toEqual([]);
  });

  it('finds what looking at each text finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '王', '\n'), maxLength: 6 });
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '王'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(word, { minLength: 1, maxLength: 3 }), (texts, words) => {
        const one = texts.flatMap((each, place) => (words.every((part) => each.includes(part)) ? [place] : []));
        expect(found(texts, words)).toEqual(one);
      }),
    );
  });
});
