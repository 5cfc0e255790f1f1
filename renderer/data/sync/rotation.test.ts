import { describe, expect, it } from 'vitest';

import { Rotation, VISITS_PER_TICK } from './rotation.ts';

const ALL = Array.from({ length: 30 }, (_, index) => `db${String(index)}`);
const NONE: ReadonlySet<string> = new Set();

function turn(rotation: Rotation, nowMs: number, watched: ReadonlySet<string> = NONE): readonly string[] {
  const visited = rotation.next(ALL, watched, nowMs);
  for (const db of visited) rotation.noteVisit(db, 'nothing', nowMs);
  return visited;
}

describe('Rotation', () => {
  it('visits everything once in the order of weight before anything twice', () => {
    const rotation = new Rotation();
    const first = [1, 2, 3, 4].flatMap((tick) => turn(rotation, tick));
    expect(first.slice(0, ALL.length)).toEqual(ALL);
    expect(rotation.isFirstRound(ALL)).toBe(false);
  });

  it('never visits more than a tick allows and leaves nobody out', () => {
    const rotation = new Rotation();
    const visits = new Map<string, number>();
    for (let tick = 1; tick <= 60; tick += 1) {
      const now = turn(rotation, tick);
      expect(now.length).toBeLessThanOrEqual(VISITS_PER_TICK);
      for (const db of now) visits.set(db, (visits.get(db) ?? 0) + 1);
    }
    expect(Math.min(...ALL.map((db) => visits.get(db) ?? 0))).toBeGreaterThanOrEqual(
      (60 * VISITS_PER_TICK) / ALL.length - 1,
    );
  });

  it('leaves what a long poll watches in peace until there is news, or a minute has passed', () => {
    const rotation = new Rotation();
    for (let tick = 1; tick <= 4; tick += 1) turn(rotation, tick);
    const watched = new Set(['db0', 'db1']);
    for (let tick = 5; tick <= 20; tick += 1) expect(turn(rotation, tick, watched)).not.toContain('db0');
    rotation.noteNews('db1');
    expect(turn(rotation, 21, watched)[0]).toBe('db1');
    expect(turn(rotation, 60_010, watched)).toContain('db0');
  });

  it('asks rarely for a database that is not there, and finds it when it appears', () => {
    const rotation = new Rotation();
    const asked = [0, 1_000, 299_000, 301_000].map((nowMs) => {
      const isDue = rotation.next(['gone'], NONE, nowMs).length > 0;
      if (isDue) rotation.noteVisit('gone', 'absent', nowMs);
      return isDue;
    });
    expect(asked).toEqual([true, false, false, true]);
    expect(rotation.hottest(['gone'], 2, 301_000)).toEqual([]);
  });

  it('calls those hottest that had news lately, otherwise those of most weight', () => {
    const rotation = new Rotation();
    for (const db of ['a', 'b', 'c']) rotation.noteVisit(db, 'nothing', 1_000);
    expect(rotation.hottest(['a', 'b', 'c'], 2, 2_000)).toEqual(['a', 'b']);
    rotation.noteVisit('c', 'news', 3_000);
    expect(rotation.hottest(['a', 'b', 'c'], 2, 4_000)).toEqual(['c', 'a']);
    expect(rotation.hottest(['a', 'b', 'c'], 2, 700_000)).toEqual(['a', 'b']);
  });
});
