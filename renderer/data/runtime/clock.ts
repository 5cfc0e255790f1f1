import { hlcWallMs, nextStamp, receiveStamp, type HlcStamp } from '#shared/kernel/hlc.ts';

/**
 * The worker's time. The real clock reads the system; an injected one (unpackaged builds only) stands still and steps
 * one second with each command that writes, so that two runs give the same documents.
 */
export class WorkerClock {
  #fixedMs: number | undefined;
  #last: HlcStamp | undefined;
  #serverOffsetMs: number | undefined;

  constructor(injected: string | null) {
    this.#fixedMs = injected === null ? undefined : Date.parse(injected);
  }

  /** Unix milliseconds now. */
  nowMs(): number {
    return this.#fixedMs ?? Date.now();
  }

  /** UTC ISO 8601 with milliseconds. */
  nowIso(): string {
    return new Date(this.nowMs()).toISOString();
  }

  /** A writing command begins: the injected clock moves one second. */
  step(): void {
    if (this.#fixedMs !== undefined) this.#fixedMs += 1000;
  }

  /** The stamp of the next own event. */
  stamp(): HlcStamp {
    this.#last = nextStamp(this.#last, this.nowMs());
    return this.#last;
  }

  /** Learns a stamp from another device or from the store at start. */
  receive(stamp: HlcStamp): void {
    this.#last = receiveStamp(this.#last, stamp, this.nowMs());
  }

  /** Starts after the last own event, however the wall clock stands: own stamps never go back. */
  resumeAfter(stamp: HlcStamp): void {
    if (this.#last === undefined || stamp > this.#last) this.#last = stamp;
  }

  /** True when the wall clock stands more than ten minutes before the last stamp this device wrote or followed. */
  isBehindOwnEvents(): boolean {
    return this.#last !== undefined && hlcWallMs(this.#last) - this.nowMs() > MAX_ISSUE_SKEW_MS;
  }

  /** Server time minus own time, when a server told it. */
  get serverOffsetMs(): number | undefined {
    return this.#serverOffsetMs;
  }

  /** Notes the server's time of an answer. */
  learnServerTime(serverMs: number): void {
    this.#serverOffsetMs = serverMs - this.nowMs();
  }
}

/** Issuing is refused beyond this difference between own and server clock. */
export const MAX_ISSUE_SKEW_MS = 10 * 60 * 1000;
