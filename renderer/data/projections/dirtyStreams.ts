import type { XunzhiDatabase } from '../tables.ts';

/**
 * Streams whose projection is behind their events. The store has one row for each page that touched them: a row for each
 * stream would be a fifth of what a page writes. What of a row has been folded already is known here only; a row goes with
 * its last stream, so after a crash some are folded once more.
 */
export class DirtyStreams {
  readonly #db: XunzhiDatabase;
  /** By row: what of it still waits. */
  readonly #left = new Map<number, Set<string>>();

  constructor(db: XunzhiDatabase) {
    this.#db = db;
  }

  /** All that wait now, by name: ids begin with their time, so the newest stand last. */
  async names(): Promise<string[]> {
    await this.#refresh();
    return [...new Set([...this.#left.values()].flatMap((streams) => [...streams]))].sort();
  }

  /** True when this stream waits. */
  async has(stream: string): Promise<boolean> {
    await this.#refresh();
    return [...this.#left.values()].some((streams) => streams.has(stream));
  }

  /** True when pages have come of which `names` did not know. */
  async hasMore(): Promise<boolean> {
    return (await this.#db.dirty.count()) > this.#left.size;
  }

  /**
   * Part of the transaction that writes these projections: rows of which nothing waits any more go with it. Answers what to
   * call once it is committed; a page that comes after the transaction began is not touched by that.
   */
  async settle(streams: readonly string[]): Promise<() => void> {
    await this.#refresh();
    const known = [...this.#left];
    const done = new Set(streams);
    const ended = known.flatMap(([mark, left]) => ([...left].every((stream) => done.has(stream)) ? [mark] : []));
    if (ended.length > 0) await this.#db.dirty.bulkDelete(ended);
    return () => {
      for (const [, left] of known) for (const stream of streams) left.delete(stream);
      for (const mark of ended) this.#left.delete(mark);
    };
  }

  async #refresh(): Promise<void> {
    const marks = await this.#db.dirty.toCollection().primaryKeys();
    const there = new Set(marks);
    for (const mark of this.#left.keys()) if (!there.has(mark)) this.#left.delete(mark);
    const unknown = marks.filter((mark) => !this.#left.has(mark));
    const rows = unknown.length === 0 ? [] : await this.#db.dirty.bulkGet(unknown);
    for (const row of rows) if (row?.mark !== undefined) this.#left.set(row.mark, new Set(row.streams));
    // Two writers may each have left the last stream of a row to the other.
    const empty = [...this.#left].flatMap(([mark, left]) => (left.size === 0 ? [mark] : []));
    if (empty.length === 0) return;
    await this.#db.dirty.bulkDelete(empty);
    for (const mark of empty) this.#left.delete(mark);
  }
}
