import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { utf8View } from './utf8.ts';

describe('utf8View', () => {
  it('gives the bytes of any text', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constant('\ud800'));
    fc.assert(
      fc.property(text, (one) => {
        expect([...utf8View(one)]).toEqual([...utf8ToBytes(one)]);
      }),
    );
  });

  it('takes a text that is longer than its room, and short ones after it', () => {
    for (const one of ['示'.repeat(40_000), 'é'.repeat(7), ''])
      expect([...utf8View(one)]).toEqual([...utf8ToBytes(one)]);
  });
});
