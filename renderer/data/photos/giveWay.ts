import type { Context } from '../context.ts';

/** How long a photo waits at most for records before it, and how often it looks, in milliseconds. */
const [WAIT_MS, LOOK_MS] = [5_000, 40] as const;
/** How long a record may wait beside an upload that is on its way before that is cut, in milliseconds. */
const STARVED_MS = 8_000;
/** Somebody is at work for so long after a record was written, in milliseconds: the next one may come at any moment. */
const AT_WORK_MS = 600;
/** While somebody is at work the lane rests so many times as long as a file took, but no longer than this in milliseconds. */
const [RESTS, LONGEST_REST_MS] = [2, 2_000] as const;
/** How long the work after an upload waits at most for a record, in milliseconds. */
const AFTER_MS = 1_000;

/** An upload was cut because a record could not get past it. */
export class GaveWay extends Error {
  constructor() {
    super('gave way to a record');
    this.name = 'GaveWay';
  }
}

/**
 * Lets records pass before photos. An upload loads disk, line and server even for a record that passes it, so that the
 * lane also leaves room between files while somebody is at work. Records that do not move, whatever the reason, do not
 * hold photos for ever.
 */
export class GiveWay {
  readonly #ctx: () => Context;
  readonly #starvedMs: number;
  #stuck = 0;
  #lastTookMs = 0;

  constructor(ctx: () => Context, starvedMs: number = STARVED_MS) {
    this.#ctx = ctx;
    this.#starvedMs = starvedMs;
  }

  /** Resolves when no record is being written or waits that has a chance to go now, and the rest after the last file is over. */
  async wait(): Promise<void> {
    const startMs = performance.now();
    let waiting = await this.#waiting();
    while (performance.now() - startMs < this.#patienceMs(waiting)) {
      await pause(LOOK_MS);
      waiting = await this.#waiting();
    }
    this.#stuck = waiting;
  }

  /** Resolves when no record is on its way, for work that no person waits for: each question and write is in its way. */
  async aside(): Promise<void> {
    const untilMs = performance.now() + AFTER_MS;
    while (performance.now() < untilMs) {
      if (!this.#ctx().writing.isBusy && (await this.#waiting()) <= this.#stuck) return;
      await pause(LOOK_MS);
    }
  }

  /** Runs an upload that is cut (`GaveWay`) when a record waits beside it for long: on a slow line it takes all there is. */
  async beside<T>(mayCut: boolean, upload: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const cut = new AbortController();
    let sinceMs: number | undefined;
    const look = async (): Promise<void> => {
      const waits = (await this.#waiting()) > this.#stuck;
      sinceMs = waits ? (sinceMs ?? Date.now()) : undefined;
      if (mayCut && sinceMs !== undefined && Date.now() - sinceMs >= this.#starvedMs) cut.abort(new GaveWay());
    };
    const timer = setInterval(() => {
      look().catch(() => undefined); // the upload itself says what is wrong with the store
    }, 1_000);
    const startMs = performance.now();
    try {
      return await upload(cut.signal);
    } finally {
      this.#lastTookMs = performance.now() - startMs;
      clearInterval(timer);
    }
  }

  /** How long the next file waits in all, as things are now. */
  #patienceMs(waiting: number): number {
    if (waiting > this.#stuck || this.#ctx().writing.isBusy) return WAIT_MS;
    const isAtWork = this.#ctx().writing.idleMs < AT_WORK_MS;
    return isAtWork ? Math.min(RESTS * this.#lastTookMs, LONGEST_REST_MS) : 0;
  }

  async #waiting(): Promise<number> {
    const { db, session } = this.#ctx();
    const rows = db.outbox.where('state').equals('waiting');
    if (session.isCarrier) return rows.count();
    return rows.filter((row) => row.by === session.profile?.user).count();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
