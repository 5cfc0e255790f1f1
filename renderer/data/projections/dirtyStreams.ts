import type { DirtyRange, XunzhiDatabase } from '../tables.ts';

/** A range of streams of which some still wait, and the row that notes it. */
export type WaitingRange = DirtyRange & { readonly mark: number };

/**
 * Streams whose projection is behind their events. The store has one row for each page that touched them: a row for each
 * stream would be a fifth of what a page writes. What of a row has been folded already is known here only; a row goes with
 * its last stream, so after a crash some are folded once more. Of a range the row itself says how far it has been folded.
 */
export class DirtyStreams {
  readonly #db: XunzhiDatabase;
  /** By row: what of it still waits. */
  readonly #left = new Map<number, Set<string>>();
  readonly #ranges = new Map<number, DirtyRange>();

  constructor(db: XunzhiDatabase) {
    this.#db = db;
  }

  /** All that wait by name now: ids begin with their time, so the newest stand last. */
  async names(): Promise<string[]> {
    await this.#refresh();
    return [...new Set([...this.#left.values()].flatMap((streams) => [...streams]))].sort();
  }

  /** The range that was noted last of those that wait. */
  async range(): Promise<WaitingRange | undefined> {
    await this.#refresh();
    const mark = Math.max(...this.#ranges.keys());
    const range = this.#ranges.get(mark);
    return range === undefined ? undefined : { ...range, mark };
  }

  /** True when this stream waits. */
  async has(stream: string): Promise<boolean> {
    await this.#refresh();
    return (
      [...this.#left.values()].some((streams) => streams.has(stream)) ||
      [...this.#ranges.values()].some(({ after, to }) => `${stream}:` > after && stream < to)
    );
  }

  /** True when pages have come of which `names` did not know. */
  async hasMore(): Promise<boolean> {
    return (await this.#db.dirty.count()) > this.#left.size + this.#ranges.size;
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

  /**
   * Part of the transaction that writes the projections of a range up to the id `after`, or to its end when that is
   * undefined. Answers as `settle` does.
   */
  async settleRange({ mark, to }: WaitingRange, after: string | undefined): Promise<() => void> {
    if (after === undefined) await this.#db.dirty.delete(mark);
    else await this.#db.dirty.put({ mark, streams: [], range: { after, to } });
    return () => {
      if (after === undefined) this.#ranges.delete(mark);
      else this.#ranges.set(mark, { after, to });
    };
  }

  async #refresh(): Promise<void> {
    const marks = await this.#db.dirty.toCollection().primaryKeys();
    const there = new Set(marks);
    for (const known of [this.#left, this.#ranges])
      for (const mark of known.keys()) if (!there.has(mark)) known.delete(mark);
    const unknown = marks.filter((mark) => !this.#left.has(mark) && !this.#ranges.has(mark));
    const rows = unknown.length === 0 ? [] : await this.#db.dirty.bulkGet(unknown);
    for (const row of rows) {
      if (row?.mark === undefined) continue;
      if (row.range === undefined) this.#left.set(row.mark, new Set(row.streams));
      else this.#ranges.set(row.mark, row.range);
    }
    // Two writers may each have left the last stream of a row to the other.
    const empty = [...this.#left].flatMap(([mark, left]) => (left.size === 0 ? [mark] : []));
    if (empty.length === 0) return;
    await this.#db.dirty.bulkDelete(empty);
    for (const mark of empty) this.#left.delete(mark);
  }
}
