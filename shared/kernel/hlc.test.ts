import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hlcWallMs, isHlcStamp, MAX_REMOTE_SKEW_MS, nextStamp, receiveStamp } from './hlc.ts';

const T = 1_709_514_000_000;
const aWall = fc.integer({ min: T, max: T + 10_000 });

describe('nextStamp', () => {
  it('is the wall clock, then a counter while the clock stands or goes back', () => {
    const first = nextStamp(undefined, T);
    expect(first).toBe('17095140000000000');
    expect(nextStamp(first, T)).toBe('17095140000000001');
    expect(nextStamp(first, T - 5000)).toBe('17095140000000001');
    expect(nextStamp(first, T + 1)).toBe('17095140000010000');
  });

  it('always grows, and never stands before the wall clock', () => {
    fc.assert(
      fc.property(fc.array(aWall, { minLength: 1 }), (walls) => {
        let last: string | undefined;
        for (const wall of walls) {
          const stamp = nextStamp(last, wall);
          expect(isHlcStamp(stamp)).toBe(true);
          expect(last === undefined || stamp > last).toBe(true);
          expect(hlcWallMs(stamp)).toBeGreaterThanOrEqual(wall);
          last = stamp;
        }
      }),
    );
  });

  it('throws rather than lose order after 65,536 events in one millisecond', () => {
    expect(() => nextStamp(`${String(T)}ffff`, T)).toThrow('65,535');
  });
});

describe('receiveStamp', () => {
  it('follows a later stamp, so that the answer to an event sorts after it', () => {
    fc.assert(
      fc.property(aWall, aWall, aWall, (own, remote, wall) => {
        const seen = nextStamp(undefined, remote);
        const clock = receiveStamp(nextStamp(undefined, own), seen, wall);
        expect(clock >= seen).toBe(true);
        expect(nextStamp(clock, wall) > seen).toBe(true);
      }),
    );
  });

  it('is not moved by a clock more than five minutes ahead', () => {
    const own = nextStamp(undefined, T);
    expect(receiveStamp(own, nextStamp(undefined, T + MAX_REMOTE_SKEW_MS), T)).not.toBe(own);
    expect(receiveStamp(own, nextStamp(undefined, T + MAX_REMOTE_SKEW_MS + 1), T)).toBe(own);
  });

  it('starts from the wall clock on a device that has no event yet', () => {
    expect(receiveStamp(undefined, nextStamp(undefined, T - 1), T)).toBe(nextStamp(undefined, T));
  });
});

it('tells stamps from other text', () => {
  for (const text of ['', '17095140000000', '1709514000000000G', 'x7095140000000000', '170951400000000000']) {
    expect(isHlcStamp(text)).toBe(false);
  }
  expect(() => hlcWallMs('yesterday')).toThrow('not a stamp');
});
