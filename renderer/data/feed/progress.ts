import type { Context } from '../context.ts';
import type { PullProgress } from '../status.ts';

/** Fewer changes than this are here before anyone has read the figures. */
const WORTH_SHOWING = 500;
const SHOW_EVERY_MS = 400;

/** Tells screens how far a long pull is, a few times a second; the row goes when it ends. */
export class ProgressTeller {
  readonly #ctx: Context;
  readonly #db: string;
  readonly #isFirst: boolean;
  readonly #startedMs = performance.now();
  #shownMs = -Infinity;
  #isShown = false;

  constructor(ctx: Context, db: string, isFirst: boolean) {
    this.#ctx = ctx;
    this.#db = db;
    this.#isFirst = isFirst;
  }

  /** `pending` is the server's guess; one that makes none gives no total and no remaining time. */
  async tell(done: number, pending: number | undefined): Promise<void> {
    const nowMs = performance.now();
    if (done + (pending ?? done) < WORTH_SHOWING || nowMs - this.#shownMs < SHOW_EVERY_MS) return;
    this.#shownMs = nowMs;
    this.#isShown = true;
    const left = pending === undefined || done === 0 ? undefined : ((nowMs - this.#startedMs) / done) * pending;
    const value: PullProgress = {
      db: this.#db,
      isFirst: this.#isFirst,
      done,
      ...(pending === undefined ? {} : { total: done + pending }),
      ...(left === undefined ? {} : { leftMs: Math.round(left) }),
    };
    await this.#ctx.db.meta.put({ key: 'pull', value });
  }

  async end(): Promise<void> {
    if (this.#isShown) await this.#ctx.db.meta.delete('pull');
  }
}
