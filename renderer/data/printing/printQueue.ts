import type { Context } from '../context.ts';
import { Mutex } from '../runtime/mutex.ts';

import { cancelPrint, retryPrint } from './change.ts';
import { printRound } from './round.ts';

/** After a failure of the store the queue tries again by itself. */
const AFTER_FAILURE_MS = 5_000;

/**
 * The print queue of this device: one job at a time for each printer, in the order they were given. Rounds and what people do
 * to jobs take turns, so that none is started while it is being cancelled.
 */
export class PrintQueue {
  readonly #ctx: () => Context;
  readonly #turns = new Mutex();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ctx: () => Context) {
    this.#ctx = ctx;
  }

  /** Something may be printed, or noted as printed, now. */
  kick(): void {
    this.#after(0);
  }

  /** One round; resolves when it is over. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    const next = await this.#turns.run(() => printRound(this.#ctx()));
    if (next !== undefined) this.#after(next);
  }

  /** A failed job waits again, and one that waits is looked at at once. */
  async retry(id: string): Promise<void> {
    await this.#turns.run(() => retryPrint(this.#ctx(), id));
    this.kick();
  }

  /** A job that waits is over; one in the system's queue is taken out there, unless it was faster. */
  async cancel(id: string): Promise<void> {
    await this.#turns.run(() => cancelPrint(this.#ctx(), id));
    this.kick();
  }

  #after(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.now().catch(() => {
        // A store that was closed is opened by another worker, whose queue goes on.
        if (this.#ctx().db.isOpen()) this.#after(AFTER_FAILURE_MS);
      });
    }, ms);
  }
}
