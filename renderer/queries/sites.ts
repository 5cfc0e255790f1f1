import { useMemo, useSyncExternalStore } from 'react';

import type { SiteRow } from '#renderer/data/tables.ts';
import { matchesSite } from '#shared/site/match.ts';

import { sites, store, useLive } from './store.ts';

export type { SiteRow } from '#renderer/data/tables.ts';

/** The shops that match, best first, cut off at `SITE_LIMIT`. */
export type SiteMatches = { readonly rows: readonly SiteRow[]; readonly matching: number; readonly total: number };

/** How many shops a list shows at once; the search narrows further. */
export const SITE_LIMIT = 100;

/** What the name or its initials begin with comes first; then the register's order. */
function rankOf(site: SiteRow, query: string): number {
  if (site.name.toLowerCase().startsWith(query)) return 0;
  if (site.initials.startsWith(query)) return 1;
  return site.name.toLowerCase().includes(query) ? 2 : 3;
}

/** Finds by name, operator, pinyin initials, address or credit code; an empty query matches all. Pure. */
export function searchSites(rows: readonly SiteRow[], query: string): SiteMatches {
  const wanted = query.trim().toLowerCase();
  const matching = rows.filter((site) => matchesSite(site, wanted));
  const ranked = wanted === '' ? matching : matching.sort((a, b) => rankOf(a, wanted) - rankOf(b, wanted));
  return { rows: ranked.slice(0, SITE_LIMIT), matching: matching.length, total: rows.length };
}

/** Every site, by name; `undefined` while loading. */
export function useAllSites(): readonly SiteRow[] | undefined {
  return useSyncExternalStore(sites.watch, sites.lines);
}

/** The register, searched; `undefined` while loading. */
export function useSites(query: string): SiteMatches | undefined {
  const all = useAllSites();
  return useMemo(() => (all === undefined ? undefined : searchSites(all, query)), [all, query]);
}

/** One shop; `undefined` while loading, `null` when it is not here. */
export function useSite(id: string): SiteRow | null | undefined {
  return useLive(async () => (await store.sites.get(id)) ?? null, [id]);
}
