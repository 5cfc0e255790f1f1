import { backOffMs } from '../runtime/backOff.ts';
import type { SignInProblem } from '../status.ts';

/** First pause after a failed round and the longest one, in milliseconds; doubled with each failure in between. */
const OUT_OF_REACH_MS = [2_000, 10_000] as const;
/** The same for a server that answers but cannot serve (429, 5xx): every retry of a whole bureau adds to its load. */
const OVERLOADED_MS = [3_000, 60_000] as const;
/** How long CouchDB keeps an account locked after too many wrong passwords, in milliseconds. */
export const LOCKED_FOR_MS = 300_000;

/** Problems that only a person can solve: no automatic retry, or wrong passwords would lock the account for an office. */
export const ASKS_PERSON: ReadonlySet<SignInProblem> = new Set([
  'wrong_password',
  'password_changed',
  'no_role',
  'no_card',
]);

/** How long to wait after `failures` failed rounds in a row, in milliseconds; `share` as in `backOffMs`. */
export function pauseAfter(failures: number, problem: SignInProblem, share: number): number {
  return backOffMs(failures, problem === 'server_error' ? OVERLOADED_MS : OUT_OF_REACH_MS, share);
}
