import { parseStream, streamOf } from '#shared/events/stream.ts';

import type { DirtyRange, EventRow, XunzhiDatabase } from '../tables.ts';

import { between, groupByStream, rangeOf } from './heldIds.ts';

/** The event rows of streams, each in the order of its stamps. */
export type ReadStreams = ReadonlyMap<string, readonly EventRow[]>;

/** The first streams of a range, each as a whole, and the id after which the range goes on; undefined at its end. */
export type RangePart = { readonly read: ReadStreams; readonly after: string | undefined };

/** Rows that one look may bring for each stream: where others stand between, the rest is asked for one by one. */
const ROWS_FOR_ONE = 20;

/** Rows of a range that are read at a time. */
const ROWS_OF_RANGE = 2500;

/** Those of a rebuild stand side by side and are read with one look, which costs less than one for each stream. */
export async function readStreams(db: XunzhiDatabase, streams: readonly string[]): Promise<ReadStreams> {
  const sorted = [...streams].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const limit = ROWS_FOR_ONE * sorted.length + 100;
  const rows = await between(db, first, last).limit(limit).toArray();
  const found = groupByStream(rows, ({ id }) => id);
  // The look may have ended inside a stream: that one and those after it are not all there.
  const cut = rows.length < limit ? undefined : streamOf(rows.at(-1)?.id ?? '');
  const rest = cut === undefined ? [] : sorted.filter((stream) => stream >= cut);
  const asked = await Promise.all(rest.map((stream) => rangeOf(db, stream).toArray()));
  const whole = sorted.slice(0, sorted.length - rest.length);
  return new Map([
    ...whole.map((stream) => [stream, found.get(stream) ?? []] as const),
    ...rest.map((stream, at) => [stream, asked[at] ?? []] as const),
  ]);
}

/** Reads on in a range. */
export async function readRange(db: XunzhiDatabase, { after, to }: DirtyRange): Promise<RangePart> {
  const rows = await db.events.where('id').between(after, to, false).limit(ROWS_OF_RANGE).toArray();
  if (rows.length < ROWS_OF_RANGE) return { read: onlyStreams(rows), after: undefined };
  // The look may have ended inside a stream.
  const last = streamOf(rows.at(-1)?.id ?? '');
  const whole = rows.slice(0, rows.findLastIndex(({ id }) => streamOf(id) !== last) + 1);
  const read = whole.length > 0 ? whole : await rangeOf(db, last).toArray();
  return { read: onlyStreams(read), after: read.at(-1)?.id };
}

/** Rows by their streams, without what bears the name of none. */
function onlyStreams(rows: readonly EventRow[]): ReadStreams {
  const found = groupByStream(rows, ({ id }) => id);
  return new Map([...found].filter(([stream]) => parseStream(stream) !== undefined));
}
