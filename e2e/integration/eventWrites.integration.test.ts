import { afterEach, beforeEach, describe, expect, it } from 'vitest';

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

  it('is told to who watches that stream, and to nobody else', async () => {
    const [one, other] = [db.eventWrites.watch([streamOf(ONE)]), db.eventWrites.watch([streamOf(OTHER)])];
    await db.events.bulkPut(ONE);
    expect([one.isTouched(), other.isTouched()]).toEqual([true, false]);
    await db.events.bulkAdd(OTHER);
    expect(other.isTouched()).toBe(true);
  });

  it('counts when it was asked for before somebody watched and is done after', async () => {
    const writing = db.events.bulkPut(ONE);
    await Promise.resolve();
    const watch = db.eventWrites.watch([streamOf(ONE)]);
    await writing;
    expect(watch.isTouched()).toBe(true);
  });

  it('counts no more once the watch has ended, and not before it began', async () => {
    await db.events.bulkPut(ONE);
    const [ended, lasting] = [db.eventWrites.watch([streamOf(ONE)]), db.eventWrites.watch([streamOf(ONE)])];
    expect(lasting.isTouched()).toBe(false);
    ended.end();
    await db.events.bulkPut(ONE);
    expect([ended.isTouched(), lasting.isTouched()]).toEqual([false, true]);
  });
});

function streamOf(rows: readonly Row[]): string {
  return rows[0]?.event.stream ?? '';
}
