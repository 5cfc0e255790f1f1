import { RemoteProblem } from '../remote/problem.ts';
import type { SignInProblem } from '../status.ts';

import type { BlobRefusal } from './serverAnswer.ts';

/** So many different files that fail one after the other mean the server, not the files. */
const FAILURES_IN_A_ROW = 3;
/** Problems after which nothing is sent until somebody types, or until a closed account opens. */
const ASKS_PERSON = new Set<SignInProblem>(['wrong_password', 'password_changed', 'account_locked']);

/** Why a pass ended. `dry`: nothing more can go now. `closed`: only a person can go on. */
export type PassEnd =
  | { readonly is: 'dry' }
  | { readonly is: 'offline'; readonly problem: SignInProblem }
  | { readonly is: 'busy'; readonly retryAfterMs: number | undefined }
  | { readonly is: 'closed'; readonly problem: SignInProblem }
  | { readonly is: 'broken'; readonly detail: string };

/** Watches whether a pass has to end. A closed account outweighs whatever else was said; otherwise the first word counts. */
export class PassWatch {
  #end: PassEnd | undefined;
  #failures = 0;

  get end(): PassEnd | undefined {
    return this.#end;
  }

  /** A file went through, or was refused for what it is: the server works. */
  works(): void {
    this.#failures = 0;
  }

  /** The server did not take a file; it may later. */
  failed(refusal: BlobRefusal): void {
    this.#failures += 1;
    if (isAboutAll(refusal) || this.#failures >= FAILURES_IN_A_ROW) this.pauseFor(refusal);
  }

  pauseFor({ code, retryAfterMs }: BlobRefusal): void {
    if (code === 'unauthorized') this.#end = { is: 'closed', problem: 'wrong_password' };
    else if (code === 'account_locked') this.#end = { is: 'closed', problem: 'account_locked' };
    else this.#end ??= { is: 'busy', retryAfterMs };
  }

  stopFor(error: unknown): void {
    if (error instanceof RemoteProblem)
      this.#end ??= { is: ASKS_PERSON.has(error.problem) ? 'closed' : 'offline', problem: error.problem };
    else this.#end ??= { is: 'broken', detail: String(error) };
  }
}

/** Answers that speak of the server or the account, not of a file. */
export function isAboutAll({ code, status, retryAfterMs }: BlobRefusal): boolean {
  const isBusy = status === 429 || status === 503 || retryAfterMs !== undefined;
  return code === 'unauthorized' || code === 'account_locked' || isBusy;
}
