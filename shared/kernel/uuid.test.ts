import fc from 'fast-check';
import { expect, it } from 'vitest';

import { uuidv7, uuidv7TimeMs } from './uuid.ts';

const aTime = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

it('has version 7, the RFC 9562 variant, and gives its time back', () => {
  fc.assert(
    fc.property(aTime, tenBytes, (ms, random) => {
      const uuid = uuidv7(ms, random);
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(uuidv7TimeMs(uuid)).toBe(ms);
    }),
  );
});

it('is the vector of RFC 9562 appendix A.6', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

it('sorts by time', () => {
  fc.assert(
    fc.property(aTime, aTime, tenBytes, tenBytes, (a, b, ra, rb) => {
      fc.pre(a < b);
      expect(uuidv7(a, ra) < uuidv7(b, rb)).toBe(true);
    }),
  );
});

it('refuses too little randomness and foreign uuids', () => {
  expect(() => uuidv7(1, new Uint8Array(9))).toThrow('10 random bytes');
  expect(() => uuidv7(-1, new Uint8Array(10))).toThrow();
  expect(uuidv7TimeMs('919108f7-52d1-4320-9bac-f847db4148a8')).toBeUndefined();
  expect(uuidv7TimeMs('not a uuid')).toBeUndefined();
});
