import 'fake-indexeddb/auto';

import { Dexie, liveQuery } from 'dexie';
import { describe, expect, it, vi } from 'vitest';

import { Pace } from './pace.ts';

describe('the pace of a live query', () => {
  it('rests in proportion to what the query took, and never long', () => {
    const pace = new Pace();
    expect(pace.restMs(0)).toBe(0);
    pace.noteRun(1_000, 1_100);
    expect(pace.restMs(1_100)).toBe(800);
    expect(pace.restMs(1_700)).toBe(200);
    expect(pace.restMs(5_000)).toBe(0);
    pace.noteRun(5_000, 9_000);
    expect(pace.restMs(9_000)).toBe(3_000);
  });

  it('runs at once when something else is asked', async () => {
    const pace = new Pace();
    const never = 1e9;
    pace.noteRun(performance.now() - never, performance.now());
    expect(await pace.run(() => Promise.resolve('b'), ['another'])).toBe('b');
    expect(pace.restMs(performance.now())).toBeLessThan(1_000);
  });

  it('reads seldom while writing goes on, and shows the last of it', async () => {
    const db = new Dexie('pace');
    db.version(1).stores({ rows: 'id' });
    const pace = new Pace();
    const shown: number[] = [];
    const slowly = async (): Promise<number> => {
      const count = await db.table('rows').count();
      await new Dexie.Promise<void>((resolve) => setTimeout(resolve, 20));
      return count;
    };
    const watching = liveQuery(async () => pace.run(slowly)).subscribe((count) => shown.push(count));
    for (let id = 1; id <= 40; id += 1) {
      await db.table('rows').put({ id });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await vi.waitFor(() => expect(shown.at(-1)).toBe(40));
    await db.table('rows').put({ id: 41 });
    await vi.waitFor(() => expect(shown.at(-1)).toBe(41));
    expect(shown.length).toBeLessThan(12);
    watching.unsubscribe();
    db.close();
  });
});
