import { Dexie } from 'dexie';

import { BATCH_STREAMS } from '#renderer/data/projections/batches.ts';
import { XunzhiDatabase, type NumberRow } from '#renderer/data/tables.ts';
import { streamOf } from '#shared/events/stream.ts';

import { caseOf, LOAD_DB } from './fileLoad.ts';

/** Cases that are made at a time: what is made need not all be held. */
const PIECE = 2500;
const PROJECTED = ['cases', 'photos', 'numbers'] as const;
const RAW = 'fold-raw';

/** How many rows of each projected table there are. */
export type Rows = Readonly<Record<(typeof PROJECTED)[number], number>>;

/** Puts the events of so many cases into the app's store, as the feed would have; answers how many events. */
export async function fill({ cases, seed }: { readonly cases: number; readonly seed: string }): Promise<number> {
  return inStore(async (store) => {
    let count = 0;
    for (let from = 0; from < cases; from += PIECE) {
      const events = casesFrom(from, Math.min(cases, from + PIECE), seed).flat();
      await store.events.bulkPut(events.map((event) => ({ id: event._id, db: LOAD_DB, event })));
      count += events.length;
    }
    return count;
  });
}

/** Leaves the app's store as after an update that changed what projections hold, with no projection in it. */
export async function forgetProjections(): Promise<void> {
  await inStore(async (store) => {
    const tables = [store.dirty, store.meta, ...PROJECTED.map((name) => store.table(name))];
    await store.transaction('rw', tables, async () => {
      for (const name of PROJECTED) await store.table(name).clear();
      await store.dirty.clear();
      await store.meta.put({ key: 'projectionsVersion', value: 0 });
    });
  });
}

/** What the app's store holds of projections. */
export async function countProjected(): Promise<Rows> {
  return inStore(async (store) => ({
    cases: await store.cases.count(),
    photos: await store.photos.count(),
    numbers: await store.numbers.count(),
  }));
}

/**
 * Puts the rows of the app's projections into empty tables with the same indexes, about as many streams in one transaction
 * as the app does and in the same order; reading them beforehand does not count. Milliseconds.
 */
export async function putRaw(): Promise<number> {
  return inStore(async (store) => {
    const numbers = new Map<string, NumberRow[]>();
    for (const row of await store.numbers.toArray()) {
      const stream = streamOf(row.event);
      numbers.set(stream, [...(numbers.get(stream) ?? []), row]);
    }
    await Dexie.delete(RAW);
    const raw = new XunzhiDatabase(RAW);
    await raw.open();
    let ms = 0;
    const ids = await store.cases.toCollection().primaryKeys();
    for (let from = 0; from < ids.length; from += PIECE) {
      const batches = [];
      for (let at = from; at < Math.min(ids.length, from + PIECE); at += BATCH_STREAMS)
        batches.push(await rowsOf(store, ids.slice(at, at + BATCH_STREAMS), numbers));
      const startedMs = performance.now();
      for (const batch of batches)
        await raw.transaction('rw', [...PROJECTED], () =>
          Promise.all(PROJECTED.map((name) => raw.table(name).bulkPut(batch[name]))),
        );
      ms += performance.now() - startedMs;
    }
    raw.close();
    await Dexie.delete(RAW);
    return ms;
  });
}

type Batch = Readonly<Record<(typeof PROJECTED)[number], readonly unknown[]>>;

async function rowsOf(
  store: XunzhiDatabase,
  ids: readonly string[],
  numbers: ReadonlyMap<string, readonly NumberRow[]>,
): Promise<Batch> {
  const [first = '', last = ''] = [ids[0], ids.at(-1)];
  return {
    cases: await store.cases.where('id').between(first, last, true, true).toArray(),
    photos: await store.photos.where('key').between(`case:${first}`, `case:${last}\uffff`).toArray(),
    numbers: ids.flatMap((id) => numbers.get(`case:${id}`) ?? []),
  };
}

/** The cases with these places, each with its events. */
export function casesFrom(from: number, to: number, seed: string): ReturnType<typeof caseOf>[] {
  return Array.from({ length: to - from }, (_, at) => caseOf(from + at, seed));
}

async function inStore<T>(work: (store: XunzhiDatabase) => Promise<T>): Promise<T> {
  const store = new XunzhiDatabase();
  await store.open();
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
