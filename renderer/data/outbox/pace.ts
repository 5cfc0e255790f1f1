import { backOffMs } from '../runtime/backOff.ts';
import type { XunzhiDatabase } from '../tables.ts';

import { narrower, WIDEST, type BatchLimit } from './batch.ts';

/** How long a learned limit is believed, in milliseconds: proxies are mended, too. */
const BELIEVED_MS = 86_400_000;
const LIMIT = 'pushLimit';

type Learned = BatchLimit & { readonly atMs: number };

/** First pause after the server had trouble, in milliseconds; doubled with each further time up to the second value. */
const PAUSE_MS = [2_000, 60_000] as const;

/**
 * How fast and in which portions this device pushes: what the way to the server was seen to carry, and until when the
 * server wants to be left alone. Times are of a monotonic clock, so that a wall clock set back pauses nothing for a day.
 */
export class Pace {
  #limit: BatchLimit;
  #failures = 0;
  #untilMs = 0;

  constructor(limit: BatchLimit = WIDEST) {
    this.#limit = limit;
  }

  /** How much one request may carry now. */
  get limit(): BatchLimit {
    return this.#limit;
  }

  /** True while the server wants to be left alone. */
  isPaused(nowMs: number = performance.now()): boolean {
    return nowMs < this.#untilMs;
  }

  /** Carries no more than this from now on. */
  narrow(limit: BatchLimit): void {
    this.#limit = narrower(this.#limit, limit);
  }

  /** The server had trouble. Waits as long as it asks (`Retry-After`), else longer each time; never all at once. */
  back(retryAfterMs = 0, nowMs: number = performance.now(), random: number = Math.random()): void {
    this.#failures += 1;
    const pauseMs = backOffMs(this.#failures, PAUSE_MS, random);
    // What the server asks for is spread, too, and never cut short.
    this.#untilMs = nowMs + Math.max(pauseMs, retryAfterMs * (1 + random / 10));
  }

  /** All went well, or a person asked to go on: no pause is left. */
  forward(): void {
    this.#failures = 0;
    this.#untilMs = 0;
  }
}

/** The pace of a profile, with the limit that it learned in its last lives. */
export async function openPace(db: XunzhiDatabase, nowMs: number): Promise<Pace> {
  const learned = (await db.meta.get(LIMIT))?.value as Learned | undefined;
  if (learned === undefined || Math.abs(nowMs - learned.atMs) > BELIEVED_MS) return new Pace();
  return new Pace({ events: learned.events, bytes: learned.bytes });
}

/** Learns that a batch was too much for the way, and remembers it for the next start. */
export async function learnLimit(db: XunzhiDatabase, pace: Pace, limit: BatchLimit, nowMs: number): Promise<void> {
  pace.narrow(limit);
  await db.meta.put({ key: LIMIT, value: { ...pace.limit, atMs: nowMs } satisfies Learned });
}
