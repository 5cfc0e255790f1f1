/** How many databases one tick visits at most: bounds the requests of a tick however many organisations there are. */
export const VISITS_PER_TICK = 8;
/** A database that a long poll watches is looked into all the same now and then, in milliseconds. */
const WATCHED_EVERY_MS = 60_000;
/** A database that is not there or closed to this account is tried again after this, in milliseconds. */
const ABSENT_FOR_MS = 300_000;
/** How long news make a database one of those where news matter, in milliseconds. */
const ACTIVE_FOR_MS = 600_000;

/** What a visit found: rows that were new, nothing, or no database to read. */
export type VisitEnd = 'news' | 'nothing' | 'absent';

type Known = { readonly visitedMs: number; readonly activeMs: number; readonly isAbsent: boolean };

/**
 * Whose turn it is. Databases never visited come first, in the order of their weight; then the one that was not visited
 * for longest. What a long poll watches is left out until it reports news.
 */
export class Rotation {
  readonly #known = new Map<string, Known>();
  readonly #news = new Set<string>();

  /** A long poll reported something new in this database: it is next. */
  noteNews(db: string): void {
    this.#news.add(db);
  }

  /** A visit is over. */
  noteVisit(db: string, end: VisitEnd, nowMs: number): void {
    const activeMs = end === 'news' ? nowMs : (this.#known.get(db)?.activeMs ?? 0);
    this.#known.set(db, { visitedMs: nowMs, activeMs, isAbsent: end === 'absent' });
    this.#news.delete(db);
  }

  /** The databases to visit now, the most urgent first; `all` are in the order of their weight. */
  next(all: readonly string[], watched: ReadonlySet<string>, nowMs: number): readonly string[] {
    const due = all.filter((db) => this.#news.has(db) || this.#isDue(db, watched, nowMs));
    return due.sort((a, b) => this.#rank(a) - this.#rank(b)).slice(0, VISITS_PER_TICK);
  }

  /** True when a visit not long ago found no database there, or one that is closed to this account. */
  isAbsent(db: string, nowMs: number): boolean {
    const known = this.#known.get(db);
    return known?.isAbsent === true && nowMs - known.visitedMs < ABSENT_FOR_MS;
  }

  /** True while databases wait for their first visit. */
  isFirstRound(all: readonly string[]): boolean {
    return all.some((db) => !this.#known.has(db));
  }

  /** The `count` databases where news matter most: those with news lately, then those of most weight. */
  hottest(all: readonly string[], count: number, nowMs: number): readonly string[] {
    const active = (db: string): number => {
      const atMs = this.#known.get(db)?.activeMs ?? 0;
      return nowMs - atMs < ACTIVE_FOR_MS ? atMs : 0;
    };
    const there = all.filter((db) => this.#known.get(db)?.isAbsent === false);
    return there.sort((a, b) => active(b) - active(a)).slice(0, count);
  }

  #isDue(db: string, watched: ReadonlySet<string>, nowMs: number): boolean {
    const known = this.#known.get(db);
    if (known === undefined) return true;
    const agoMs = nowMs - known.visitedMs;
    if (known.isAbsent) return agoMs >= ABSENT_FOR_MS;
    return !watched.has(db) || agoMs >= WATCHED_EVERY_MS;
  }

  #rank(db: string): number {
    if (this.#news.has(db)) return -1;
    return this.#known.get(db)?.visitedMs ?? 0;
  }
}
