import type { InspectionRow } from '#renderer/data/tables.ts';

import { store, useLive } from './store.ts';

export type { InspectionRow } from '#renderer/data/tables.ts';

/** Submitted inspections, newest first, at most 500; of one shop when `siteId` is given. `undefined` while loading. */
export function useInspections(siteId?: string): readonly InspectionRow[] | undefined {
  return useLive(async () => {
    if (siteId === undefined) return store.inspections.orderBy('submittedAt').reverse().limit(500).toArray();
    const rows = await store.inspections.where('siteId').equals(siteId).toArray();
    return rows.sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
  }, [siteId]);
}

/** One inspection; `undefined` while loading, `null` when it is not here. */
export function useInspection(id: string): InspectionRow | null | undefined {
  return useLive(async () => (await store.inspections.get(id)) ?? null, [id]);
}
