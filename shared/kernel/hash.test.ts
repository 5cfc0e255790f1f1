import { expect, it } from 'vitest';

import { hashOf, sha256Hex, sha256Text } from './hash.ts';

// Vectors of FIPS 180-4 and its published examples.
it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
])('is SHA-256 as everyone computes it: %#', (text, hash) => {
  expect(sha256Text(text)).toBe(hash);
  expect(sha256Hex(Uint8Array.from(text, (char) => char.charCodeAt(0)))).toBe(hash);
});

it('hashes the UTF-8 of the canonical JSON', () => {
  const utf8 = Uint8Array.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xe5, 0x9f, 0x8e, 0x22, 0x7d]); // {"a":"城"}
  expect(hashOf({ a: '城' })).toBe(sha256Hex(utf8));
  expect(hashOf({ b: 1, a: 2 })).toBe(sha256Text('{"a":2,"b":1}'));
  expect(() => hashOf({ a: 0.1 })).toThrow('not a safe integer');
});
