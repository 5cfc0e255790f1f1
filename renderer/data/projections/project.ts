import type { EventRow, XunzhiDatabase } from '../tables.ts';

import { heldIds, rangeOf } from './heldIds.ts';
import type { JudgedBy } from './judgedBy.ts';
import { putByKey } from './putByKey.ts';
import { readStreams } from './readStreams.ts';
import { projectionOf, type Projection } from './rows.ts';
import { forgetWithheld } from './withheld.ts';

/** The tables that `projectStreams` writes: a transaction that calls it must hold them and `events`. */
export const PROJECTED_TABLES = [
  ...(['sites', 'inspections', 'cases', 'indicators', 'reports', 'reporters', 'tasks', 'selfChecks'] as const),
  ...(['photos', 'numbers', 'withheld', 'outbox'] as const),
] as const;

/** What a stream comes to by exactly these events. */
export type Folded = {
  readonly stream: string;
  /** `pages` of the feed, which puts their numbers itself, or the `store`. */
  readonly from: 'pages' | 'store';
  /** Sorted. The projection counts only while the store holds these events of the stream and no other. */
  readonly ids: readonly string[];
  readonly made: Projection;
};

/** Every event row of a stream in the order of its stamps. */
export function eventsOf(db: XunzhiDatabase, stream: string): Promise<EventRow[]> {
  return rangeOf(db, stream).toArray();
}

/**
 * Folds the given streams again and writes their rows; pure folds, so it may run any number of times. All streams are
 * read at once and each table is written once: waiting for IndexedDB call by call is what a page of the feed costs most.
 * `by`: what of the bureau's catalogue it is judged by. `folded`: what was folded beforehand, taken where
 * the store still holds exactly those events.
 */
export async function projectStreams(
  db: XunzhiDatabase,
  streams: ReadonlySet<string>,
  by: JudgedBy,
  folded: readonly Folded[] = [],
): Promise<void> {
  const ready = await stillTrue(
    db,
    folded.filter(({ stream }) => streams.has(stream)),
  );
  const rest = [...streams].filter((stream) => !ready.has(stream));
  const read = await readStreams(db, rest);
  const again = [...read].map(([stream, rows]) => foldedOf('store', stream, rows, by));
  await putFolded(db, [...ready.values(), ...again]);
}

/** Writes what streams come to; part of a transaction that holds `PROJECTED_TABLES`. */
export async function putFolded(db: XunzhiDatabase, folded: readonly Folded[]): Promise<void> {
  const made = folded.map((one) => one.made);
  // The feed has put the numbers of what it brought; only what was withheld changes them.
  const withNumbers = folded.flatMap((one) => (one.from === 'store' || one.made.dropped.length > 0 ? [one.made] : []));
  await forgetWithheld(
    db,
    made.flatMap(({ dropped }) => dropped),
  );
  await Promise.all([
    putAll(
      db.withheld,
      made.flatMap(({ withheld }) => withheld),
    ),
    putByKey(
      db.sites,
      made.flatMap(({ sites }) => sites),
    ),
    deleteAll(
      db.sites,
      made.flatMap(({ goneSites }) => goneSites),
    ),
    putAll(
      db.selfChecks,
      made.flatMap(({ selfChecks }) => selfChecks),
    ),
    putAll(
      db.inspections,
      made.flatMap(({ inspections }) => inspections),
    ),
    putByKey(
      db.cases,
      made.flatMap(({ cases }) => cases),
    ),
    putAll(
      db.indicators,
      made.flatMap(({ indicators }) => indicators),
    ),
    putAll(
      db.reports,
      made.flatMap(({ reports }) => reports),
    ),
    putAll(
      db.reporters,
      made.flatMap(({ reporters }) => reporters),
    ),
    putAll(
      db.photos,
      made.flatMap(({ photos }) => photos),
    ),
    putAll(
      db.numbers,
      withNumbers.flatMap(({ numbers }) => numbers),
    ),
    putAll(
      db.tasks,
      made.flatMap(({ tasks }) => tasks),
    ),
  ]);
}

async function stillTrue(db: XunzhiDatabase, folded: readonly Folded[]): Promise<ReadonlyMap<string, Folded>> {
  const held = await heldIds(
    db,
    folded.map(({ stream }) => stream),
    idsIn(folded),
  );
  return new Map(folded.flatMap((one) => (isFrom(one, held.get(one.stream)) ? [[one.stream, one] as const] : [])));
}

/** How many events streams were folded from. */
export function idsIn(folded: readonly Folded[]): number {
  return folded.reduce((sum, { ids }) => sum + ids.length, 0);
}

/** True when the stream was folded from the events with exactly these ids. */
export function isFrom({ ids }: Folded, keys: readonly string[] = []): boolean {
  return ids.length === keys.length && ids.every((id, at) => id === keys[at]);
}

async function putAll<T>(
  table: { readonly bulkPut: (rows: readonly T[]) => PromiseLike<unknown> },
  rows: readonly T[],
): Promise<void> {
  if (rows.length > 0) await table.bulkPut(rows);
}

async function deleteAll(
  table: { readonly bulkDelete: (keys: string[]) => PromiseLike<unknown> },
  keys: string[],
): Promise<void> {
  if (keys.length > 0) await table.bulkDelete(keys);
}

/** Folds what was found of a stream, in order, to be written later. */
export function foldedOf(from: Folded['from'], stream: string, rows: readonly EventRow[], by: JudgedBy): Folded {
  return { stream, from, ids: rows.map(({ id }) => id), made: projectionOf(stream, rows, by) };
}
