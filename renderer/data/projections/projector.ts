import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

import { Mutex } from '../runtime/mutex.ts';
import { inTime } from '../store/deadline.ts';
import type { XunzhiDatabase } from '../tables.ts';

import { DirtyStreams } from './dirtyStreams.ts';
import type { Folder, Wanted } from './folder.ts';
import { PROJECTED_TABLES, projectStreams, type Folded } from './project.ts';

/** How many streams are folded in one transaction: a command waits for no longer than that takes. */
export const BATCH_STREAMS = 250;

/**
 * Brings projections up to date with the events that the feed stored: streams marked as dirty are folded, newest first,
 * and their marks go with the transaction that writes their rows, so that a crash at any moment only folds again. Where the
 * folder still holds the events, they are not read back; the next batch is folded while one is written.
 */
export class Projector {
  readonly #db: XunzhiDatabase;
  readonly #folder: Folder;
  readonly #calendar: WorkCalendar;
  readonly #dirty: DirtyStreams;
  readonly #turn = new Mutex();
  /** Streams of which the store had events before the feed brought them: their rows there count, not the folder's. */
  readonly #readBack = new Set<string>();
  #isDraining = false;

  /** `calendar`: the days off by which periods are judged. */
  constructor(db: XunzhiDatabase, folder: Folder, calendar: WorkCalendar) {
    this.#db = db;
    this.#folder = folder;
    this.#calendar = calendar;
    this.#dirty = new DirtyStreams(db);
  }

  /** Folds until nothing is dirty. */
  async drain(): Promise<void> {
    await this.#turn.run(async () => {
      this.#isDraining = true;
      try {
        for (let names = await this.#dirty.names(); names.length > 0; names = await this.#dirty.names())
          await this.#drainOnce(names);
      } finally {
        this.#isDraining = false;
      }
    });
  }

  /** Folds the newest of the dirty streams; false when there was none, or somebody folds all of them already. */
  async step(streams: number = BATCH_STREAMS): Promise<boolean> {
    if (this.#isDraining) return false;
    return this.#turn.run(async () => {
      const names = (await this.#dirty.names()).slice(-streams);
      if (names.length === 0) return false;
      await this.#write(names, await this.#fold(names));
      return true;
    });
  }

  /** Folds what has rested longest with the folder, so that it need not hold everything; false when it holds nothing. */
  async easeFolder(): Promise<boolean> {
    return this.#turn.run(async () => {
      const folded = await this.#fold({ oldest: BATCH_STREAMS });
      if (folded.length === 0) return false;
      await this.#write(
        folded.map(({ stream }) => stream),
        folded,
      );
      return true;
    });
  }

  /** Folds one stream now if it is dirty: a command judges by its row. */
  async catchUp(stream: string): Promise<void> {
    if (await this.#dirty.has(stream)) await this.#write([stream], []);
  }

  /** Has these streams folded from the store. */
  readBack(streams: readonly string[]): void {
    for (const stream of streams) this.#readBack.add(stream);
  }

  async #drainOnce(names: readonly string[]): Promise<void> {
    let left = names;
    let next = this.#fold(left.slice(-BATCH_STREAMS));
    while (left.length > 0) {
      const batch = left.slice(-BATCH_STREAMS);
      left = left.slice(0, -BATCH_STREAMS);
      const folded = await next;
      next = this.#fold(left.slice(-BATCH_STREAMS));
      await this.#write(batch, folded);
      if (await this.#dirty.hasMore()) return; // newer ones have come: they go first
    }
  }

  async #fold(wanted: Wanted): Promise<readonly Folded[]> {
    if ('oldest' in wanted) return this.#folder.fold(wanted, this.#calendar);
    const held = wanted.filter((stream) => !this.#readBack.has(stream));
    if (held.length === 0) return [];
    // A folder that broke holds nothing any more: the store does.
    return this.#folder.fold(held, this.#calendar).catch(() => []);
  }

  async #write(streams: readonly string[], folded: readonly Folded[]): Promise<void> {
    const db = this.#db;
    const tables = [db.events, db.dirty, ...PROJECTED_TABLES.map((name) => db.table(name))];
    const trusted = folded.filter(({ stream }) => !this.#readBack.has(stream));
    const noteSettled = await inTime('projections.write', db, tables, async () => {
      await projectStreams(db, new Set(streams), this.#calendar, trusted);
      return this.#dirty.settle(streams);
    });
    noteSettled();
    for (const stream of streams) this.#readBack.delete(stream);
  }
}
