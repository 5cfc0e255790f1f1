import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

import { withDeadline } from '../store/deadline.ts';
import { keepShut } from '../store/keepShut.ts';
import { XunzhiDatabase } from '../tables.ts';

import { foldedOf, type Folded } from './project.ts';
import { readStreams } from './readStreams.ts';

/**
 * Folds streams of the store, which it reads by a handle of its own. The handle is opened with the first call, beside that of
 * the worker that writes, and never again: one that was lost means that the writer lost its own, and is replaced.
 */
export class StoredFolder {
  #db: Promise<XunzhiDatabase> | undefined;

  /** Rejects when the store cannot be opened or read, or not in time. */
  async fold(store: string, streams: readonly string[], calendar: WorkCalendar): Promise<readonly Folded[]> {
    this.#db ??= openBeside(store);
    const db = await this.#db;
    const read = await withDeadline('projections.read', readStreams(db, streams));
    return [...read].map(([stream, rows]) => foldedOf('store', stream, rows, calendar));
  }
}

async function openBeside(store: string): Promise<XunzhiDatabase> {
  const db = new XunzhiDatabase(store);
  await withDeadline('projections.open', db.open());
  keepShut(db, () => undefined); // every later call is refused, and the projector reads the store itself
  return db;
}
