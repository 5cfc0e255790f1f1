import { describe, expect, it } from 'vitest';

import { WIDEST } from './batch.ts';
import { Pace } from './pace.ts';

describe('Pace', () => {
  it('waits longer each time, with jitter, and not for ever', () => {
    const pace = new Pace();
    let before = 0;
    for (let time = 0; time < 12; time += 1) {
      pace.back(0, 0, 0.5);
      const least = Array.from({ length: 200 }, (_, second) => second * 1000).filter((ms) => pace.isPaused(ms)).length;
      expect(least).toBeGreaterThanOrEqual(before);
      before = least;
    }
    expect(before).toBeLessThanOrEqual(90);
    const [early, late] = [new Pace(), new Pace()];
    early.back(0, 0, 0);
    late.back(0, 0, 1);
    expect([early.isPaused(1_600), late.isPaused(1_600)]).toEqual([false, true]);
  });

  it('waits as long as the server asks', () => {
    const pace = new Pace();
    pace.back(30_000, 0, 0);
    expect([pace.isPaused(29_999), pace.isPaused(30_001)]).toEqual([true, false]);
  });

  it('goes on at once when a person asks', () => {
    const pace = new Pace();
    pace.back(30_000, 0);
    pace.forward();
    expect(pace.isPaused(1)).toBe(false);
  });

  it('remembers what the way carries', () => {
    const pace = new Pace();
    expect(pace.limit).toEqual(WIDEST);
    pace.narrow({ events: 20, bytes: 5_000 });
    pace.narrow({ events: 50, bytes: 4_000 });
    pace.forward();
    expect(pace.limit).toEqual({ events: 20, bytes: 4_000 });
  });
});
