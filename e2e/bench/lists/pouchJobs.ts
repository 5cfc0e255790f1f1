import { caseRow, type Load } from './listJobs.ts';

const PIECE = 1000;

/** What a question took, in milliseconds, and how many it found. */
export type Found = { readonly ms: readonly number[]; readonly found: number };

/** As much of PouchDB as is used: its types change those of Node for the whole project. */
type Peer = {
  readonly bulkDocs: (docs: readonly unknown[]) => Promise<unknown>;
  readonly createIndex: (index: unknown) => Promise<unknown>;
  readonly find: (question: unknown) => Promise<{ readonly docs: readonly unknown[] }>;
  readonly close: () => Promise<void>;
  readonly destroy: () => Promise<void>;
};

const open = (): Peer => {
  const PouchDB = Reflect.get(globalThis, '__PouchDB') as new (name: string, options: unknown) => Peer;
  return new PouchDB('lists-peer', { adapter: 'idb' });
};

/** Puts the same cases into a PouchDB with an index on stage and date. */
export async function fillPouch(load: Load): Promise<void> {
  const db = open();
  for (let from = load.from; from < load.to; from += PIECE) {
    const places = Array.from({ length: Math.min(PIECE, load.to - from) }, (_, at) => from + at);
    const rows = places.flatMap((place) => caseRow(place, load));
    await db.bulkDocs(
      rows.map(({ id, title, site, stage, foundAt }) => ({
        _id: id,
        title,
        operator: site.operator,
        stage,
        foundAt,
      })),
    );
  }
  await db.createIndex({ index: { fields: ['foundAt'] } });
  await ask(db, '');
  await db.close();
}

/** Asks `pouchdb-find` for what the list shows while each of these texts stands in its search field, newest first. */
export async function findInPouch(texts: readonly string[]): Promise<Found> {
  const db = open();
  const ms: number[] = [];
  let found = 0;
  for (const text of texts) {
    const startedMs = performance.now();
    found += await ask(db, text);
    ms.push(performance.now() - startedMs);
  }
  await db.close();
  return { ms, found };
}

/** Throws the peer's database away. */
export async function forgetPouch(): Promise<void> {
  await open().destroy();
}

async function ask(db: Peer, text: string): Promise<number> {
  const narrowing = text === '' ? {} : { title: { $regex: text } };
  const { docs } = await db.find({
    selector: { foundAt: { $gt: null }, ...narrowing },
    sort: [{ foundAt: 'desc' }],
    limit: 50,
  });
  return docs.length;
}
