import type { ExchangeRow } from '#renderer/data/tables.ts';

import { store, useLive } from './store.ts';

export type { ExchangeRow } from '#renderer/data/tables.ts';

/** Packages that left, the last one first; `undefined` while loading. */
export function usePackages(): readonly ExchangeRow[] | undefined {
  return useLive(async () => {
    const rows = await store.exchanges.toArray();
    return rows.sort((a, b) => (a.packedAt < b.packedAt ? 1 : -1));
  }, []);
}
