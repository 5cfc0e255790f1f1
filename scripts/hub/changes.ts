import type { IncomingMessage, ServerResponse } from 'node:http';

import { badRequest, Refusal, sendJson } from './http.ts';
import type { HubState } from './state.ts';
import type { Storage } from './storage.ts';

const DEFAULT_TIMEOUT_MS = 60_000;

type Row = {
  readonly id: string;
  readonly seq: number | string;
  readonly changes: readonly { readonly rev: string }[];
};
type Answer = { readonly results: readonly Row[]; readonly last_seq: string; readonly pending: number };
type Options = {
  readonly since: number;
  readonly limit: number | undefined;
  readonly style: 'main_only' | 'all_docs';
  readonly include_docs: boolean;
  readonly attachments: boolean;
  readonly conflicts: boolean;
  readonly descending: boolean;
  readonly doc_ids: string[] | undefined;
};

/** Answers `_changes`, once or as a long poll. Sequences are opaque texts, as CouchDB's are. */
export class Changes {
  readonly #storage: Storage;
  readonly #state: HubState;
  readonly #waiting = new Set<() => void>();

  constructor(storage: Storage, state: HubState) {
    this.#storage = storage;
    this.#state = state;
  }

  async answer(
    name: string,
    query: URLSearchParams,
    body: Record<string, unknown>,
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<void> {
    const feed = query.get('feed') ?? 'normal';
    if (feed !== 'normal' && feed !== 'longpoll') throw new Refusal(501, 'not_implemented', `feed=${feed}`);
    const filter = query.get('filter');
    if (filter !== null && filter !== '_doc_ids') throw new Refusal(501, 'not_implemented', `filter=${filter}`);
    const options = await this.#optionsOf(name, query, body);
    let answer = await this.#read(name, options);
    if (feed === 'longpoll' && answer.results.length === 0) {
      const stop = keepAlive(query, res);
      await this.#news(name, query, req);
      if (this.#state.has(name)) answer = await this.#read(name, options);
      stop();
    }
    if (!res.headersSent) sendJson(res, 200, answer);
    else res.end(`${JSON.stringify(answer)}\n`);
  }

  /** Ends every long poll, so that the server can close. */
  close(): void {
    for (const wake of this.#waiting) wake();
  }

  async #read(name: string, options: Options): Promise<Answer> {
    const { limit, doc_ids, ...rest } = options;
    const database = this.#storage.database(name);
    // PouchDB takes limit 0 for 1; CouchDB does the same.
    const read = await database.changes({
      ...rest,
      ...(limit !== undefined && { limit: Math.max(limit, 1) }),
      ...(doc_ids !== undefined && { doc_ids }),
    });
    const results = read.results as unknown as Row[];
    const last = Number(read.last_seq);
    const isPage = limit !== undefined && results.length >= limit && !options.descending;
    const pending = isPage ? Number((await database.info()).update_seq) - last : 0;
    return {
      results: results.map((row) => ({ ...row, seq: this.sequence(name, Number(row.seq)) })),
      last_seq: this.sequence(name, last),
      pending,
    };
  }

  /** The text of a sequence. */
  sequence(name: string, seq: number): string {
    return `${String(seq)}-${this.#state.suffix(name)}`;
  }

  async #optionsOf(name: string, query: URLSearchParams, body: Record<string, unknown>): Promise<Options> {
    const flag = (key: string): boolean => query.get(key) === 'true';
    const limit = query.get('limit');
    const since = query.get('since') ?? '0';
    const named = query.get('doc_ids');
    const docIds = body['doc_ids'] ?? (named === null ? undefined : (JSON.parse(named) as unknown));
    if (limit !== null && !/^\d+$/.test(limit)) throw badRequest('invalid limit');
    return {
      since: since === 'now' ? Number((await this.#storage.database(name).info()).update_seq) : numberOf(since),
      limit: limit === null ? undefined : Number(limit),
      style: query.get('style') === 'all_docs' ? 'all_docs' : 'main_only',
      include_docs: flag('include_docs'),
      attachments: flag('attachments'),
      conflicts: flag('conflicts'),
      descending: flag('descending'),
      doc_ids: Array.isArray(docIds) ? (docIds as string[]) : undefined,
    };
  }

  #news(name: string, query: URLSearchParams, req: IncomingMessage): Promise<void> {
    const timeoutMs = query.has('heartbeat')
      ? undefined
      : Math.min(Number(query.get('timeout') ?? DEFAULT_TIMEOUT_MS), DEFAULT_TIMEOUT_MS);
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.#storage.written.off(name, wake);
        req.socket.off('close', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = timeoutMs === undefined ? undefined : setTimeout(wake, timeoutMs);
      this.#storage.written.on(name, wake);
      req.socket.on('close', wake);
      this.#waiting.add(wake);
    });
  }
}

function numberOf(since: string): number {
  const digits = /^"?(\d+)/.exec(since)?.[1];
  if (digits === undefined) throw badRequest("Malformed sequence supplied in 'since' parameter.");
  return Number(digits);
}

/** Sends line ends while a long poll waits, when asked for; returns how to stop. */
function keepAlive(query: URLSearchParams, res: ServerResponse): () => void {
  const asked = query.get('heartbeat');
  if (asked === null) return () => undefined;
  res.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'must-revalidate' });
  const timer = setInterval(
    () => {
      res.write('\n');
    },
    asked === 'true' ? DEFAULT_TIMEOUT_MS : Math.max(Number(asked), 100),
  );
  return () => {
    clearInterval(timer);
  };
}
