import type { z } from 'zod';

import type { PortClient } from '../port.ts';

import type { RequestGate } from './gate.ts';
import { problemOfNetError, problemOfStatus, RemoteProblem } from './problem.ts';

/** How long one request may take before it is cut, in milliseconds. */
const REQUEST_WITHIN_MS = 30_000;

/** What a request to the server may carry beside its path. */
export type RemoteRequest = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  readonly authorization?: string | undefined;
  readonly withinMs?: number;
  /** Lets go of the request before its deadline; it then fails as one without an answer does. */
  readonly signal?: AbortSignal;
};

/** The configured server over HTTP: Basic header, never a cookie, never the HTTP cache. */
export class Remote {
  readonly #port: PortClient;
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Stands before every request with a password. */
  readonly gate: RequestGate;

  constructor(port: PortClient, url: string, gate: RequestGate) {
    this.#port = port;
    this.url = url;
    this.gate = gate;
  }

  /** One request; any HTTP answer comes back, a failed one throws a `RemoteProblem` with the cause main saw. */
  async fetch(path: string, request: RemoteRequest = {}): Promise<Response> {
    const { method = 'GET', body, authorization, withinMs = REQUEST_WITHIN_MS, signal } = request;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (authorization !== undefined) headers['authorization'] = authorization;
    if (body !== undefined) headers['content-type'] = 'application/json';
    return this.guarded(
      `${this.url}${path}`,
      {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal: within(withinMs, signal) }),
      },
      withinMs,
    );
  }

  /**
   * `fetch` for any request to this server with the safety rules of sync; used by PouchDB and the photo lane too. A
   * refused password and a closed account throw a `RemoteProblem`, and nothing more is sent until somebody types.
   * A signal of the caller's own takes the place of the deadline.
   */
  async guarded(url: string, init: RequestInit, withinMs: number = REQUEST_WITHIN_MS): Promise<Response> {
    const authorization = new Headers(init.headers).get('authorization');
    const send = (): Promise<Response> => this.#reach(url, init, withinMs);
    return authorization === null ? send() : this.throughGate(authorization, send);
  }

  /** The rules for passwords around a request that may go another way than `fetch`; its failures are the caller's. */
  async throughGate(authorization: string, send: () => Promise<Response>): Promise<Response> {
    this.gate.check(authorization);
    const response = await send();
    await this.gate.learn(authorization, response);
    return response;
  }

  async #reach(url: string, init: RequestInit, withinMs: number): Promise<Response> {
    try {
      return await fetch(url, {
        // Without a cache mode: with one, Chromium asks for permission (CORS) before every single request. Main has
        // switched the HTTP cache off, so nothing is kept all the same.
        ...init,
        credentials: 'omit',
        redirect: 'error',
        signal: init.signal ?? AbortSignal.timeout(withinMs),
      });
    } catch (error) {
      throw await this.problemBehind(error, url);
    }
  }

  /** Why a request to this server failed without an answer, as main saw it. */
  async problemBehind(error: unknown, url: string): Promise<RemoteProblem> {
    if (error instanceof DOMException && error.name === 'TimeoutError') return new RemoteProblem('timeout');
    const { outcome } = await this.#port.call('net.outcome', { url });
    if (outcome.is === 'error') return new RemoteProblem(problemOfNetError(outcome.code), undefined, outcome.code);
    // The stack got an answer and yet the page may not read it: the server does not allow our origin.
    if (outcome.is === 'status') return new RemoteProblem('no_cors', outcome.status);
    return new RemoteProblem('unreachable');
  }

  /** One request whose answer must be JSON with a good status; otherwise throws a `RemoteProblem` with the status. */
  async json(path: string, request: RemoteRequest = {}): Promise<unknown> {
    const response = await this.fetch(path, request);
    if (!response.ok) {
      const detail = (await response.text()).slice(0, 200);
      throw new RemoteProblem(problemOfStatus(response.status, detail), response.status, detail);
    }
    try {
      return (await response.json()) as unknown;
    } catch {
      throw new RemoteProblem('not_couchdb', response.status);
    }
  }

  /** The same for an answer of a known shape; another one is the server's fault. */
  async read<T>(shape: z.ZodType<T>, path: string, request: RemoteRequest = {}): Promise<T> {
    const answer = shape.safeParse(await this.json(path, request));
    if (!answer.success)
      throw new RemoteProblem('server_error', undefined, `${path}: ${answer.error.message}`.slice(0, 200));
    return answer.data;
  }
}

/** A signal that ends at the deadline or with `other`, whichever comes first (`AbortSignal.any` is too new). */
function within(withinMs: number, other: AbortSignal): AbortSignal {
  const deadline = AbortSignal.timeout(withinMs);
  const joined = new AbortController();
  for (const signal of [deadline, other])
    signal.addEventListener('abort', () => {
      joined.abort(signal.reason);
    });
  if (other.aborted) joined.abort(other.reason);
  return joined.signal;
}
