import { siteKeys } from '#shared/site/import/judge.ts';

import { store, useLive } from './store.ts';

const PORTION = 2_000;

/** What is in a register, to find a thing twice: names by their keys. Read once, in portions. */
export async function readKnownSites(register: string): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  let after = '';
  for (;;) {
    const rows = await store.sites.where('id').above(after).limit(PORTION).toArray();
    for (const row of rows) if (row.register === register) for (const key of siteKeys(row)) known.set(key, row.name);
    after = rows.at(-1)?.id ?? '';
    if (rows.length < PORTION) return known;
  }
}

/** How many things of an import are in the registers; `undefined` while loading. */
export function useBatchCount(batch: string): number | undefined {
  return useLive(() => store.sites.where('batch').equals(batch).count(), [batch]);
}

/** How many there are now: where an import that was interrupted goes on. */
export function countBatch(batch: string): Promise<number> {
  return store.sites.where('batch').equals(batch).count();
}
