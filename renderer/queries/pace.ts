import { Dexie } from 'dexie';

/** A query that took so long rests for this many times as long before it runs again. */
const REST = 8;
/** No list is older than this, in milliseconds, however long it takes. */
const MOST_REST_MS = 3_000;

/**
 * Keeps a live query from taking the store for itself: while a first sync writes batch upon batch, a long list would be
 * read again after each, and the store would wait for the list. A query that was not run lately is never held up.
 */
export class Pace {
  #endedMs = -Infinity;
  #tookMs = 0;
  #about: readonly unknown[] = [];

  /** How long the next run has to wait, in milliseconds. */
  restMs(nowMs: number): number {
    return Math.max(0, this.#endedMs + Math.min(MOST_REST_MS, this.#tookMs * REST) - nowMs);
  }

  /**
   * Runs the query when its rest is over; one about something else than the last has none. The pause is Dexie's own
   * promise: any other would leave the live query.
   */
  async run<T>(query: () => Promise<T>, about: readonly unknown[] = []): Promise<T> {
    const isSame = about.length === this.#about.length && about.every((one, at) => one === this.#about[at]);
    this.#about = about;
    const restMs = isSame ? this.restMs(performance.now()) : 0;
    if (restMs > 0) await new Dexie.Promise<void>((resolve) => setTimeout(resolve, restMs));
    const startedMs = performance.now();
    const result = await query();
    this.noteRun(startedMs, performance.now());
    return result;
  }

  /** A run began and ended. */
  noteRun(startedMs: number, endedMs: number): void {
    this.#endedMs = endedMs;
    this.#tookMs = endedMs - startedMs;
  }
}
