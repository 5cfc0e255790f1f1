import { Dexie } from 'dexie';

import { BUILT_IN } from '#renderer/data/projections/judgedBy.ts';
import { projectionOf } from '#renderer/data/projections/rows.ts';
import { XunzhiDatabase, type EventRow } from '#renderer/data/tables.ts';
import { verifyEvent } from '#shared/events/envelope.ts';

type Doc = Readonly<Record<string, unknown>> & { readonly _id: string };
/** What is used of a PouchDB. */
export type Local = {
  readonly replicate: { readonly from: (source: Local) => Promise<unknown> };
  readonly info: () => Promise<{ readonly doc_count: number }>;
  readonly bulkDocs: (docs: readonly Doc[], options: { readonly new_edits: boolean }) => Promise<unknown>;
  readonly destroy: () => Promise<void>;
};
/** PouchDB as it comes, with the adapters `idb` and `http` and replication. */
export type PouchClass = new (name: string, options: Readonly<Record<string, unknown>>) => Local;

/** A database on a server. */
export type Source = { readonly url: string; readonly db: string; readonly authorization: string };
/** What a peer is asked to do with a source; `name` is that of a fresh IndexedDB database. */
export type PeerJob = Source & { readonly do: 'read' | 'put' | 'stock' | 'cht'; readonly name: string };
/** How long it took, and how many documents it has then. */
export type PeerAnswer = { readonly ms: number; readonly docs: number; readonly bytes: number };

/** Page size of the reading peers and batch of the writing one: the best of 500, 1,000 and 2,000 on the test machine. */
const PAGE = 1000;
const STREAMS = 250;
const TABLES = ['sites', 'inspections', 'cases', 'photos', 'numbers', 'withheld'] as const;
/** As CHT's own replication asks. */
const CHT_BATCH = 100;

/** Does one job and leaves nothing behind. */
export function answerPeer(Pouch: PouchClass, job: PeerJob): Promise<PeerAnswer> {
  switch (job.do) {
    case 'read':
      return readAlone(job);
    case 'put':
      return putAlone(job);
    case 'stock':
      return replicate(Pouch, job);
    case 'cht':
      return chtWay(Pouch, job);
  }
}

async function ask(source: Source, path: string, body?: unknown): Promise<string> {
  const response = await fetch(`${source.url}/${source.db}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: source.authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return response.text();
}

async function eachPage(source: Source, take: (text: string, docs: readonly Doc[]) => void): Promise<void> {
  for (let since = '0'; ;) {
    const query = new URLSearchParams({ style: 'all_docs', include_docs: 'true', limit: String(PAGE), since });
    const text = await ask(source, `/_changes?${query.toString()}`);
    const page = JSON.parse(text) as { results: { doc: Doc }[]; last_seq: string | number };
    take(
      text,
      page.results.map(({ doc }) => doc),
    );
    if (page.results.length < PAGE) return;
    since = String(page.last_seq);
  }
}

/** The least that must be read: pages of `_changes` with their documents, one after the other, into memory. */
async function readAlone(job: PeerJob): Promise<PeerAnswer> {
  let docs = 0;
  let bytes = 0;
  const startedMs = performance.now();
  await eachPage(job, (text, page) => {
    bytes += text.length;
    docs += page.length;
  });
  return { ms: performance.now() - startedMs, docs, bytes };
}

/** The least that must be written: the same rows in the same tables with the same indexes, made beforehand. */
async function putAlone(job: PeerJob): Promise<PeerAnswer> {
  const events: EventRow[] = [];
  await eachPage(job, (_, docs) => {
    for (const doc of docs) {
      const verified = verifyEvent(doc);
      if (verified.ok) events.push({ id: verified.value._id, db: job.db, event: verified.value });
    }
  });
  const streams = new Map<string, EventRow[]>();
  for (const row of events) streams.set(row.event.stream, [...(streams.get(row.event.stream) ?? []), row]);
  const projections = [...streams].map(([stream, rows]) => projectionOf(stream, rows, BUILT_IN));
  const store = new XunzhiDatabase(job.name);
  await store.open();
  const startedMs = performance.now();
  for (let start = 0; start < events.length; start += PAGE) {
    const page = events.slice(start, start + PAGE);
    const touched = [...new Set(page.map(({ event }) => event.stream))];
    await store.transaction('rw', [store.events, store.dirty], async () => {
      await store.events.bulkPut(page);
      await store.dirty.add({ streams: touched });
    });
  }
  for (let start = 0; start < projections.length; start += STREAMS) {
    const part = projections.slice(start, start + STREAMS);
    await store.transaction('rw', [...TABLES], () =>
      Promise.all(TABLES.map((name) => store.table(name).bulkPut(part.flatMap((one) => [...one[name]])))),
    );
  }
  const ms = performance.now() - startedMs;
  const docs = await store.events.count();
  store.close();
  await Dexie.delete(job.name);
  return { ms, docs, bytes: 0 };
}

/** `PouchDB.replicate.from` with its defaults. */
async function replicate(Pouch: PouchClass, job: PeerJob): Promise<PeerAnswer> {
  const local = new Pouch(job.name, { adapter: 'idb' });
  const remote = overHttp(Pouch, job);
  const startedMs = performance.now();
  await local.replicate.from(remote);
  return finish(local, performance.now() - startedMs);
}

/** A database on a server as PouchDB sees it; the cache is off. */
export function overHttp(Pouch: PouchClass, source: Source): Local {
  return new Pouch(`${source.url}/${source.db}`, {
    skip_setup: true,
    fetch: (url: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', source.authorization);
      return fetch(url, { ...init, headers });
    },
  });
}

async function chtWay(Pouch: PouchClass, job: PeerJob): Promise<PeerAnswer> {
  const local = new Pouch(job.name, { adapter: 'idb' });
  const startedMs = performance.now();
  await chtChanges(local, job, '0');
  return finish(local, performance.now() - startedMs);
}

/**
 * Ids by `_changes`, then `_bulk_get` of 100, one after the other, into PouchDB. Our code, after CHT's way of working.
 * Answers where the next time begins.
 */
export async function chtChanges(local: Local, source: Source, since: string): Promise<string> {
  const { results, last_seq } = JSON.parse(
    await ask(source, `/_changes?style=all_docs&since=${encodeURIComponent(since)}`),
  ) as { results: { id: string; changes: { rev: string }[] }[]; last_seq: string | number };
  const wanted = results.map(({ id, changes }) => ({ id, rev: changes[0]?.rev }));
  for (let start = 0; start < wanted.length; start += CHT_BATCH) {
    const answer = JSON.parse(
      await ask(source, '/_bulk_get?revs=true', { docs: wanted.slice(start, start + CHT_BATCH) }),
    ) as { results: { docs: { ok?: Doc }[] }[] };
    const docs = answer.results.flatMap((one) => one.docs.flatMap(({ ok }) => (ok === undefined ? [] : [ok])));
    await local.bulkDocs(docs, { new_edits: false });
  }
  return String(last_seq);
}

async function finish(local: Local, ms: number): Promise<PeerAnswer> {
  const docs = (await local.info()).doc_count;
  await local.destroy();
  return { ms, docs, bytes: 0 };
}
