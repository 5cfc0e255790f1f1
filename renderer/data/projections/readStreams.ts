import { streamOf } from '#shared/events/stream.ts';

import type { EventRow, XunzhiDatabase } from '../tables.ts';

import { between, groupByStream, rangeOf } from './heldIds.ts';

/** Rows that one look may bring for each stream: where others stand between, the rest is asked for one by one. */
const ROWS_FOR_ONE = 20;

/**
 * The event rows of streams, each in the order of its stamps. Those of a rebuild stand side by side and are read with one
 * look, which costs less than one for each stream.
 */
export async function readStreams(
  db: XunzhiDatabase,
  streams: readonly string[],
): Promise<ReadonlyMap<string, readonly EventRow[]>> {
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
