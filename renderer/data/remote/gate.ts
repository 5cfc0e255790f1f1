import { RemoteProblem } from './problem.ts';

/** CouchDB closes an account for this long after five wrong passwords; it does not say when it began. */
export const LOCKOUT_MS = 5 * 60 * 1000;

/** What must outlive a restart, by account: whose kept password the server refused, and until when accounts are closed. */
export type GateState = {
  readonly refused: readonly string[];
  /** ISO instants. */
  readonly locked: Readonly<Record<string, string>>;
};

/** How the gate reaches the rest of the worker. */
export type GateParts = {
  readonly nowMs: () => number;
  /** The header of the signed-in person, whose password the server once took. */
  readonly inUse: () => string | undefined;
  readonly save: (state: GateState) => Promise<void>;
  /** A closed account may be asked again and its password was not refused: sync goes on. */
  readonly onOpen: () => void;
};

/**
 * Stands before every request with a password. What the server refused is not sent again until somebody types it: six
 * wrong ones close the account for a whole office. A closed account is not asked before its time is over.
 */
export class PasswordGate {
  readonly #parts: GateParts;
  readonly #refusedHeaders = new Set<string>();
  /** Typed and not yet answered. */
  readonly #typed = new Set<string>();
  #refused: ReadonlySet<string>;
  #locked: ReadonlyMap<string, number>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: GateParts, state: GateState | undefined) {
    this.#parts = parts;
    this.#refused = new Set(state?.refused);
    this.#locked = new Map(Object.entries(state?.locked ?? {}).map(([user, until]) => [user, Date.parse(until)]));
  }

  /** Somebody typed this password: it may be sent once more, unless the account is closed. Throws a `RemoteProblem`. */
  typed(authorization: string): void {
    this.#assertOpen(authorization);
    this.#refusedHeaders.delete(authorization);
    this.#typed.add(authorization);
  }

  /** Throws a `RemoteProblem` instead of letting a request go that must not. */
  check(authorization: string): void {
    this.#assertOpen(authorization);
    if (this.#typed.has(authorization)) return;
    const isKept = authorization === this.#parts.inUse();
    if (this.#refusedHeaders.has(authorization) || (isKept && this.#refused.has(userOf(authorization))))
      throw this.#refusal(authorization);
  }

  /** Learns from an answer; throws a `RemoteProblem` when it was that the password is wrong or the account closed. */
  async learn(authorization: string, response: Response): Promise<void> {
    const user = userOf(authorization);
    if (response.ok && this.#typed.delete(authorization) && this.#refused.has(user)) {
      this.#refused = new Set([...this.#refused].filter((one) => one !== user));
      await this.#save();
    }
    if (response.status === 401) {
      this.#typed.delete(authorization);
      this.#refusedHeaders.add(authorization);
      if (authorization === this.#parts.inUse()) this.#refused = new Set([...this.#refused, user]);
      await this.#save();
      throw this.#refusal(authorization);
    }
    if (response.status === 403 && (await speaksOfLock(response))) {
      this.#locked = new Map(this.#locked).set(user, this.#parts.nowMs() + LOCKOUT_MS);
      await this.#save();
      this.#assertOpen(authorization);
    }
  }

  #refusal(authorization: string): RemoteProblem {
    return new RemoteProblem(authorization === this.#parts.inUse() ? 'password_changed' : 'wrong_password', 401);
  }

  #assertOpen(authorization: string): void {
    const user = userOf(authorization);
    const nowMs = this.#parts.nowMs();
    let untilMs = this.#locked.get(user) ?? 0;
    // The clock was set back: the time begins anew, or the account stayed closed for as long as the clock was wrong.
    if (untilMs - nowMs > LOCKOUT_MS) {
      untilMs = nowMs + LOCKOUT_MS;
      this.#locked = new Map(this.#locked).set(user, untilMs);
    }
    if (untilMs <= nowMs) return;
    this.#wakeIn(untilMs - nowMs);
    throw new RemoteProblem('account_locked', 403);
  }

  #wakeIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const kept = this.#parts.inUse();
      if (kept !== undefined && !this.#refusedHeaders.has(kept) && !this.#refused.has(userOf(kept)))
        this.#parts.onOpen();
    }, ms);
  }

  async #save(): Promise<void> {
    const nowMs = this.#parts.nowMs();
    this.#locked = new Map([...this.#locked].filter(([, untilMs]) => untilMs > nowMs));
    const locked = Object.fromEntries(
      [...this.#locked].map(([user, untilMs]) => [user, new Date(untilMs).toISOString()]),
    );
    await this.#parts.save({ refused: [...this.#refused], locked });
  }
}

/** What a request has to do with the gate. */
export type RequestGate = Pick<PasswordGate, 'typed' | 'check' | 'learn'>;

/** For the nested worker that reads pages: the data worker, which asks it, keeps the gate. */
export const NO_GATE: RequestGate = {
  typed: () => undefined,
  check: () => undefined,
  learn: () => Promise.resolve(),
};

/** The account in a Basic header. */
function userOf(authorization: string): string {
  const bytes = Uint8Array.from(atob(authorization.replace(/^Basic /, '')), (char) => char.charCodeAt(0));
  const text = new TextDecoder().decode(bytes);
  return text.slice(0, text.indexOf(':'));
}

async function speaksOfLock(response: Response): Promise<boolean> {
  const text = await response.clone().text();
  return /temporarily locked/i.test(text.slice(0, 500));
}
