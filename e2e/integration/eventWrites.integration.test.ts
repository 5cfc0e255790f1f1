import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Watch } from '#renderer/data/store/eventWrites.ts';
import { XunzhiDatabase } from '#renderer/data/tables.ts';

import { caseOf, LOAD_DB } from '../bench/fold/fileLoad.ts';

const [ONE, OTHER] = [0, 1].map((place) =>
  caseOf(place, 'writes').map((event) => ({ id: event._id, db: LOAD_DB, event })),
) as [Row[], Row[]];

type Row = { readonly id: string; readonly db: string; readonly event: ReturnType<typeof caseOf>[number] };

describe('what a handle writes to events', () => {
  let db: XunzhiDatabase;

  beforeEach(async () => {
    db = new XunzhiDatabase('writes');
    await db.open();
  });

  afterEach(() => db.delete());

  it('is told of that stream, and of no other', async () => {
    const watch = db.eventWrites.watch();
    const first = watch.moment();
    await db.events.bulkPut(ONE);
    expect([isTouched(watch, first, ONE), isTouched(watch, first, OTHER)]).toEqual([true, false]);
    const second = watch.moment();
    await db.events.bulkAdd(OTHER);
    expect([isTouched(watch, second, ONE), isTouched(watch, second, OTHER)]).toEqual([false, true]);
  });

  it('counts when it was asked for before that moment and is done after', async () => {
    const watch = db.eventWrites.watch();
    const writing = db.events.bulkPut(ONE);
    await Promise.resolve();
    const moment = watch.moment();
    await writing;
    expect(isTouched(watch, moment, ONE)).toBe(true);
  });

  it('may be of any stream where it takes events away', async () => {
    const watch = db.eventWrites.watch();
    await db.events.where('id').startsWith('case:').delete();
    expect(isTouched(watch, 0, OTHER)).toBe(true);
  });

  it('counts no more once the watch has ended, and not before it began', async () => {
    await db.events.bulkPut(ONE);
    const [ended, lasting] = [db.eventWrites.watch(), db.eventWrites.watch()];
    const moment = lasting.moment();
    expect(isTouched(lasting, 0, ONE)).toBe(false);
    ended.end();
    await db.events.bulkPut(ONE);
    expect([isTouched(ended, moment, ONE), isTouched(lasting, moment, ONE)]).toEqual([false, true]);
  });
});

function isTouched(watch: Watch, moment: number, rows: readonly Row[]): boolean {
  return watch.isTouchedSince(moment, [rows[0]?.event.stream ?? '']);
}
