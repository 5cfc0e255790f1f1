import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Folder } from '#renderer/data/projections/folder.ts';
import { PROJECTED_TABLES, projectStreams } from '#renderer/data/projections/project.ts';
import { Projector } from '#renderer/data/projections/projector.ts';
import { StoredFolder } from '#renderer/data/projections/storedFolder.ts';
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

describe('projections that are rebuilt from what was read beside', () => {
  let db: XunzhiDatabase;
  let plain: XunzhiDatabase;

  beforeEach(async () => {
    db = await aStore('beside', CASES.flatMap(allButLast));
    await rebuild(db, 'test');
    plain = await aStore('plain', CASES.flatMap(allButLast));
  });

  afterEach(async () => {
    await db.delete();
    await plain.delete();
  });

  it('come to the same rows, and who writes reads no event', async () => {
    let read = 0;
    db.events.hook('reading', (row) => {
      read += 1;
      return row;
    });
    await projectorOf(db, besides()).drain();
    expect(read).toBe(0);
    await projectStreams(plain, new Set(EVERY), BUILT_IN_CALENDAR);
    expect(await rowsOf(db)).toEqual(await rowsOf(plain));
    expect(await db.dirty.count()).toBe(0);
  });

  it('know of what was recorded after they were folded', async () => {
    const folder = besides();
    const late = CASES.slice(0, 40).map(lastOf);
    const foldStored: Folder['foldStored'] = async (...asked) => {
      const folded = await folder.foldStored(...asked);
      await record(db, late.splice(0, 10));
      return folded;
    };
    await projectorOf(db, { ...folder, foldStored }).drain();
    await record(plain, CASES.slice(0, 40).map(lastOf));
    await projectStreams(plain, new Set(EVERY), BUILT_IN_CALENDAR);
    expect(late).toHaveLength(20);
    await record(db, late);
    expect(await rowsOf(db)).toEqual(await rowsOf(plain));
  });

  it('stand in no way of commands, nor those of them', async () => {
    const draining = projectorOf(db, besides()).drain();
    await Promise.all(CASES.map((events) => record(db, [lastOf(events)])));
    await draining;
    await record(plain, CASES.map(lastOf));
    await projectStreams(plain, new Set(EVERY), BUILT_IN_CALENDAR);
    expect(await rowsOf(db)).toEqual(await rowsOf(plain));
  });

  it('are read by who writes them, once the other handle is lost', async () => {
    const folder = besides();
    const opening = vi.spyOn(indexedDB, 'open');
    await folder.foldStored(db.name, EVERY.slice(0, 1), BUILT_IN_CALENDAR);
    for (const { value } of opening.mock.results) (value as IDBOpenDBRequest).result.close();
    opening.mockRestore();
    await expect(folder.foldStored(db.name, EVERY, BUILT_IN_CALENDAR)).rejects.toThrow();
    await projectorOf(db, folder).drain();
    await projectStreams(plain, new Set(EVERY), BUILT_IN_CALENDAR);
    expect(await rowsOf(db)).toEqual(await rowsOf(plain));
  });
});

/** As after a start: nothing has been pulled. */
function nothingHeld(db: XunzhiDatabase): Projector {
  return projectorOf(db, { fold: () => Promise.resolve([]), foldStored: () => Promise.resolve([]) });
}

function projectorOf(db: XunzhiDatabase, folder: Folder): Projector {
  return new Projector(db, folder, BUILT_IN_CALENDAR);
}

/** What the worker beside does, in this thread. */
function besides(): Folder {
  const stored = new StoredFolder();
  return { fold: () => Promise.resolve([]), foldStored: (...asked) => stored.fold(...asked) };
}

/** As a command does: events and projections in one transaction. */
async function record(db: XunzhiDatabase, events: readonly EventEnvelope[]): Promise<void> {
  const tables = [db.events, ...PROJECTED_TABLES.map((name) => db.table(name))];
  await db.transaction('rw', tables, async () => {
    await db.events.bulkPut(events.map((event) => ({ id: event._id, db: LOAD_DB, event })));
    await projectStreams(db, new Set(events.map(({ stream }) => stream)), BUILT_IN_CALENDAR);
  });
}

function allButLast(events: readonly EventEnvelope[]): readonly EventEnvelope[] {
  return events.slice(0, -1);
}

function lastOf(events: readonly EventEnvelope[]): EventEnvelope {
  const last = events.at(-1);
  if (last === undefined) throw new Error('a case without events');
  return last;
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
