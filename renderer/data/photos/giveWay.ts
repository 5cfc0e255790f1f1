import type { Context } from '../context.ts';

/** How long a photo waits at most for records before it, and how often it looks, in milliseconds. */
const [WAIT_MS, LOOK_MS] = [5_000, 40] as const;
/** How long a record may wait beside an upload that is on its way before that is cut, in milliseconds. */
const STARVED_MS = 8_000;

/** An upload was cut because a record could not get past it. */
export class GaveWay extends Error {
  constructor() {
    super('gave way to a record');
    this.name = 'GaveWay';
  }
}

/** Lets records pass before photos. Records that do not move, whatever the reason, do not hold photos for ever. */
export class GiveWay {
  readonly #ctx: () => Context;
  #stuck = 0;

  constructor(ctx: () => Context) {
    this.#ctx = ctx;
  }

  /** Resolves when no record waits that has a chance to go now. */
  async wait(): Promise<void> {
    const untilMs = Date.now() + WAIT_MS;
    let waiting = await this.#waiting();
    while (waiting > this.#stuck && Date.now() < untilMs) {
      await pause(LOOK_MS);
      waiting = await this.#waiting();
    }
    this.#stuck = waiting;
  }

  /** Runs an upload that is cut (`GaveWay`) when a record waits beside it for long: on a slow line it takes all there is. */
  async beside<T>(mayCut: boolean, upload: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const cut = new AbortController();
    let sinceMs: number | undefined;
    const look = async (): Promise<void> => {
      const waits = (await this.#waiting()) > this.#stuck;
      sinceMs = waits ? (sinceMs ?? Date.now()) : undefined;
      if (mayCut && sinceMs !== undefined && Date.now() - sinceMs >= STARVED_MS) cut.abort(new GaveWay());
    };
    const timer = setInterval(() => {
      look().catch(() => undefined); // the upload itself says what is wrong with the store
    }, 1_000);
    try {
      return await upload(cut.signal);
    } finally {
      clearInterval(timer);
    }
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
