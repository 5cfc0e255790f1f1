import type { Context } from '../context.ts';
import type { Remote } from '../remote/remote.ts';
import { backOffMs } from '../runtime/backOff.ts';

import { GiveWay } from './giveWay.ts';
import { LanePass } from './lanePass.ts';
import { LaneProgress } from './laneProgress.ts';
import type { PassEnd } from './passEnd.ts';
import type { LaneMemory } from './passParts.ts';
import { LANE_PAUSE_MS, Setbacks } from './patience.ts';

/**
 * The lane of photos and documents: a loop of its own beside that of the records, so that a record never waits behind a
 * photo. The loop of the records kicks it after each good round, and it tries again by itself after a failure.
 */
export class PhotoLane {
  readonly #ctx: () => Context;
  readonly #remote: Remote | undefined;
  readonly #giveWay: GiveWay;
  readonly #progress: LaneProgress;
  readonly #memory: LaneMemory = {
    setbacks: new Setbacks(),
    asked: new Set(),
    cuts: new Map(),
  };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pass: LanePass | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;
  /** The server asked to be left alone until then. */
  #notBeforeMs = 0;
  #isClosed = false;

  constructor(ctx: () => Context, remote: Remote | undefined) {
    this.#ctx = ctx;
    this.#remote = remote;
    this.#giveWay = new GiveWay(ctx);
    this.#progress = new LaneProgress(() => ctx().db);
  }

  /** Someone typed a password or PIN: what was closed may be open, and nothing is held back any more. */
  resume(): void {
    this.#isClosed = false;
    this.hurry();
  }

  /** A person asks for it: without the pauses after failures, unless only a password can help. */
  hurry(): void {
    this.#notBeforeMs = 0;
    this.#failures = 0;
    this.#memory.setbacks.forget();
    this.kick();
  }

  /** Something may wait, and the server answers. */
  kick(): void {
    if (this.#isClosed) return;
    if (this.#pass !== undefined) this.#pass.refresh();
    else this.#schedule(Math.max(0, this.#notBeforeMs - Date.now()));
  }

  /** Goes along everything that waits, whatever was held back; resolves when nothing more can go now. */
  async now(): Promise<void> {
    await this.#running;
    this.#memory.setbacks.forget();
    await this.#go();
  }

  #schedule(afterMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#go().catch(() => undefined); // even the report of it failed: the store tells that by itself
    }, afterMs);
  }

  #go(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#once().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #once(): Promise<void> {
    const ctx = this.#ctx();
    const { profile, authorization } = ctx.session;
    if (this.#remote === undefined || profile === undefined || authorization === undefined || this.#isClosed) return;
    this.#pass = new LanePass({
      ctx,
      remote: this.#remote,
      authorization,
      user: profile.user,
      memory: this.#memory,
      giveWay: this.#giveWay,
      progress: this.#progress,
    });
    try {
      const end = await this.#pass.run();
      this.#pass = undefined;
      await this.#rest(end);
    } finally {
      this.#pass = undefined;
    }
  }

  async #rest(end: PassEnd): Promise<void> {
    if (end.is === 'closed') {
      this.#isClosed = true;
      await this.#progress.rest({ phase: 'stopped', problem: end.problem });
      return;
    }
    if (end.is === 'broken') await this.#ctx().report({ code: 'write_failed', subject: 'photos', detail: end.detail });
    this.#failures = end.is === 'dry' ? 0 : this.#failures + 1;
    const pauseMs = end.is === 'dry' ? await this.#untilNextMs() : pauseAfter(end, this.#failures);
    if (end.is === 'busy') this.#notBeforeMs = Date.now() + (pauseMs ?? 0);
    if (pauseMs !== undefined) this.#schedule(pauseMs);
    await this.#progress.rest({
      phase: pauseMs === undefined ? 'idle' : 'waiting',
      ...(end.is === 'offline' ? { problem: end.problem } : {}),
      ...(pauseMs === undefined ? {} : { retryAt: new Date(Date.now() + pauseMs).toISOString() }),
    });
  }

  /** When the first file that failed may go again. */
  async #untilNextMs(): Promise<number | undefined> {
    const keys = (await this.#ctx().db.blobs.where('state').equals('waiting').primaryKeys()) as readonly string[];
    const atMs = this.#memory.setbacks.nextAtMs(keys);
    return atMs === undefined ? undefined : Math.max(0, atMs - Date.now());
  }
}

function pauseAfter(end: PassEnd, failures: number): number {
  const told = end.is === 'busy' ? end.retryAfterMs : undefined;
  return Math.max(told ?? 0, backOffMs(failures, LANE_PAUSE_MS));
}
