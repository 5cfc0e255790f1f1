import { withDeadline } from '../store/deadline.ts';
import type { XunzhiDatabase } from '../tables.ts';

import { PROJECTED_TABLES, projectStreams } from './project.ts';

/** How many streams are folded in one transaction: a command waits for no longer than that takes. */
const BATCH_STREAMS = 250;

/**
 * Brings projections up to date with the events that the feed stored: streams marked as dirty are folded, newest first,
 * and lose the mark in the transaction that writes their rows, so that a crash at any moment only folds again.
 */
export class Projector {
  readonly #db: XunzhiDatabase;

  constructor(db: XunzhiDatabase) {
    this.#db = db;
  }

  /** Folds until nothing is dirty. */
  async drain(): Promise<void> {
    while (await this.step()) continue;
  }

  /** Folds the newest of the dirty streams; false when there was none. */
  async step(streams: number = BATCH_STREAMS): Promise<boolean> {
    if ((await this.#db.dirty.count()) === 0) return false;
    // All names at once and the last of them: a reversed index comes row by row.
    return this.#write(async (db) => (await db.dirty.orderBy('at').primaryKeys()).slice(-streams));
  }

  /** Folds one stream now if it is dirty: a command judges by its row. */
  async catchUp(stream: string): Promise<void> {
    if ((await this.#db.dirty.get(stream)) !== undefined) await this.#write(() => Promise.resolve([stream]));
  }

  async #write(choose: (db: XunzhiDatabase) => PromiseLike<readonly string[]>): Promise<boolean> {
    const db = this.#db;
    const tables = [db.events, db.dirty, ...PROJECTED_TABLES.map((name) => db.table(name))];
    let abort: (() => void) | undefined;
    const work = db.transaction('rw', tables, async (tx) => {
      abort = () => {
        tx.abort();
      };
      const streams = await choose(db);
      await projectStreams(db, new Set(streams));
      await db.dirty.bulkDelete([...streams]);
      return streams.length > 0;
    });
    return withDeadline('projections.write', work, () => abort?.());
  }
}
