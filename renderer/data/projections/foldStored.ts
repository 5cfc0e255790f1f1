import { nextTurn } from '../runtime/nextTurn.ts';
import type { EventRow, XunzhiDatabase } from '../tables.ts';

import { between, groupByStream, rangeOf, streamOf } from './heldIds.ts';
import { projectionOf, type Folded } from './project.ts';

/** Rows that one look may bring for each stream: where others stand between, the rest is asked for one by one. */
const ROWS_FOR_ONE = 20;
/** Streams that are folded before whatever else waits for this thread has its turn: about two milliseconds. */
const IN_ONE_TURN = 8;

/** The rows of a stream in the order of their stamps. */
type StoredStream = { readonly stream: string; readonly rows: readonly EventRow[] };

/** The events that the store holds of streams. Streams that stand side by side are read with one look. */
export async function readAhead(db: XunzhiDatabase, streams: readonly string[]): Promise<readonly StoredStream[]> {
  const sorted = [...streams].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const limit = ROWS_FOR_ONE * sorted.length;
  const rows = await between(db, first, last).limit(limit).toArray();
  // The look may have ended inside a stream: that one and those after it are not all there.
  const cut = rows.length < limit ? undefined : streamOf(rows.at(-1)?.id ?? '');
  const found = groupByStream(rows, ({ id }) => id);
  return Promise.all(
    sorted.map(async (stream) => {
      const isWhole = cut === undefined || stream < cut;
      return { stream, rows: isWhole ? (found.get(stream) ?? []) : await rangeOf(db, stream).toArray() };
    }),
  );
}

/** Folds streams turn by turn, so that a transaction that is being written goes on meanwhile. */
export async function foldInTurns(stored: readonly StoredStream[]): Promise<readonly Folded[]> {
  const folded: Folded[] = [];
  for (const [at, { stream, rows }] of stored.entries()) {
    if (at % IN_ONE_TURN === 0) await nextTurn();
    const ids = rows.map(({ id }) => id);
    folded.push({ stream, ids, made: projectionOf(stream, rows), isStored: true });
  }
  return folded;
}
