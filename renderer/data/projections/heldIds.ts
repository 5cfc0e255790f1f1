import type { Collection } from 'dexie';

import { streamOf } from '#shared/events/stream.ts';

import type { EventRow, XunzhiDatabase } from '../tables.ts';

/** Highest character in a key range over `<stream>:…`. */
const AFTER_ALL = '\uffff';

/** The rows of a stream in the order of their stamps. */
export function rangeOf(db: XunzhiDatabase, stream: string): Collection<EventRow, string> {
  return between(db, stream, stream);
}

/** The rows of all streams from the first to the last, by name. */
export function between(db: XunzhiDatabase, first: string, last: string): Collection<EventRow, string> {
  return db.events.where('id').between(...boundsOf(first, last));
}

/** The keys of their rows as IndexedDB itself has it. */
export function keysBetween(first: string, last: string): IDBKeyRange {
  return IDBKeyRange.bound(...boundsOf(first, last));
}

function boundsOf(first: string, last: string): readonly [string, string] {
  return [`${first}:`, `${last}:${AFTER_ALL}`];
}

/** How many keys one look may bring when so many are expected: others may stand between them. */
export function lookLimit(expected: number): number {
  return expected * 2 + 100;
}

/**
 * The ids that the store holds of each stream, sorted. Streams of a first pull stand side by side, and one look at the keys
 * between the first and the last of them serves all; where others stand between, the rest is asked for one by one.
 * `expected`: how many ids there should be.
 */
export async function heldIds(
  db: XunzhiDatabase,
  streams: readonly string[],
  expected: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const sorted = [...streams].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const limit = lookLimit(expected);
  const keys = await between(db, first, last).limit(limit).primaryKeys();
  const held = groupByStream(keys, (key) => key);
  if (keys.length < limit) return held;
  // The look ended inside a stream: that one and those after it are not all there.
  const cut = streamOf(keys.at(-1) ?? '');
  const rest = sorted.filter((stream) => stream >= cut);
  const asked = await Promise.all(rest.map((stream) => rangeOf(db, stream).primaryKeys()));
  return new Map([...held, ...rest.map((stream, at) => [stream, asked[at] ?? []] as const)]);
}

/** What has an id, by the stream that the id names, in the order in which it came. */
export function groupByStream<T>(all: readonly T[], idOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const stream = streamOf(idOf(one));
    const group = groups.get(stream);
    if (group === undefined) groups.set(stream, [one]);
    else group.push(one);
  }
  return groups;
}
