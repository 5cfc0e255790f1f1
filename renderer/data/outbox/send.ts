import PouchDB from 'pouchdb-core';

import type { EventEnvelope } from '#shared/events/envelope.ts';

import { problemOfStatus, RemoteProblem } from '../remote/problem.ts';
import type { Remote } from '../remote/remote.ts';
import { retryAfterMs } from '../remote/retryAfter.ts';

import type { DocumentAnswer } from './judge.ts';

/** What the server said to a batch as a whole, or document by document. */
export type SendAnswer =
  /** `isWhole`: a quorum of the nodes has what it accepted (201); after a 202 nobody knows. */
  | { readonly is: 'results'; readonly isWhole: boolean; readonly answers: readonly DocumentAnswer[] }
  | { readonly is: 'too_large' }
  | { readonly is: 'unclean'; readonly reason: string }
  | { readonly is: 'database_closed' | 'database_missing'; readonly reason: string };

/** The server is busy or in trouble; `retryAfterMs` is how long it wants to be left alone, 0 when it does not say. */
export class BusyServer extends RemoteProblem {
  readonly retryAfterMs: number;
  constructor(status: number | undefined, detail: string, retryAfterMs: number) {
    super('server_error', status, detail);
    this.name = 'BusyServer';
    this.retryAfterMs = retryAfterMs;
  }
}

type Heard = { status: number | undefined; retryAfter: string | null };
type Failure = { readonly error?: string; readonly reason?: string; readonly message?: string };

/**
 * Sends a batch as ordinary CouchDB documents, without `_rev`. Throws a `RemoteProblem` when nothing was said of the
 * documents: no answer, an answer that is cut short, a server in trouble, a password that is not right any more.
 */
export async function sendEvents(
  remote: Remote,
  authorization: string,
  db: string,
  events: readonly EventEnvelope[],
): Promise<SendAnswer> {
  const heard: Heard = { status: undefined, retryAfter: null };
  const target = new PouchDB<EventEnvelope>(`${remote.url}/${db}`, {
    adapter: 'http',
    skip_setup: true,
    fetch: async (url, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', authorization);
      const response = await remote.guarded(typeof url === 'string' ? url : url.url, { ...init, headers });
      heard.status = response.status;
      heard.retryAfter = response.headers.get('retry-after');
      return response;
    },
  });
  try {
    const answers = (await target.bulkDocs(events.map((event) => ({ ...event })))) as unknown;
    if (!Array.isArray(answers)) throw new BusyServer(heard.status, 'no list of answers', 0);
    return { is: 'results', isWhole: heard.status !== 202, answers: answers as readonly DocumentAnswer[] };
  } catch (error) {
    if (error instanceof RemoteProblem) throw error;
    return meaningOf(heard, error as Failure);
  } finally {
    await target.close();
  }
}

/**
 * What a bad status means. Only CouchDB's own words (`error` and `reason`) say something of documents or databases: a
 * proxy's page with the same status does not. The one exception is 413, which proxies answer with a page of their own.
 */
function meaningOf({ status, retryAfter }: Heard, failure: Failure): SendAnswer {
  const isServers = failure.error !== undefined && failure.reason !== undefined;
  const reason = (failure.reason ?? failure.message ?? '').slice(0, 500);
  if (status === 413) return { is: 'too_large' };
  if (status === 401) throw new RemoteProblem('wrong_password', status, reason);
  if (isServers && status === 400) return { is: 'unclean', reason };
  if (isServers && status === 404) return { is: 'database_missing', reason };
  if (isServers && status === 403) {
    // Too many wrong passwords from this office are answered with 403, too: no event is to blame for that.
    if (problemOfStatus(status, reason) === 'account_locked') throw new RemoteProblem('account_locked', status, reason);
    return { is: 'database_closed', reason };
  }
  throw new BusyServer(status, reason, retryAfterMs(retryAfter) ?? 0);
}
