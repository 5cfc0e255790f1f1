import type { SelfCheckRow } from '#renderer/data/tables.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { standingOf, type Inspected, type Standing } from '#shared/site/standing.ts';

import { store, useLive } from './store.ts';
import { useToday } from './useNow.ts';

/**
 * Where things stand by their inspections (红黑榜): of these ids, or of everything that was inspected where `ids` is undefined. Empty
 * without a rule; `undefined` while loading.
 */
export function useSiteStandings(
  catalogue: Catalogue | null | undefined,
  ids: readonly string[] | undefined,
  wanted: boolean,
): ReadonlyMap<string, Standing> | undefined {
  const rule = catalogue?.settings.standing;
  const today = useToday();
  return useLive(async () => {
    const found = new Map<string, Standing>();
    if (!wanted || catalogue === null || catalogue === undefined || rule === undefined) return found;
    const bySite = new Map<string, Inspected[]>();
    const rows =
      ids === undefined ? store.inspections.toCollection() : store.inspections.where('siteId').anyOf([...ids]);
    await rows.each(({ siteId, checklist, checklistVersion, scoreTenths, submittedAt }) => {
      const list = bySite.get(siteId) ?? [];
      list.push({ checklist, checklistVersion, scoreTenths, submittedAt });
      bySite.set(siteId, list);
    });
    const own = new Map<string, SelfCheckRow>();
    // Asked for only where the rule counts them.
    if (rule.selfChecks !== undefined) for (const row of await store.selfChecks.toArray()) own.set(row.id, row);
    for (const [id, inspections] of bySite) {
      const checks = own.get(id)?.checks ?? [];
      const standing = standingOf(inspections, catalogue.checklists, rule, { checks, today });
      if (standing !== undefined) found.set(id, standing);
    }
    return found;
  }, [catalogue?.version, ids?.join(' '), wanted, today]);
}
