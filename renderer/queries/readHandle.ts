import type { Dexie } from 'dexie';

import { keepShut } from '#renderer/data/store/keepShut.ts';

/** Pause after a failed try to open, in milliseconds: the worker has it open, so the engine's trouble is mostly over. */
const TRY_AGAIN_MS = 2_000;

/**
 * Keeps the window's handle on the store in step with the worker's. One that the engine closed stays closed, since the disk
 * may be full, and is opened again when a worker has opened the store; whoever reads live then reads anew.
 */
export class ReadHandle {
  readonly #db: Dexie;
  readonly #watchers = new Set<() => void>();
  #letOpen: (() => void) | undefined;
  #openings = 0;

  constructor(db: Dexie, onClosed: () => void) {
    this.#db = db;
    const guard = (): void => {
      this.#letOpen = keepShut(db, onClosed);
    };
    db.on('ready', guard, true); // sticky: after every opening, not only the first
  }

  /** How often the store was opened again: what was read before another of these is old. */
  readonly openings = (): number => this.#openings;

  /** For React: tells when `openings` has grown; answers how to end that. */
  readonly watch = (tell: () => void): (() => void) => {
    this.#watchers.add(tell);
    return () => this.#watchers.delete(tell);
  };

  /** A worker has the store open: this handle is opened too, when it is not, until it is or the engine closes it again. */
  async openAgain(): Promise<void> {
    if (this.#db.isOpen()) return;
    // At the start nothing was lost: what waits for the first opening need not be read twice.
    const isAgain = this.#letOpen !== undefined || this.#db.hasFailed();
    this.#letOpen?.();
    this.#letOpen = undefined;
    try {
      await this.#db.open();
    } catch {
      // A failed opening leaves a handle that refuses everything; the next try begins from the start.
      setTimeout(() => void this.openAgain(), TRY_AGAIN_MS);
      return;
    }
    if (!isAgain) return;
    this.#openings += 1;
    for (const tell of this.#watchers) tell();
  }
}
