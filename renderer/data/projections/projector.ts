import { Mutex } from '../runtime/mutex.ts';
import { inTime } from '../store/deadline.ts';
import type { Watch } from '../store/eventWrites.ts';
import type { XunzhiDatabase } from '../tables.ts';

import { BATCH_STREAMS, foldBatch, namedBatches, rangeBatches, type Batch, type Batches } from './batches.ts';
import { DirtyStreams } from './dirtyStreams.ts';
import type { Folder, Wanted } from './folder.ts';
import type { JudgedBy } from './judgedBy.ts';
import { PROJECTED_TABLES, projectStreams, type Folded } from './project.ts';
import { writeFolded, type Ahead } from './writeFolded.ts';

/**
 * How many batches are asked for beyond the one that is written: the store reads the second of them between two writes, while
 * the first is folded during one.
 */
const AHEAD = 2;

/** A batch that was asked for, and what it comes to. */
type Coming = Promise<{ readonly batch: Batch; readonly folded: readonly Folded[] } | undefined>;

/** What the pages of the feed came to: the store is asked whether it holds the same. */
function fromPages(folded: readonly Folded[]): Ahead {
  return { folded, isTouched: () => false };
}

/**
 * Brings projections up to date with the events that the feed stored: streams marked as dirty are folded, newest first,
 * and their marks go with the transaction that writes their rows, so that a crash at any moment only folds again. Where the
 * folder still holds the events, they are not read back; the next batches are read and folded while one is written.
 */
export class Projector {
  readonly #db: XunzhiDatabase;
  readonly #folder: Folder;
  readonly #by: () => JudgedBy;
  readonly #dirty: DirtyStreams;
  readonly #turn = new Mutex();
  /** Streams of which the store had events before the feed brought them: their rows there count, not the folder's. */
  readonly #readBack = new Set<string>();
  #isDraining = false;

  /** `by`: what of the bureau's catalogue is judged by from now on. */
  constructor(db: XunzhiDatabase, folder: Folder, by: () => JudgedBy) {
    this.#db = db;
    this.#folder = folder;
    this.#by = by;
    this.#dirty = new DirtyStreams(db);
  }

  /** Folds until nothing is dirty. */
  async drain(): Promise<void> {
    await this.#turn.run(async () => {
      this.#isDraining = true;
      const watch = this.#db.eventWrites.watch();
      try {
        for (let batches = await this.#waiting(watch); batches !== undefined; batches = await this.#waiting(watch))
          await this.#drainOnce(batches);
      } finally {
        watch.end();
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
      await this.#writeNamed(names, fromPages(await this.#fold(names)));
      return true;
    });
  }

  /** Folds what has rested longest with the folder, so that it need not hold everything; false when it holds nothing. */
  async easeFolder(): Promise<boolean> {
    return this.#turn.run(async () => {
      const folded = await this.#fold({ oldest: BATCH_STREAMS });
      if (folded.length === 0) return false;
      await this.#writeNamed(
        folded.map(({ stream }) => stream),
        fromPages(folded),
      );
      return true;
    });
  }

  /** Folds one stream now if it is dirty: a command judges by its row. */
  async catchUp(stream: string): Promise<void> {
    if (await this.#dirty.has(stream)) await this.#writeNamed([stream], fromPages([]));
  }

  /** Does something while nothing is being folded. */
  async between<T>(work: () => Promise<T>): Promise<T> {
    return this.#turn.run(work);
  }

  /** Has these streams folded from the store. */
  readBack(streams: readonly string[]): void {
    for (const stream of streams) this.#readBack.add(stream);
  }

  async #waiting(watch: Watch): Promise<Batches | undefined> {
    const source = { db: this.#db, dirty: this.#dirty, watch };
    const names = await this.#dirty.names();
    if (names.length > 0) return namedBatches(source, names, (streams) => this.#fold(streams));
    const range = await this.#dirty.range();
    return range === undefined ? undefined : rangeBatches(source, range);
  }

  async #drainOnce(batches: Batches): Promise<void> {
    const coming: Coming[] = [];
    try {
      for (;;) {
        while (coming.length < 1 + AHEAD) coming.push(this.#next(batches));
        const next = await coming[0];
        if (next === undefined) return;
        const { batch, folded } = next;
        await this.#write(batch.streams, { folded, isTouched: batch.isTouched }, batch.settle);
        void coming.shift(); // its rows need not be held any more
        if (await this.#dirty.hasMore()) return; // newer ones have come: they go first
      }
    } finally {
      await Promise.allSettled(coming); // they ask the store and the watch
    }
  }

  #next(batches: Batches): Coming {
    const next = batches.next().then(async ({ done, value: batch }) => {
      return done === true ? undefined : { batch, folded: await foldBatch(batch, this.#by()) };
    });
    next.catch(() => undefined); // whoever waits for it gets it all the same
    return next;
  }

  async #fold(wanted: Wanted): Promise<readonly Folded[]> {
    if ('oldest' in wanted) return this.#folder.fold(wanted, this.#by());
    const held = wanted.filter((stream) => !this.#readBack.has(stream));
    if (held.length === 0) return [];
    // A folder that broke holds nothing any more: the store does.
    return this.#folder.fold(held, this.#by()).catch(() => []);
  }

  #writeNamed(streams: readonly string[], ahead: Ahead): Promise<void> {
    return this.#write(streams, ahead, () => this.#dirty.settle(streams));
  }

  async #write(streams: readonly string[], { folded, isTouched }: Ahead, settle: Batch['settle']): Promise<void> {
    const db = this.#db;
    const trusted = folded.filter(({ from, stream }) => from === 'store' || !this.#readBack.has(stream));
    const noteSettled =
      (trusted.length === streams.length ? await writeFolded(db, { folded: trusted, isTouched }, settle) : undefined) ??
      (await this.#writeReading(streams, trusted, settle));
    noteSettled();
    for (const stream of streams) this.#readBack.delete(stream);
  }

  /** Reads what was not folded beforehand, or is not that any more, in the transaction that writes. */
  async #writeReading(
    streams: readonly string[],
    folded: readonly Folded[],
    settle: Batch['settle'],
  ): Promise<() => void> {
    const db = this.#db;
    const tables = [db.events, db.dirty, ...PROJECTED_TABLES.map((name) => db.table(name))];
    return inTime('projections.write', db, tables, async () => {
      await projectStreams(db, new Set(streams), this.#by(), folded);
      return settle();
    });
  }
}
