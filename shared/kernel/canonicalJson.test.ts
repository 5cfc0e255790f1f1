import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from './canonicalJson.ts';
import { cleanText } from './text.ts';

const aText = fc.string({ unit: 'binary' }).map(cleanText);
const { value: aValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => n + 0 || 0),
    aText,
    fc.array(tie('value')),
    fc.dictionary(
      aText.filter((key) => key !== '__proto__'),
      tie('value'),
    ),
  ),
}));

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

describe('canonicalJson', () => {
  it('orders keys by code unit and leaves undefined members out', () => {
    expect(canonicalJson({ b: 1, a: [true, null], Z: 'x', gone: undefined, 中: '文' })).toBe(
      '{"Z":"x","a":[true,null],"b":1,"中":"文"}',
    );
  });

  it('round-trips through JSON', () => {
    fc.assert(
      fc.property(aValue, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(aValue, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it.each([
    ['a fraction', 1.5],
    ['an unsafe integer', 2 ** 53],
    ['not a number', Number.NaN],
    ['minus zero', -0],
    ['a lone surrogate', 'a\ud800'],
    ['text that is not NFC', 'e\u0301'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['undefined in an array', [undefined]],
    ['a function', (): void => undefined],
    ['a bigint', 1n],
  ])('refuses %s', (_name, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
