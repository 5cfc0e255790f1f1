import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { BUILT_IN } from '#renderer/data/projections/judgedBy.ts';
import { PROJECTED_TABLES, projectStreams } from '#renderer/data/projections/project.ts';
import { Projector } from '#renderer/data/projections/projector.ts';
import { readRange } from '#renderer/data/projections/readStreams.ts';
import { rebuild } from '#renderer/data/projections/upToDate.ts';
import { XunzhiDatabase } from '#renderer/data/tables.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { parseStream } from '#shared/events/stream.ts';

import { caseOf, LOAD_DB } from '../bench/fold/fileLoad.ts';

/** More than two batches of the projector; each is there before its last event is. */
const CASES = Array.from({ length: 650 }, (_, place) => caseOf(place, 'rebuild'))
  .filter(({ length }) => length > 1)
  .slice(0, 600);
const EVERY = CASES.flatMap(([first]) => first?.stream ?? []);
/** Cases opened from then on are folded first: a third of all. */
const RECENT_FROM_MS = parseStream(EVERY[400] ?? '')?.openedMs ?? 0;

describe('projections that are rebuilt', () => {
  let db: XunzhiDatabase;
  let plain: XunzhiDatabase;

  beforeEach(async () => {
    db = await aStore('rebuilt', CASES.flatMap(allButLast));
    plain = await aStore('plain', CASES.flatMap(allButLast));
  });

  afterEach(async () => {
    await db.delete();
    await plain.delete();
  });

  it('come to the same rows as each stream folded by itself, and leave no mark', async () => {
    await rebuild(db, 'test', RECENT_FROM_MS);
    await projectorOf(db).drain();
    expect(await rowsOf(db)).toEqual(await folded(plain));
    expect(await db.numbers.count()).toBeGreaterThan(100);
    expect(await db.dirty.count()).toBe(0);
  });

  it('are of whole streams, also where others stand between', async () => {
    const some = EVERY.filter((_, at) => at % 2 === 0);
    await db.dirty.add({ streams: some });
    await projectorOf(db).drain();
    await projectStreams(plain, new Set(some), BUILT_IN);
    expect(await rowsOf(db)).toEqual(await rowsOf(plain));
  });

  it('begin with the newest cases, and are there at once for who asks', async () => {
    await rebuild(db, 'test', RECENT_FROM_MS);
    const projector = projectorOf(db);
    await projector.catchUp(EVERY[7] ?? '');
    const written: string[] = [];
    db.cases.hook('creating', (id) => void written.push(`case:${id}`));
    expect(await db.cases.count()).toBe(1);
    await projector.drain();
    expect(new Set(written.slice(0, 200))).toEqual(new Set(EVERY.slice(400)));
    expect(await rowsOf(db)).toEqual(await folded(plain));
  });

  it('are read once, beside the writing', async () => {
    await rebuild(db, 'test', RECENT_FROM_MS);
    let read = 0;
    db.events.hook('reading', (row) => {
      read += 1;
      return row;
    });
    await projectorOf(db).drain();
    // A look may end inside a stream, which is read again then.
    expect(read).toBeLessThan(1.05 * (await db.events.count()));
  });

  it('know of what was recorded after they were read', async () => {
    await rebuild(db, 'test', RECENT_FROM_MS);
    const late = new Map(
      CASES.filter((_, at) => at % 20 === 0).map((events) => [lastOf(events).stream, lastOf(events)]),
    );
    const recording: Promise<void>[] = [];
    db.events.hook('reading', (row) => {
      const event = late.get(row.event.stream);
      if (event !== undefined && late.delete(event.stream))
        recording.push(Dexie.ignoreTransaction(() => record(db, event)));
      return row;
    });
    await projectorOf(db).drain();
    await Promise.all(recording);
    expect(recording).toHaveLength(30);
    for (const events of CASES.filter((_, at) => at % 20 === 0)) await record(plain, lastOf(events));
    expect(await rowsOf(db)).toEqual(await folded(plain));
  });

  it('stand in no way of commands, nor those of them', async () => {
    await rebuild(db, 'test', RECENT_FROM_MS);
    const draining = projectorOf(db).drain();
    await Promise.all(CASES.map((events) => record(db, lastOf(events))));
    await draining;
    for (const events of CASES) await record(plain, lastOf(events));
    expect(await rowsOf(db)).toEqual(await folded(plain));
  });

  it('go on where a crash left them', async () => {
    await rebuild(db, 'test', RECENT_FROM_MS);
    let written = 0;
    const fail = (): void => {
      if ((written += 1) === 300) throw new Error('out');
    };
    db.cases.hook('creating', fail);
    await expect(projectorOf(db).drain()).rejects.toThrow();
    db.cases.hook('creating').unsubscribe(fail);
    const before = await db.cases.count();
    expect(before).toBeGreaterThan(100);
    let again = 0;
    db.cases.hook('creating', () => void (again += 1));
    await projectorOf(db).drain();
    expect(again).toBe(CASES.length - before);
    expect(await rowsOf(db)).toEqual(await folded(plain));
  });

  it('begin anew when they must be rebuilt again before they were done', async () => {
    await rebuild(db, 'test', RECENT_FROM_MS);
    await rebuild(db, 'other', RECENT_FROM_MS);
    expect(await db.dirty.count()).toBe(2);
    await projectorOf(db).drain();
    expect(await rowsOf(db)).toEqual(await folded(plain));
  });

  /** Every row of a store in which streams are folded at once. */
  async function folded(store: XunzhiDatabase): Promise<readonly unknown[]> {
    await projectStreams(store, new Set(EVERY), BUILT_IN);
    return rowsOf(store);
  }
});

describe('a range that is read', () => {
  it('has a stream as a whole, however many events it has', async () => {
    const [first, second] = [EVERY[0] ?? '', EVERY[1] ?? ''];
    const many = Array.from({ length: 2600 }, (_, at) => `${first}:${String(at).padStart(6, '0')}:x`);
    const db = await aStore('long', []);
    const event = lastOf(CASES[0] ?? []);
    await db.events.bulkPut([...many, `${second}:000000:x`].map((id) => ({ id, db: LOAD_DB, event })));
    const part = await readRange(db, { after: '', to: '\uffff' });
    expect([...part.read].map(([stream, rows]) => [stream, rows.length])).toEqual([[first, 2600]]);
    const end = await readRange(db, { after: part.after ?? '', to: '\uffff' });
    expect([...end.read.keys(), end.after]).toEqual([second, undefined]);
    await db.delete();
  });
});

/** As after a start: nothing has been pulled. */
function projectorOf(db: XunzhiDatabase): Projector {
  return new Projector(db, { fold: () => Promise.resolve([]) }, () => BUILT_IN);
}

/** As a command does: event and projection in one transaction. */
async function record(db: XunzhiDatabase, event: EventEnvelope): Promise<void> {
  const tables = [db.events, ...PROJECTED_TABLES.map((name) => db.table(name))];
  await db.transaction('rw', tables, async () => {
    await db.events.put({ id: event._id, db: LOAD_DB, event });
    await projectStreams(db, new Set([event.stream]), BUILT_IN);
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
