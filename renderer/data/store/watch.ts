import { allowsWriting } from '#shared/bridge/disk.ts';

import type { PortClient } from '../port.ts';

import { onLateCall } from './deadline.ts';

/** Why a store is replaced: calls to it never settle, or the engine closed it under the app (a full disk does both). */
export type StoreFault = 'hangs' | 'closed';

/** So many late calls within this time are no hiccup: one command that hangs leaves one or two of them. */
const LATE_CALLS = 3;
const WITHIN_MS = 120_000;
/** Calls that are late within this time of one another wait for one and the same thing. */
const TOGETHER_MS = 3_000;
const LOOK_EVERY_MS = 1_000;
/** Commands that still run so long after the last one could begin will not end: longer than any deadline. */
const PATIENCE_MS = 25_000;

/**
 * What the watch works with. `isBusy`: commands run, whose end is waited for: each has its deadlines. `letIn`: commands that
 * were held back are to begin after all.
 */
export type Watched = {
  readonly port: PortClient;
  readonly isBusy: () => boolean;
  readonly replace: (fault: StoreFault) => void;
  readonly letIn: () => void;
  readonly nowMs?: () => number;
};

/**
 * Notices a store that no longer answers and has it replaced: once, while nothing is being written, and never while
 * space is low, when an engine that opens a database may throw it away. A command that never ends is not waited for.
 */
export class StoreWatch {
  readonly #parts: Watched;
  readonly #nowMs: () => number;
  readonly #forget: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #lateMs: readonly number[] = [];
  #isClosed = false;
  /** Since when nothing may begin. */
  #heldMs: number | undefined;
  #isOver = false;

  constructor(parts: Watched) {
    this.#parts = parts;
    this.#nowMs = parts.nowMs ?? (() => performance.now());
    this.#forget = onLateCall(() => {
      const nowMs = this.#nowMs();
      if (nowMs - (this.#lateMs.at(-1) ?? -Infinity) < TOGETHER_MS) return;
      this.#lateMs = [...this.#lateMs, nowMs].slice(-LATE_CALLS);
    });
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  /** The engine closed a database that nobody here closed. */
  noteClosed(): void {
    this.#isClosed = true;
  }

  get fault(): StoreFault | undefined {
    if (this.#isClosed) return 'closed';
    const [first] = this.#lateMs;
    const isMany = this.#lateMs.length === LATE_CALLS && first !== undefined;
    return isMany && this.#nowMs() - first < WITHIN_MS ? 'hangs' : undefined;
  }

  /**
   * The store is about to be replaced: no command is to begin any more. Somebody whose form saves itself again and again
   * would otherwise keep the worker busy for ever.
   */
  get holdsBack(): boolean {
    return this.#heldMs !== undefined;
  }

  /** Looks now; answers whether the store is being replaced. */
  async look(): Promise<boolean> {
    const { fault } = this;
    const isPossible = fault !== undefined && (await this.#hasRoom());
    if (this.#isOver) return true;
    this.#hold(isPossible);
    if (fault === undefined || this.#heldMs === undefined) return false;
    if (this.#parts.isBusy() && this.#nowMs() - this.#heldMs < PATIENCE_MS) return false;
    this.stop();
    this.#parts.replace(fault);
    return true;
  }

  /** Whether the disk allows writing; while main does not say, nothing is replaced, and it is asked again. */
  async #hasRoom(): Promise<boolean> {
    return this.#parts.port.call('disk.state', {}).then(
      ({ level }) => allowsWriting(level),
      () => false,
    );
  }

  #hold(isHolding: boolean): void {
    if (isHolding === this.holdsBack) return;
    this.#heldMs = isHolding ? this.#nowMs() : undefined;
    if (!isHolding) this.#parts.letIn();
  }

  stop(): void {
    this.#isOver = true;
    this.#forget();
    clearInterval(this.#timer);
  }
}
