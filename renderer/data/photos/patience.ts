import { backOffMs } from '../runtime/backOff.ts';

/** First pause of the lane or a file after a failure and the longest one, in milliseconds. */
export const LANE_PAUSE_MS = [2_000, 300_000] as const;

type Trouble = { readonly failures: number; readonly untilMs: number };

/** Files that failed and when each may be tried again, so that one of them never holds up the others. */
export class Setbacks {
  readonly #troubles = new Map<string, Trouble>();

  /** The file failed; it is left alone for a while that grows. */
  add(key: string, nowMs: number): void {
    const failures = (this.#troubles.get(key)?.failures ?? 0) + 1;
    this.#troubles.set(key, { failures, untilMs: nowMs + backOffMs(failures, LANE_PAUSE_MS) });
  }

  /** The file is through, or someone asked for it: it counts as new. */
  forget(key?: string): void {
    if (key === undefined) this.#troubles.clear();
    else this.#troubles.delete(key);
  }

  holds(key: string, nowMs: number): boolean {
    return (this.#troubles.get(key)?.untilMs ?? 0) > nowMs;
  }

  /** When the first of these files may be tried again; undefined when none has to wait. */
  nextAtMs(keys: readonly string[]): number | undefined {
    const times = keys.flatMap((key) => this.#troubles.get(key)?.untilMs ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  }
}
