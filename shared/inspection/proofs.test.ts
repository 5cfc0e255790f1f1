import { describe, expect, it } from 'vitest';

import { aSha } from '../testing/builders.ts';

import { proofsOf, type ProvingChecklist } from './proofs.ts';

const COVER: ProvingChecklist = {
  id: 'manhole-cover',
  proofs: [
    {
      measure: 'covers-replaced',
      when: { when: 'answer', item: 'M9', isOneOf: ['pass'] },
      photos: ['X1', 'X2'],
    },
  ],
};
const PARKING: ProvingChecklist = {
  id: 'parking',
  proofs: [{ measure: 'spaces-added', when: { when: 'number', item: 'K10', atLeast: 1 }, amount: 'K10' }],
};
const replaced = { item: 'M9', answer: 'pass', photos: [] } as const;
const photo = (item: string, n: number) => ({ item, answer: 'not_checked', photos: [aSha(n)] }) as const;
const number = (value: string, entry?: number) =>
  ({ item: 'K10', answer: 'not_checked', value, photos: [], entry }) as const;

describe('what an inspection proves', () => {
  it('is one thing where its condition holds and both photos are there', () => {
    expect(proofsOf(COVER, [replaced, photo('X1', 1), photo('X2', 2)])).toEqual({
      proves: ['covers-replaced'],
      amounts: { 'covers-replaced': '1' },
    });
  });

  it('is nothing without the photo afterwards, with the same photo twice, or where the condition fails', () => {
    const nothing = { proves: [], amounts: {} };
    expect(proofsOf(COVER, [replaced, photo('X1', 1)])).toEqual(nothing);
    expect(proofsOf(COVER, [replaced, photo('X1', 1), photo('X2', 1)])).toEqual(nothing);
    expect(proofsOf(COVER, [{ ...replaced, answer: 'fail' }, photo('X1', 1), photo('X2', 2)])).toEqual(nothing);
    expect(proofsOf({ id: 'other' }, [replaced])).toEqual(nothing);
  });

  it('is an amount, added up over the entries of a repeated section; no number proves nothing', () => {
    expect(proofsOf(PARKING, [number('12', 1), number('0.5', 2), number('30', 3)]).amounts).toEqual({
      'spaces-added': '42',
    });
    for (const bad of ['', '0', '-3', '十二']) expect(proofsOf(PARKING, [number(bad)]).proves).toEqual([]);
  });
});
