import fc from 'fast-check';
import { expect, it } from 'vitest';

import { base64 } from '../testing/base64.ts';

import { bytesOfBase64 } from './base64.ts';

it('reads back what was written, in both alphabets', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = base64(bytes);
      expect(bytesOfBase64(text)).toEqual(bytes);
      expect(bytesOfBase64(text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''))).toEqual(bytes);
    }),
  );
});

it('knows the examples of RFC 4648', () => {
  for (const [plain, text] of [
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foobar', 'Zm9vYmFy'],
  ] as const)
    expect(String.fromCharCode(...(bytesOfBase64(text) ?? []))).toBe(plain);
});

it.each(['*', 'a', 'ab c', 'abc=d'])('refuses %s', (text) => {
  expect(bytesOfBase64(text)).toBeUndefined();
});
