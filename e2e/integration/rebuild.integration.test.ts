import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { projectStreams } from '#renderer/data/projections/project.ts';
import { Projector } from '#renderer/data/projections/projector.ts';
import { rebuild } from '#renderer/data/projections/upToDate.ts';
import { XunzhiDatabase } from '#renderer/data/tables.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { BUILT_IN_CALENDAR } from '#shared/kernel/workCalendar.ts';

import { caseOf, LOAD_DB } from '../bench/fold/fileLoad.ts';

/** More than one batch of the projector. */
const CASES = Array.from({ length: 300 }, (_, place) => caseOf(place, 'rebuild'));
const EVERY = CASES.flatMap(([first]) => first?.stream ?? []);

describe('projections that are rebuilt', () => {
  let db: XunzhiDatabase;
  let plain: XunzhiDatabase;

  beforeEach(async () => {
    db = await aStore('rebuilt', CASES.flat());
    plain = await aStore('plain', CASES.flat());
    await projectStreams(plain, new Set(EVERY), BUILT_IN_CALENDAR);
  });

  afterEach(async () => {
    await db.delete();
    await plain.delete();
  });

  it('come to the same rows as each stream folded by itself, and leave no mark', async () => {
    await rebuild(db, 'test');
    await nothingHeld(db).drain();
    expect(await rowsOf(db)).toEqual(await rowsOf(plain));
    expect(await db.numbers.count()).toBeGreaterThan(100);
    expect(await db.dirty.count()).toBe(0);
  });

  it('are of whole streams, also where others stand between', async () => {
    const some = EVERY.filter((_, at) => at % 9 === 0);
    await db.dirty.add({ streams: some });
    await nothingHeld(db).drain();
    const ids = new Set(some.map((stream) => stream.slice('case:'.length)));
    expect(await db.cases.toArray()).toEqual(await plain.cases.filter(({ id }) => ids.has(id)).toArray());
  });
});

/** As after a start: nothing has been pulled. */
function nothingHeld(db: XunzhiDatabase): Projector {
  return new Projector(db, { fold: () => Promise.resolve([]) }, BUILT_IN_CALENDAR);
}

async function aStore(name: string, events: readonly EventEnvelope[]): Promise<XunzhiDatabase> {
  const store = new XunzhiDatabase(name);
  await store.open();
  await store.events.bulkPut(events.map((event) => ({ id: event._id, db: LOAD_DB, event })));
  return store;
}

async function rowsOf(store: XunzhiDatabase): Promise<readonly unknown[]> {
  return Promise.all([store.cases.toArray(), store.photos.toArray(), store.numbers.toArray()]);
}
