import type { Context } from '../context.ts';
import { LivePolls, MOST_POLLS } from '../feed/live.ts';
import { pushEvents } from '../outbox/push.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import { Mutex } from '../runtime/mutex.ts';
import type { Profile } from '../session/session.ts';
import type { SignInProblem, SyncStatus } from '../status.ts';
import { isLocalFailure } from '../store/localFailure.ts';

import { syncRound, syncTick, type Turn } from './cycle.ts';
import { databasesOf } from './databases.ts';
import { ASKS_PERSON, LOCKED_FOR_MS, pauseAfter } from './pause.ts';
import { Rotation } from './rotation.ts';
import { showSyncStatus } from './status.ts';

/** Pause between ticks while all is well, in milliseconds. */
const IDLE_MS = 3_000;

/** When the loop goes on by itself: never (a person is asked first), or at a point of `performance.now()`. */
type Pause = { readonly problem: SignInProblem; readonly untilMs: number };

/**
 * The record lane: ticks while someone is signed in and a server is configured. Two databases are watched by long polls,
 * all others are read in turn. `kick` starts the next tick at once, and own events go up even beside a running one.
 */
export class SyncLoop {
  readonly #ctx: () => Context;
  readonly #remote: Remote | undefined;
  readonly #rotation = new Rotation();
  readonly #live: LivePolls | undefined;
  readonly #pushing = new Mutex();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<SyncStatus> | undefined;
  #again = false;
  #failures = 0;
  #nextMs = IDLE_MS;
  #pause: Pause | undefined;
  #isStopped = false;

  constructor(ctx: () => Context, remote: Remote | undefined) {
    this.#ctx = ctx;
    this.#remote = remote;
    if (remote !== undefined)
      this.#live = new LivePolls({
        remote,
        since: async (db) => (await ctx().db.feeds.get(db))?.since,
        onNews: (db) => {
          this.#rotation.noteNews(db);
          this.kick();
        },
      });
  }

  /** Someone signed in or unlocked: earlier refusals of the password no longer count. */
  resume(): void {
    this.#pause = undefined;
    this.#failures = 0;
    this.#live?.stop(); // they may speak for somebody else
    this.kick();
  }

  /** Ends for good, with the store that it writes; what still runs may fail there and nobody needs to know. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#live?.stop();
  }

  /** Starts a tick now, or one more after the running one; own events need not wait for that. */
  kick(): void {
    if (this.#running === undefined) {
      this.#schedule(0);
      return;
    }
    this.#again = true;
    const { profile, authorization } = this.#ctx().session;
    if (profile !== undefined && authorization !== undefined && this.#pausedBy() === undefined)
      this.#push(profile, authorization).catch(() => undefined); // the running tick meets the same and tells it
  }

  /** Runs a whole round over all databases and answers with the status after it. */
  async now(): Promise<SyncStatus> {
    this.#failures = 0;
    if (this.#running !== undefined) await this.#running;
    return this.#go(true);
  }

  #schedule(afterMs: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#go(false).catch((error: unknown) => {
        if (!this.#isStopped) throw error;
      });
    }, afterMs);
  }

  #push(profile: Profile, authorization: string): Promise<unknown> {
    const remote = this.#remote;
    if (remote === undefined) return Promise.resolve();
    return this.#pushing.run(() => pushEvents(this.#ctx(), remote, authorization, profile.user));
  }

  async #go(isWhole: boolean): Promise<SyncStatus> {
    if (this.#running !== undefined) return this.#running;
    clearTimeout(this.#timer);
    this.#running = this.#once(isWhole);
    try {
      return await this.#running;
    } finally {
      this.#running = undefined;
      const again = this.#again;
      this.#again = false;
      const paused = this.#pausedBy();
      if (paused === undefined) this.#schedule(again ? 0 : this.#nextMs);
      else if (Number.isFinite(paused.untilMs)) this.#schedule(paused.untilMs - performance.now());
    }
  }

  #pausedBy(): Pause | undefined {
    if (this.#pause !== undefined && performance.now() >= this.#pause.untilMs) this.#pause = undefined;
    return this.#pause;
  }

  async #once(isWhole: boolean): Promise<SyncStatus> {
    const ctx = this.#ctx();
    const { profile, authorization } = ctx.session;
    const paused = this.#pausedBy();
    this.#nextMs = IDLE_MS;
    if (profile === undefined || authorization === undefined) this.#live?.stop();
    if (this.#remote === undefined) return showSyncStatus(ctx, 'offline', 'no_server');
    if (paused !== undefined) return showSyncStatus(ctx, 'offline', paused.problem, wallMs(paused));
    if (profile === undefined || authorization === undefined) return showSyncStatus(ctx, 'offline');
    const waiting = (await ctx.db.outbox.count()) + (await ctx.db.blobs.where('state').equals('waiting').count());
    if (waiting > 0 || this.#failures > 0) await showSyncStatus(ctx, 'syncing');
    try {
      const isFirstRound = await this.#work(ctx, this.#remote, profile, authorization, isWhole);
      this.#failures = 0;
      if (isFirstRound) this.#nextMs = 0;
      return await showSyncStatus(ctx, isFirstRound ? 'syncing' : 'in_sync');
    } catch (error) {
      return await this.#failed(ctx, error);
    }
  }

  async #work(
    ctx: Context,
    remote: Remote,
    profile: Profile,
    authorization: string,
    isWhole: boolean,
  ): Promise<boolean> {
    const turn: Turn = {
      rotation: this.#rotation,
      watched: this.#live?.watched ?? new Set(),
      push: () => this.#push(profile, authorization),
    };
    const tick = isWhole ? syncRound : syncTick;
    const end = await tick(ctx, remote, profile, authorization, turn);
    const all = await databasesOf(ctx, profile);
    if (ctx.session.authorization === authorization && !this.#isStopped) {
      const hottest = this.#rotation.hottest(all.slice(2), MOST_POLLS, performance.now());
      await this.#live?.watch(hottest, authorization);
    }
    return end?.isFirstRound ?? false;
  }

  async #failed(ctx: Context, error: unknown): Promise<SyncStatus> {
    this.#failures += 1;
    this.#live?.stop();
    const problem = problemOf(error);
    this.#nextMs = pauseAfter(this.#failures, problem, Math.random());
    if (ASKS_PERSON.has(problem)) this.#pause = { problem, untilMs: Infinity };
    if (problem === 'account_locked') this.#pause = { problem, untilMs: performance.now() + LOCKED_FOR_MS };
    if (!(error instanceof RemoteProblem))
      await ctx.report({ code: 'write_failed', subject: 'sync', detail: String(error) });
    return showSyncStatus(ctx, 'offline', problem, this.#pause && wallMs(this.#pause));
  }
}

/** What is neither a problem of the way nor of this computer is an answer nobody expected: the server's. */
function problemOf(error: unknown): SignInProblem {
  if (error instanceof RemoteProblem) return error.problem;
  return isLocalFailure(error) ? 'local_write' : 'server_error';
}

function wallMs({ untilMs }: Pause): number {
  return Date.now() + untilMs - performance.now();
}
