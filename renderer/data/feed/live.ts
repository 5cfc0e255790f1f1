import { z } from 'zod';

import type { Remote } from '../remote/remote.ts';

/** Six open requests to a host are all Chromium allows: two may wait for news, the others stay free for work. */
export const MOST_POLLS = 2;
/** How long the server may keep a poll open, in milliseconds: below the 30 to 60 s after which proxies cut. */
const POLL_MS = 25_000;
/** A poll that came back empty before this share of its time was cut by somebody in between. */
const CUT_BEFORE = 0.8;
/** So many polls cut in a row say that they do not work here. */
const CUTS_UNTIL_PAUSE = 3;
/** How long a server behind such a proxy is polled plainly, in milliseconds, before long polls are tried again. */
const PAUSE_MS = 600_000;
/** A poll that reports news although nothing could be read since is opened again only after this, in milliseconds. */
const SAME_NEWS_MS = 3_000;

const answerShape = z.looseObject({ results: z.array(z.unknown()) });

/** What long polls need to know of the outside. `pollMs` only for tests of the cutting. */
export type LivePollsOptions = {
  readonly remote: Remote;
  readonly since: (db: string) => Promise<string | undefined>;
  readonly onNews: (db: string) => void;
  readonly nowMs?: () => number;
  readonly pollMs?: number;
};

/**
 * At most two open `_changes?feed=longpoll`: news of these databases arrive at once. They only tell that there is
 * something; reading it is the feed's. After several polls cut early it pauses, and the databases are polled plainly.
 */
export class LivePolls {
  readonly #options: LivePollsOptions;
  readonly #open = new Map<string, AbortController>();
  readonly #newsAt = new Map<string, { readonly since: string; readonly ms: number }>();
  #cuts = 0;
  #pausedUntilMs = 0;

  constructor(options: LivePollsOptions) {
    this.#options = options;
  }

  /** The databases that are watched now. */
  get watched(): ReadonlySet<string> {
    return new Set(this.#open.keys());
  }

  /** Watches these databases, at most two, from where their feed stands; lets go of others. */
  async watch(databases: readonly string[], authorization: string): Promise<void> {
    const wanted = this.#now() < this.#pausedUntilMs ? [] : databases.slice(0, MOST_POLLS);
    const unwanted = [...this.#open].filter(([db]) => !wanted.includes(db));
    for (const [db, poll] of unwanted) this.#end(db, poll);
    if (unwanted.length > 0) return; // the server must have let go of them before it is asked for others
    for (const db of wanted) {
      const since = await this.#options.since(db);
      if (since === undefined || this.#open.has(db) || this.#open.size >= MOST_POLLS) continue;
      const last = this.#newsAt.get(db);
      if (last?.since === since && this.#now() - last.ms < SAME_NEWS_MS) continue;
      void this.#poll(db, since, authorization);
    }
  }

  /** Closes every poll: nobody is signed in any more, or the server cannot be used. */
  stop(): void {
    for (const [db, poll] of this.#open) this.#end(db, poll);
  }

  #end(db: string, poll: AbortController): void {
    this.#open.delete(db);
    poll.abort();
  }

  async #poll(db: string, since: string, authorization: string): Promise<void> {
    const poll = new AbortController();
    this.#open.set(db, poll);
    for (;;) {
      const end = await this.#ask(db, since, authorization, poll.signal);
      if (poll.signal.aborted) return;
      if (end === 'nothing') {
        this.#cuts = 0;
        continue;
      }
      this.#open.delete(db);
      if (end === 'cut') {
        this.#cuts += 1;
        if (this.#cuts < CUTS_UNTIL_PAUSE) return;
        this.#cuts = 0;
        this.#pausedUntilMs = this.#now() + PAUSE_MS;
        this.stop();
        return;
      }
      if (end === 'news') {
        this.#cuts = 0;
        this.#newsAt.set(db, { since, ms: this.#now() });
        this.#options.onNews(db);
      }
      return;
    }
  }

  /** `closed`: the server has an answer of its own, which the next visit will meet; that is no proxy's cut. */
  async #ask(
    db: string,
    since: string,
    authorization: string,
    signal: AbortSignal,
  ): Promise<'news' | 'nothing' | 'cut' | 'closed'> {
    const pollMs = this.#options.pollMs ?? POLL_MS;
    const query = new URLSearchParams({ feed: 'longpoll', limit: '1', timeout: String(pollMs), since });
    const askedMs = this.#now();
    try {
      const path = `/${db}/_changes?${query.toString()}`;
      const response = await this.#options.remote.fetch(path, { authorization, signal, withinMs: pollMs + 10_000 });
      if (!response.ok) return response.status >= 500 ? 'cut' : 'closed';
      const answer = answerShape.safeParse(await response.json());
      if (!answer.success) return 'cut';
      if (answer.data.results.length > 0) return 'news';
      return this.#now() - askedMs < pollMs * CUT_BEFORE ? 'cut' : 'nothing';
    } catch {
      return 'cut'; // a server that is gone is found, and told, by the next visit
    }
  }

  #now(): number {
    return this.#options.nowMs?.() ?? performance.now();
  }
}
