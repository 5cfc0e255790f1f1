import { join } from 'node:path';

import type { Database } from '../../../scripts/hub/pouch.ts';
import type { ServerAccount } from '../../fixtures/server.ts';
import { StockPouch } from '../../fixtures/stockPouch.ts';

type Replica = Database & { readonly replicate: { readonly from: (source: Database) => Promise<unknown> } };

/** What a reader brought and how long it took. */
export type Reading = { readonly ids: readonly string[]; readonly bytes: number; readonly ms: number };

/** The least that must be read: pages of `_changes` with their documents, one after the other, into memory. */
export async function readPages(account: ServerAccount, db: string): Promise<Reading> {
  const startedMs = performance.now();
  const ids: string[] = [];
  let bytes = 0;
  for (let since = '0'; ;) {
    const query = new URLSearchParams({ include_docs: 'true', limit: '500', since });
    const response = await fetch(`${account.url}/${db}/_changes?${query.toString()}`, {
      headers: { authorization: account.authorization },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${db}: ${String(response.status)} ${text.slice(0, 200)}`);
    bytes += Buffer.byteLength(text);
    const page = JSON.parse(text) as { results: { id: string }[]; last_seq: string | number };
    ids.push(...page.results.map(({ id }) => id));
    since = String(page.last_seq);
    if (page.results.length < 500) return { ids: ids.filter(isRecord), bytes, ms: performance.now() - startedMs };
  }
}

/** PouchDB as it comes, replicating into LevelDB in a new folder. */
export async function replicateStock(account: ServerAccount, db: string, folder: string): Promise<Reading> {
  const local = new StockPouch(join(folder, 'stock'), { adapter: 'leveldb' }) as Replica;
  const remote = new StockPouch(`${account.url}/${db}`, {
    skip_setup: true,
    fetch: (url: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', account.authorization);
      return fetch(url, { ...init, headers });
    },
  });
  const startedMs = performance.now();
  await local.replicate.from(remote);
  const ms = performance.now() - startedMs;
  const { rows } = await local.allDocs({});
  await local.close();
  return { ids: rows.map(({ id }) => id).filter(isRecord), bytes: 0, ms };
}

function isRecord(id: string): boolean {
  return !id.startsWith('_design/');
}
