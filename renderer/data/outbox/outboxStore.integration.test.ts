import IdbAdapter from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { EventEnvelope } from '#shared/events/envelope.ts';
import { aNumber, EventLog } from '#shared/testing/builders.ts';

import { XunzhiDatabase } from '../tables.ts';

import { OutboxStore, ROTATE_AFTER } from './outboxStore.ts';

PouchDB.plugin(IdbAdapter);
// PouchDB asks which browser it is in.
Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Node' }, configurable: true });

const BATCH = 100;

let count = 0;
let name = '';
let db: XunzhiDatabase;
let log: EventLog;

beforeEach(async () => {
  count += 1;
  name = `rotation-${String(count)}`;
  db = new XunzhiDatabase(name);
  await db.open();
  log = new EventLog();
});
afterEach(() => {
  vi.restoreAllMocks();
  db.close();
});

const always = (): Promise<boolean> => Promise.resolve(true);

/** True as often as told, then the disk is full. */
function roomFor(times: number): () => Promise<boolean> {
  let left = times;
  return () => {
    left -= 1;
    return Promise.resolve(left >= 0);
  };
}

function events(many: number): EventEnvelope[] {
  return Array.from({ length: many }, (_, n) => log.next('number.granted', aNumber(n + 1)));
}

/** Documents and revisions of every PouchDB of this profile, as IndexedDB holds them. */
async function held(): Promise<number> {
  let total = 0;
  for (const { name: found } of await indexedDB.databases()) {
    if (found?.startsWith(`_pouch_${name}-outbox`) !== true) continue;
    const opened = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open(found);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(new Error(String(opening.error)));
    });
    for (const table of ['document-store', 'by-sequence'])
      total += await new Promise<number>((done) => {
        const counting = opened.transaction(table).objectStore(table).count();
        counting.onsuccess = () => done(counting.result);
      });
    opened.close();
  }
  return total;
}

async function idsIn(store: OutboxStore, wanted: readonly EventEnvelope[]): Promise<string[]> {
  return (await store.read(wanted.map((event) => event._id))).map((event) => event._id).sort();
}

describe('OutboxStore', () => {
  it('stays small after 5,000 settled events, and keeps those that wait', async () => {
    const store = await OutboxStore.open(`${name}-outbox`, db);
    const refused = events(3);
    await store.put(refused);
    for (let sent = 0; sent < 5_000; sent += BATCH) {
      await store.put(events(BATCH));
      await store.rotate(() => Promise.resolve(refused), always);
    }
    expect(await held()).toBeLessThanOrEqual(2 * (ROTATE_AFTER + BATCH + refused.length));
    expect(await idsIn(store, refused)).toEqual(refused.map(({ _id }) => _id).sort());
    const again = await OutboxStore.open(`${name}-outbox`, db);
    expect(await idsIn(again, refused)).toHaveLength(3);
  });

  // Three notes are written: before the other one is made, after it was filled, after the first was destroyed.
  it.each([1, 2, 3].flatMap((step) => [[step, 'before'] as const, [step, 'after'] as const]))(
    'loses nothing when it is killed at note %d, %s it is written',
    async (step, moment) => {
      const store = await OutboxStore.open(`${name}-outbox`, db);
      const waiting = events(7);
      await store.put(waiting);
      for (let sent = 0; sent < ROTATE_AFTER; sent += BATCH) await store.put(events(BATCH));
      const put = db.meta.put.bind(db.meta);
      let notes = 0;
      vi.spyOn(db.meta, 'put').mockImplementation((async (row: never) => {
        notes += 1;
        if (notes === step && moment === 'before') throw new Error('killed');
        await put(row);
        if (notes === step) throw new Error('killed');
      }) as never);
      await expect(store.rotate(() => Promise.resolve(waiting), always)).rejects.toThrow('killed');
      vi.restoreAllMocks();

      const next = await OutboxStore.open(`${name}-outbox`, db);
      expect(await idsIn(next, waiting)).toEqual(waiting.map(({ _id }) => _id).sort());
      for (let sent = 0; sent < 2 * ROTATE_AFTER; sent += BATCH) await next.put(events(BATCH));
      await next.rotate(() => Promise.resolve(waiting), always);
      expect(await idsIn(next, waiting)).toHaveLength(7);
      expect(await held()).toBeLessThanOrEqual(2 * waiting.length);
    },
  );

  // It asks before the first drop, before the other one is made, and before the old one is destroyed.
  it.each([0, 1, 2])('opens and destroys nothing once the disk is full, after room for %d', async (times) => {
    const store = await OutboxStore.open(`${name}-outbox`, db);
    const waiting = events(7);
    await store.put(waiting);
    for (let sent = 0; sent < ROTATE_AFTER; sent += BATCH) await store.put(events(BATCH));
    const opened = vi.spyOn(IDBFactory.prototype, 'open');
    const deleted = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
    await store.rotate(() => Promise.resolve(waiting), roomFor(times));
    expect(opened).toHaveBeenCalledTimes(times === 2 ? 1 : 0);
    expect(deleted).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    expect(await idsIn(store, waiting)).toHaveLength(7);

    const more = events(2);
    await store.put(more);
    const left = [...waiting, ...more];
    await store.rotate(() => Promise.resolve(left), always);
    expect(await idsIn(store, left)).toHaveLength(9);
    expect(await held()).toBeLessThanOrEqual(2 * left.length);
    const again = await OutboxStore.open(`${name}-outbox`, db);
    expect(await idsIn(again, left)).toHaveLength(9);
  });
});
