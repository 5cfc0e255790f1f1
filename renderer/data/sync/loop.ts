import type { Context } from '../context.ts';
import { RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import type { SignInProblem, SyncStatus } from '../status.ts';

import { syncRound } from './cycle.ts';
import { showSyncStatus } from './status.ts';

/** Pause between rounds while all is well, in milliseconds. */
const IDLE_MS = 3_000;
/** First pause after a failed round; doubled with each failure up to the last value. */
const BACK_OFF_MS = [2_000, 4_000, 8_000, 10_000] as const;

/** Problems that only a person can solve: no automatic retry, or wrong passwords would lock the account for an office. */
const ASKS_PERSON = new Set<SignInProblem>([
  'wrong_password',
  'password_changed',
  'account_locked',
  'no_role',
  'no_card',
]);

/** Goes round while someone is signed in and a server is configured; `kick` starts the next round at once. */
export class SyncLoop {
  readonly #ctx: () => Context;
  readonly #remote: Remote | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<SyncStatus> | undefined;
  #again = false;
  #failures = 0;
  /** What a person has to solve before the server is asked again. */
  #pausedBy: SignInProblem | undefined;
  #isStopped = false;

  constructor(ctx: () => Context, remote: Remote | undefined) {
    this.#ctx = ctx;
    this.#remote = remote;
  }

  /** Someone signed in or unlocked: earlier refusals of the password no longer count. */
  resume(): void {
    this.#pausedBy = undefined;
    this.#failures = 0;
    this.kick();
  }

  /** Ends for good, with the store that it writes; what still runs may fail there and nobody needs to know. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  /** Starts a round now, or one more after the running one. */
  kick(): void {
    if (this.#running !== undefined) this.#again = true;
    else this.#schedule(0);
  }

  /** Runs a round and answers with the status after it; joins a running one. */
  async now(): Promise<SyncStatus> {
    this.#failures = 0;
    if (this.#running !== undefined) await this.#running;
    return this.#round();
  }

  #schedule(afterMs: number): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#round().catch((error: unknown) => {
        if (!this.#isStopped) throw error;
      });
    }, afterMs);
  }

  async #round(): Promise<SyncStatus> {
    if (this.#running !== undefined) return this.#running;
    clearTimeout(this.#timer);
    this.#running = this.#once();
    try {
      return await this.#running;
    } finally {
      this.#running = undefined;
      if (this.#again) {
        this.#again = false;
        this.#schedule(0);
      } else if (this.#pausedBy === undefined) this.#schedule(this.#failures === 0 ? IDLE_MS : pause(this.#failures));
    }
  }

  async #once(): Promise<SyncStatus> {
    const ctx = this.#ctx();
    const { profile, authorization } = ctx.session;
    if (this.#remote === undefined) return showSyncStatus(ctx, 'offline', 'no_server');
    if (profile === undefined || authorization === undefined || this.#pausedBy !== undefined)
      return showSyncStatus(ctx, 'offline', this.#pausedBy);
    const waiting = (await ctx.db.outbox.count()) + (await ctx.db.blobs.where('state').equals('waiting').count());
    if (waiting > 0 || this.#failures > 0) await showSyncStatus(ctx, 'syncing');
    try {
      await syncRound(ctx, this.#remote, profile, authorization);
      this.#failures = 0;
      return await showSyncStatus(ctx, 'in_sync');
    } catch (error) {
      this.#failures += 1;
      const problem = error instanceof RemoteProblem ? error.problem : 'server_error';
      this.#pausedBy = ASKS_PERSON.has(problem) ? problem : undefined;
      if (!(error instanceof RemoteProblem))
        await ctx.report({ code: 'write_failed', subject: 'sync', detail: String(error) });
      return await showSyncStatus(ctx, 'offline', problem);
    }
  }
}

function pause(failures: number): number {
  const base = BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length) - 1] ?? IDLE_MS;
  return base * (0.75 + Math.random() / 2); // jitter: a whole office comes back at the same moment otherwise
}
