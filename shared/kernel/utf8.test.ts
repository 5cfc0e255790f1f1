import { utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { textOfUtf8, utf8View } from './utf8.ts';

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

describe('textOfUtf8', () => {
  it('gives the text of its bytes back', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(fc.property(text, (one) => textOfUtf8(utf8ToBytes(one)) === one));
    const long = '示例😀'.repeat(9_000);
    expect(textOfUtf8(utf8ToBytes(long))).toBe(long);
  });

  it('takes no bytes that are not the text: too long, cut, a lone surrogate, out of range', () => {
    for (const bytes of [[0xc0, 0x80], [0xe7, 0xa4], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xff]])
      expect(textOfUtf8(Uint8Array.from(bytes))).toBeUndefined();
  });
});
