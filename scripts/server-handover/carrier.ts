import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import type { ServerClient } from '../server-setup/client.ts';

import { carryCase, sumOf, type Carried } from './carry.ts';

/** How many changes one request reads. */
const PAGE = 500;
/** The first year a case can be of. */
const FIRST_YEAR = 2024;

type Change = { readonly id: string; readonly doc?: { readonly type?: unknown; readonly stream?: unknown } | null };
type Page = { readonly results: readonly Change[]; readonly last_seq: string | number };

/**
 * Looks for cases that were handed over and carries them. Stays useful between runs: it goes on reading where it stopped,
 * and visits every case again, because the giver's devices may bring what they did offline. A fresh one reads everything.
 */
export class HandoverCarrier {
  readonly #client: ServerClient;
  readonly #since = new Map<string, string>();
  /** Streams of cases that were handed over, with the database that says so. */
  readonly #found = new Map<string, string>();

  constructor(client: ServerClient) {
    this.#client = client;
  }

  /** How many cases are known to have been handed over, or claimed to be. */
  get cases(): number {
    return this.#found.size;
  }

  /** One run over all organisations. */
  async run(nowMs: number): Promise<Carried> {
    for (const db of await this.#databases(nowMs)) await this.#read(db);
    let total: Carried = { records: 0, files: 0, waiting: [], problems: [] };
    for (const [stream, db] of this.#found) total = sumOf(total, await carryCase(this.#client, stream, db));
    return total;
  }

  async #databases(nowMs: number): Promise<readonly string[]> {
    const range = 'startkey=%22org:%22&endkey=%22org;%22';
    const { body } = await this.#client.expect([200], 'GET', `/bureau/_all_docs?${range}`);
    const orgs = (body as { rows: readonly { id: string }[] }).rows.map(({ id }) => id.slice('org:'.length));
    const years = Array.from({ length: chinaYearOf(nowMs) - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
    return orgs.flatMap((org) => years.map((year) => `case-${org}-${String(year)}`));
  }

  /** Not every organisation has a database of every year. */
  async #read(db: string): Promise<void> {
    for (;;) {
      const since = encodeURIComponent(this.#since.get(db) ?? '0');
      const path = `/${db}/_changes?include_docs=true&limit=${String(PAGE)}&since=${since}`;
      const answer = await this.#client.expect([200, 404], 'GET', path);
      if (answer.status === 404) return;
      const page = answer.body as Page;
      for (const { doc } of page.results)
        if (doc?.type === 'case.handedOver' && typeof doc.stream === 'string') this.#found.set(doc.stream, db);
      this.#since.set(db, String(page.last_seq));
      if (page.results.length < PAGE) return;
    }
  }
}
