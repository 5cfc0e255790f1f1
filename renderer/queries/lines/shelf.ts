import { Dexie, type ObservabilitySet, type Table } from 'dexie';

import { Pace } from '../pace.ts';

/** Rows that are read at a time: a portion holds the window up no longer than a blink. */
const PORTION = 500;

/** Primary keys that were written, both ends inclusive. */
type Span = { readonly from: string; readonly to: string };
type SpanTree = { readonly from?: unknown; readonly to?: unknown; readonly l?: unknown; readonly r?: unknown };

/** A table as it is kept here: what `Shelf` needs to know of it. */
export type Shelved<Row, Line> = {
  readonly table: Table<Row, string>;
  /** What is kept of rows, each at its place; the rows themselves are not. */
  readonly keep: (rows: readonly Row[]) => readonly Line[];
  /** Negative when `a` stands before `b`; two different lines never stand alike. */
  readonly order: (a: Line, b: Line) => number;
};

/**
 * A line of each row of a table, in memory and in order, for lists that are narrowed while somebody types. Read once, in
 * portions, when it is first watched; afterwards only the rows that were written are read again.
 */
export class Shelf<Row extends { readonly id: string }, Line extends { readonly id: string }> {
  readonly #about: Shelved<Row, Line>;
  readonly #watchers = new Set<() => void>();
  #pace = new Pace();
  #lines: readonly Line[] | undefined;
  #changed: Span[] = [];
  #isWhole = false;
  #isReading = false;
  #hasBegun = false;
  #failure: Error | undefined;

  constructor(about: Shelved<Row, Line>) {
    this.#about = about;
  }

  /** Every line in order, `undefined` until all were read once. Throws what the store refused the last read with. */
  readonly lines = (): readonly Line[] | undefined => {
    if (this.#failure !== undefined) throw this.#failure;
    return this.#lines;
  };

  /** Tells when `lines` has changed; answers how to end that. The first call begins to read. */
  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    this.#begin();
    return () => this.#watchers.delete(tell);
  };

  /** These lines say no longer what is so: their rows are read again. */
  refresh(isOld: (line: Line) => boolean): void {
    const old = (this.#lines ?? []).filter(isOld);
    this.#changed.push(...old.map(({ id }) => ({ from: id, to: id })));
    void this.#read();
  }

  /** The store was opened again, or every line says something else now: all are read anew. */
  reload(): void {
    if (!this.#hasBegun) return;
    this.#isWhole = false;
    this.#pace = new Pace();
    void this.#read();
  }

  #begin(): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    Dexie.on('storagemutated', (parts: ObservabilitySet) => {
      this.#note(parts);
    });
    void this.#read();
  }

  #note(parts: ObservabilitySet): void {
    const { table } = this.#about;
    const key = `idb://${table.db.name}/${table.name}/` as const;
    const spans = [parts[key], parts[`${key}:dels`]].flatMap((tree) => spansIn(tree));
    // Whole databases are thrown away and copied in without a word about single tables; of many rows at once Dexie says
    // no more than that there were some.
    if ('all' in parts || spans.some(isEverything)) this.#isWhole = false;
    else if (spans.length === 0) return;
    this.#changed.push(...spans);
    void this.#read();
  }

  async #read(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (!this.#isWhole || this.#changed.length > 0) {
        const restMs = this.#pace.restMs(performance.now());
        if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
        const startedMs = performance.now();
        await (this.#isWhole ? this.#readChanged() : this.#readAll());
        this.#pace.noteRun(startedMs, performance.now());
      }
      this.#failure = undefined;
    } catch (error) {
      // A handle that was closed is opened again by its keeper, who then has it reloaded.
      const failure = error instanceof Error ? error : new Error(String(error));
      this.#isWhole = false;
      if (!['DatabaseClosedError', 'AbortError'].includes(failure.name)) this.#failure = failure;
    } finally {
      this.#isReading = false;
    }
    this.#tell();
  }

  async #readAll(): Promise<void> {
    this.#isWhole = true; // what is written from here on is noted
    const isOld = (): boolean => !this.#isWhole;
    this.#changed = [];
    const { table, keep, order } = this.#about;
    const read = (after: string): Promise<readonly Row[]> =>
      Promise.resolve(table.where(':id').above(after).limit(PORTION).toArray());
    const all: Line[] = [];
    let next: Promise<readonly Row[]> | undefined = read(FIRST);
    while (next !== undefined) {
      const portion: readonly Row[] = await next;
      if (isOld()) return; // it begins anew
      const last = portion.length < PORTION ? undefined : portion.at(-1);
      // The store reads on while these are looked through.
      next = last === undefined ? undefined : read(last.id);
      all.push(...keep(portion));
    }
    this.#lines = all.sort(order);
    this.#tell();
  }

  async #readChanged(): Promise<void> {
    const spans = this.#changed;
    this.#changed = [];
    const fresh = await this.#readSpans(spans);
    this.#lines = replaced(this.#lines ?? [], spans, fresh, this.#about.order);
    this.#tell();
  }

  async #readSpans(spans: readonly Span[]): Promise<readonly Line[]> {
    const { table, keep } = this.#about;
    const found = new Map<string, Line>();
    const put = (rows: readonly Row[]): void => {
      for (const line of keep(rows)) found.set(line.id, line);
    };
    const points = [...new Set(spans.flatMap(({ from, to }) => (from === to ? [from] : [])))];
    for (let at = 0; at < points.length; at += PORTION) {
      const rows = await table.bulkGet(points.slice(at, at + PORTION));
      put(rows.filter((row) => row !== undefined));
    }
    for (const { from, to } of spans)
      if (from !== to) put(await table.where(':id').between(from, to, true, true).toArray());
    return [...found.values()];
  }

  #tell(): void {
    for (const tell of this.#watchers) tell();
  }
}

/** The lines with those of the spans taken out and the fresh ones put in. */
function replaced<Line extends { readonly id: string }>(
  lines: readonly Line[],
  spans: readonly Span[],
  fresh: readonly Line[],
  order: (a: Line, b: Line) => number,
): readonly Line[] {
  const points = new Set(spans.flatMap(({ from, to }) => (from === to ? [from] : [])));
  const wide = spans.filter(({ from, to }) => from !== to);
  const isTouched = ({ id }: Line): boolean => points.has(id) || wide.some(({ from, to }) => id >= from && id <= to);
  const put = [...fresh].sort(order);
  const merged: Line[] = [];
  let next = 0;
  for (const line of lines) {
    if (isTouched(line)) continue;
    for (let one = put[next]; one !== undefined && order(one, line) < 0; one = put[(next += 1)]) merged.push(one);
    merged.push(line);
  }
  return [...merged, ...put.slice(next)];
}

const FIRST = '';
const LAST = '\uffff';
const isEverything = ({ from, to }: Span): boolean => from === FIRST && to === LAST;

/** The keys in what Dexie says was written; one that is no text stands before or after every text. */
function spansIn(tree: unknown): Span[] {
  if (typeof tree !== 'object' || tree === null || !('from' in tree)) return [];
  const { from, to, l, r } = tree as SpanTree;
  const own: Span = { from: typeof from === 'string' ? from : FIRST, to: typeof to === 'string' ? to : LAST };
  return [...spansIn(l), own, ...spansIn(r)];
}
