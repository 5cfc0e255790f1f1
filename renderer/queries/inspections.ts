import type { InspectionRow } from '#renderer/data/tables.ts';

import { store, useLive } from './store.ts';

export type { InspectionRow } from '#renderer/data/tables.ts';

/** Which inspections are asked for; absent parts do not narrow. */
export type InspectionQuestion = { readonly siteId?: string | undefined; readonly campaign?: string | undefined };

/** So many are shown of all, or of a campaign. */
const MOST = 500;

/** Submitted inspections, newest first, at most 500; of one shop all. `undefined` while loading. */
export function useInspections({ siteId, campaign }: InspectionQuestion = {}): readonly InspectionRow[] | undefined {
  return useLive(async () => {
    if (siteId === undefined && campaign === undefined)
      return store.inspections.orderBy('submittedAt').reverse().limit(MOST).toArray();
    const found =
      siteId === undefined
        ? store.inspections.where('campaigns').equals(campaign ?? '')
        : store.inspections.where('siteId').equals(siteId);
    const rows = (await found.toArray()).sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
    return siteId === undefined ? rows.slice(0, MOST) : rows;
  }, [siteId, campaign]);
}

/** One inspection; `undefined` while loading, `null` when it is not here. */
export function useInspection(id: string): InspectionRow | null | undefined {
  return useLive(async () => (await store.inspections.get(id)) ?? null, [id]);
}
