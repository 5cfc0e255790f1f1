import type { SignInProblem } from '../status.ts';

/** A request to the server that did not give an answer to work with, and why in the user's terms. */
export class RemoteProblem extends Error {
  readonly problem: SignInProblem;
  readonly status: number | undefined;
  constructor(problem: SignInProblem, status?: number, detail = '') {
    super(`${problem}${status === undefined ? '' : ` ${String(status)}`} ${detail}`);
    this.name = 'RemoteProblem';
    this.problem = problem;
    this.status = status;
  }
}

/** The problem behind a network error code of Chromium (`net::ERR_…`). */
export function problemOfNetError(code: string): SignInProblem {
  if (/ERR_(CERT|SSL|BAD_SSL|TLS)/.test(code)) return 'tls_error';
  if (code.includes('NAME_NOT_RESOLVED')) return 'name_not_found';
  if (code.includes('TIMED_OUT')) return 'timeout';
  return 'unreachable';
}

/** The problem behind an HTTP status of the server with its reason; a 403 speaks of the account only when it is locked. */
export function problemOfStatus(status: number, reason: string): SignInProblem {
  if (status === 401) return 'wrong_password';
  if (status === 403 && /lock/i.test(reason)) return 'account_locked';
  return 'server_error';
}
