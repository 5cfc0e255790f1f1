import type { Collection } from 'dexie';

import type { EventRow, XunzhiDatabase } from '../tables.ts';

/** Highest character in a key range over `<stream>:…`. */
const AFTER_ALL = '\uffff';

/** The rows of a stream in the order of their stamps. */
export function rangeOf(db: XunzhiDatabase, stream: string): Collection<EventRow, string> {
  return between(db, stream, stream);
}

function between(db: XunzhiDatabase, first: string, last: string): Collection<EventRow, string> {
  return db.events.where('id').between(`${first}:`, `${last}:${AFTER_ALL}`);
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
  const limit = expected * 2 + 100;
  const keys = await between(db, first, last).limit(limit).primaryKeys();
  const held = groupByStream(keys);
  if (keys.length < limit) return held;
  // The look ended inside a stream: that one and those after it are not all there.
  const cut = streamOf(keys.at(-1) ?? '');
  const rest = sorted.filter((stream) => stream >= cut);
  const asked = await Promise.all(rest.map((stream) => rangeOf(db, stream).primaryKeys()));
  return new Map([...held, ...rest.map((stream, at) => [stream, asked[at] ?? []] as const)]);
}

function groupByStream(keys: readonly string[]): Map<string, string[]> {
  const held = new Map<string, string[]>();
  for (const key of keys) {
    const stream = streamOf(key);
    const ids = held.get(stream);
    if (ids === undefined) held.set(stream, [key]);
    else ids.push(key);
  }
  return held;
}

/** An id is `<stream>:<at>:<hash>`. */
function streamOf(id: string): string {
  return id.slice(0, id.lastIndexOf(':', id.lastIndexOf(':') - 1));
}
