import type { ImportedRow } from '#renderer/data/tables.ts';

import { store, useLive } from './store.ts';

export type { ImportedRow } from '#renderer/data/tables.ts';

/** Events that bundles brought and nobody has vouched for yet, the newest import first; `undefined` while loading. */
export function useImported(): readonly ImportedRow[] | undefined {
  return useLive(async () => {
    const rows = await store.imported.toArray();
    return rows.sort((a, b) => (a.at < b.at ? 1 : -1));
  }, []);
}

/** Changes whenever something begins or ends to wait for the server. */
export function useOutboxCounts(): string | undefined {
  return useLive(async () => {
    const blobs = await store.blobs.where('state').anyOf('waiting', 'refused').count();
    return `${String(await store.outbox.count())}/${String(blobs)}`;
  }, []);
}

/** Ids of the events that a bundle brought and nobody has vouched for yet; `undefined` while loading. */
export function useImportedIds(): ReadonlySet<string> | undefined {
  return useLive(async () => new Set(await store.imported.toCollection().primaryKeys()), []);
}
