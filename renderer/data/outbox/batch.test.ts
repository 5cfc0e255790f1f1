import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fits, halved, narrower, WIDEST } from './batch.ts';

describe('fits', () => {
  it('takes what stays within both limits', () => {
    expect(fits([10, 10, 10], { events: 2, bytes: 100 })).toBe(2);
    expect(fits([10, 10, 10], { events: 9, bytes: 20 })).toBe(2);
    expect(fits([], WIDEST)).toBe(0);
  });
  it('takes one that is too large by itself, or nothing would ever move', () => {
    expect(fits([500, 1], { events: 9, bytes: 20 })).toBe(1);
  });
  it('never passes the limit with more than one, and never stops early', () => {
    const holds = fc.check(
      fc.property(fc.array(fc.nat(100), { minLength: 1 }), fc.integer({ min: 1, max: 300 }), (bytes, limit) => {
        const count = fits(bytes, { events: 50, bytes: limit });
        const sum = bytes.slice(0, count).reduce((a, b) => a + b, 0);
        const next = bytes[count];
        return (count === 1 || sum <= limit) && (count === 50 || next === undefined || sum + next > limit);
      }),
    );
    expect(holds.failed).toBe(false);
  });
});

describe('halved', () => {
  it('comes down to one and stays there', () => {
    let limit = WIDEST;
    for (let i = 0; i < 40; i += 1) limit = halved(limit);
    expect(limit).toEqual({ events: 1, bytes: 1 });
  });
  it('and narrower never widens', () => {
    expect(narrower({ events: 5, bytes: 900 }, { events: 50, bytes: 100 })).toEqual({ events: 5, bytes: 100 });
  });
});
