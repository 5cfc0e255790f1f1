import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { keepShut } from '#renderer/data/store/keepShut.ts';

let db: Dexie;
let closed: number;
/** As the engine tells that it closed the database. */
let tell: () => void;

beforeEach(async () => {
  db = new Dexie('shut');
  db.version(1).stores({ things: 'id' });
  await db.open();
  closed = 0;
  db.backendDB().addEventListener = (_type: string, listener: unknown) => {
    tell = listener as () => void;
  };
  keepShut(db, () => {
    closed += 1;
  });
});
afterEach(() => Dexie.delete('shut'));

/** How each of some calls at once ends. */
async function callsEnd(): Promise<readonly string[]> {
  const things = db.table('things');
  const calls = [
    things.get(1),
    things.put({ id: 1 }),
    db.transaction('rw', things, async () => things.put({ id: 2 })),
    things.count(),
  ];
  const ends = await Promise.all(
    calls.map((call) =>
      call.then(
        () => 'done',
        (error: unknown) => (error as Error).name,
      ),
    ),
  );
  return [...new Set(ends)];
}

it('a store that the engine closed refuses every call at once, before it has said so', async () => {
  db.backendDB().close();
  expect(await callsEnd()).toEqual(['DatabaseClosedError']);
  expect(await callsEnd()).toEqual(['DatabaseClosedError']);
  expect(closed).toBe(1);
});

it('and after it has said so', async () => {
  db.backendDB().close();
  tell();
  expect(closed).toBe(1);
  expect(await callsEnd()).toEqual(['DatabaseClosedError']);
  expect(closed).toBe(1);
});
