import { Dexie, liveQuery } from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';

import { ReadHandle } from '#renderer/queries/readHandle.ts';

/** Dexie itself tries so often before it gives up. */
const FAILS_FOR_DEXIE = 4;

afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('read');
});

async function aHandle(): Promise<{ db: Dexie; handle: ReadHandle; closed: () => number }> {
  const db = new Dexie('read');
  db.version(1).stores({ things: 'id' });
  let closed = 0;
  const handle = new ReadHandle(db, () => {
    closed += 1;
  });
  await db.table('things').put({ id: 1 });
  return { db, handle, closed: () => closed };
}

const readsAs = async (db: Dexie): Promise<string> =>
  db
    .table('things')
    .count()
    .then(String, (error: unknown) => (error as Error).name);

it('a handle that the engine closed stays closed until a worker has the store open, as often as it happens', async () => {
  const { db, handle, closed } = await aHandle();
  for (let time = 1; time <= 2; time += 1) {
    db.backendDB().close();
    expect([await readsAs(db), await readsAs(db), closed()]).toEqual([
      'DatabaseClosedError',
      'DatabaseClosedError',
      time,
    ]);
    const opening = handle.openAgain();
    expect(await readsAs(db)).toBe('1'); // waits until it is open
    await opening;
    expect([await readsAs(db), handle.openings()]).toEqual(['1', time]);
  }
  await handle.openAgain();
  expect(handle.openings()).toBe(2);
  db.close();
});

it('the first opening is no loss: what is read then is read once', async () => {
  const db = new Dexie('read');
  db.version(1).stores({ things: 'id' });
  const handle = new ReadHandle(db, () => undefined);
  const reading = readsAs(db);
  await handle.openAgain();
  expect([await reading, handle.openings()]).toEqual(['0', 0]);
  db.close();
});

it('a failed opening is tried again, and whoever reads live reads what was written meanwhile', async () => {
  const { db, handle } = await aHandle();
  const shown: number[] = [];
  const read = (): { unsubscribe: () => void } =>
    liveQuery(async () => db.table('things').count()).subscribe((count) => shown.push(count));
  let reading = read();
  await vi.waitFor(() => expect(shown).toEqual([1]));
  handle.watch(() => {
    reading.unsubscribe();
    reading = read();
  });
  db.backendDB().close();
  await readsAs(db);
  const other = new Dexie('read');
  other.version(1).stores({ things: 'id' });
  await other.table('things').put({ id: 2 });
  other.close();

  const real = indexedDB.open.bind(indexedDB);
  let failures = 0;
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    failures += 1;
    if (failures > FAILS_FOR_DEXIE) return real(name, version);
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  });
  await handle.openAgain();
  await readsAs(db);
  await vi.waitFor(() => expect(shown).toEqual([1, 2]), { timeout: 10_000 });
  reading.unsubscribe();
  db.close();
});
