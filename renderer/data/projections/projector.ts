import type { WorkCalendar } from '#shared/kernel/workCalendar.ts';

import { Mutex } from '../runtime/mutex.ts';
import { inTime } from '../store/deadline.ts';
import type { Watch } from '../store/eventWrites.ts';
import type { XunzhiDatabase } from '../tables.ts';

import { DirtyStreams } from './dirtyStreams.ts';
import type { Folder, Wanted } from './folder.ts';
import { PROJECTED_TABLES, projectStreams, type Folded } from './project.ts';
import { writeFolded, type Ahead } from './writeFolded.ts';

/** How many streams are folded in one transaction: a command waits for no longer than that takes. */
export const BATCH_STREAMS = 250;

/**
 * How many batches are asked for beyond the one that is written: the store reads the second of them between two writes, while
 * the first has been folded during one.
 */
const AHEAD = 2;

/** A batch that is being folded while others are written. */
type FoldingAhead = Watch & { readonly folded: Promise<readonly Folded[]> };

const NOTHING: FoldingAhead = { folded: Promise.resolve([]), isTouched: () => false, end: () => undefined };

/** What the pages of the feed came to: the store is asked whether it holds the same. */
function fromPages(folded: readonly Folded[]): Ahead {
  return { folded, isTouched: () => false };
}

/**
 * Brings projections up to date with the events that the feed stored: streams marked as dirty are folded, newest first,
 * and their marks go with the transaction that writes their rows, so that a crash at any moment only folds again. Where the
 * folder still holds the events, they are not read back; the next batches are folded while one is written.
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
      await this.#write(names, fromPages(await this.#fold(names)));
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
        fromPages(folded),
      );
      return true;
    });
  }

  /** Folds one stream now if it is dirty: a command judges by its row. */
  async catchUp(stream: string): Promise<void> {
    if (await this.#dirty.has(stream)) await this.#write([stream], fromPages([]));
  }

  /** Has these streams folded from the store. */
  readBack(streams: readonly string[]): void {
    for (const stream of streams) this.#readBack.add(stream);
  }

  async #drainOnce(names: readonly string[]): Promise<void> {
    const batches: (readonly string[])[] = [];
    for (let end = names.length; end > 0; end -= BATCH_STREAMS)
      batches.push(names.slice(Math.max(0, end - BATCH_STREAMS), end));
    const isLong = batches.length > 1; // what comes in one batch is read with its write: nothing could be read meanwhile
    const folding: FoldingAhead[] = [];
    try {
      for (const [at, batch] of batches.entries()) {
        for (const next of batches.slice(folding.length, at + 1 + AHEAD))
          folding.push(isLong ? this.#foldAhead(next) : { ...NOTHING, folded: this.#fold(next) });
        const { folded, isTouched, end } = folding[at] ?? NOTHING;
        await this.#write(batch, { folded: await folded, isTouched });
        end();
        folding[at] = NOTHING; // its rows need not be held any more
        if (await this.#dirty.hasMore()) return; // newer ones have come: they go first
      }
    } finally {
      for (const { end } of folding) end();
    }
  }

  #foldAhead(streams: readonly string[]): FoldingAhead {
    return { ...this.#db.eventWrites.watch(streams), folded: this.#foldAny(streams) };
  }

  /** Folds what the folder holds, and has it read the rest; whatever it leaves out is read with the write. */
  async #foldAny(streams: readonly string[]): Promise<readonly Folded[]> {
    const held = await this.#fold(streams);
    const known = new Set(held.map(({ stream }) => stream));
    const rest = streams.filter((stream) => !known.has(stream));
    if (rest.length === 0) return held;
    // A folder that cannot read the store leaves that to the one who writes it.
    const stored = await this.#folder.foldStored(this.#db.name, rest, this.#calendar).catch(() => []);
    return [...held, ...stored];
  }

  async #fold(wanted: Wanted): Promise<readonly Folded[]> {
    if ('oldest' in wanted) return this.#folder.fold(wanted, this.#calendar);
    const held = wanted.filter((stream) => !this.#readBack.has(stream));
    if (held.length === 0) return [];
    // A folder that broke holds nothing any more: the store does.
    return this.#folder.fold(held, this.#calendar).catch(() => []);
  }

  async #write(streams: readonly string[], { folded, isTouched }: Ahead): Promise<void> {
    const db = this.#db;
    const trusted = folded.filter(({ from, stream }) => from === 'store' || !this.#readBack.has(stream));
    const noteSettled =
      (trusted.length === streams.length
        ? await writeFolded(db, { folded: trusted, isTouched }, () => this.#dirty.settle(streams))
        : undefined) ?? (await this.#writeReading(streams, trusted));
    noteSettled();
    for (const stream of streams) this.#readBack.delete(stream);
  }

  /** Reads what was not folded beforehand, or is not that any more, in the transaction that writes. */
  async #writeReading(streams: readonly string[], folded: readonly Folded[]): Promise<() => void> {
    const db = this.#db;
    const tables = [db.events, db.dirty, ...PROJECTED_TABLES.map((name) => db.table(name))];
    return inTime('projections.write', db, tables, async () => {
      await projectStreams(db, new Set(streams), this.#calendar, folded);
      return this.#dirty.settle(streams);
    });
  }
}
