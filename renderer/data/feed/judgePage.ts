import type { Remote } from '../remote/remote.ts';
import { nextTurn } from '../runtime/nextTurn.ts';

import { readAncestors, readLeaves, type ChangeRow, type PageRequest } from './changes.ts';
import { classify, type Classified } from './classify.ts';

/** Some milliseconds of hashing: between them the next page is asked for, so that line and server have no rest. */
const ROWS_AT_A_TIME = 50;

/** Sorts every document of a page; the leaves of those that have more than one are asked for. */
export async function judgePage(
  remote: Remote,
  request: PageRequest,
  rows: readonly ChangeRow[],
): Promise<Classified[]> {
  const found: Classified[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_AT_A_TIME === 0) await nextTurn();
    const simple = row.changes.length === 1 && row.doc && row.deleted !== true;
    const leaves = simple && row.doc ? [row.doc] : await readLeaves(remote, request.authorization, request.db, row.id);
    for (const one of await withHistory(remote, request, row, leaves)) if (one.is !== 'nothing') found.push(one);
  }
  return found;
}

/** Where no leaf proves an event, its history may: a child written over the true body does not hide it. */
async function withHistory(
  remote: Remote,
  { authorization, db }: PageRequest,
  row: ChangeRow,
  leaves: readonly Record<string, unknown>[],
): Promise<Classified[]> {
  const found = classify(row, leaves);
  const isHidden = found.some(
    (one) => one.is === 'quarantine' && (one.reason === 'forged' || one.reason === 'deleted'),
  );
  if (!isHidden || found.some((one) => one.is === 'event')) return found;
  const all = await readLeaves(remote, authorization, db, row.id);
  const ancestors = await readAncestors(remote, authorization, db, all);
  return ancestors.length === 0 ? found : classify(row, [...all, ...ancestors]);
}
