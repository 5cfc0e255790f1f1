import { useMemo } from 'react';

import type { SiteRow } from '../data/tables.ts';

import { store, useLive } from './store.ts';

export type { SiteRow } from '../data/tables.ts';

/** The shops that match, best first, cut off at `SITE_LIMIT`. */
export type SiteMatches = { readonly rows: readonly SiteRow[]; readonly matching: number; readonly total: number };

/** How many shops a list shows at once; the search narrows further. */
export const SITE_LIMIT = 100;

function rankOf(site: SiteRow, query: string): number | undefined {
  if (site.name.toLowerCase().startsWith(query)) return 0;
  if (site.initials.startsWith(query)) return 1;
  if (site.name.toLowerCase().includes(query)) return 2;
  if (site.operator.toLowerCase().includes(query)) return 3;
  if (site.initials.includes(query)) return 4;
  if (site.address.toLowerCase().includes(query)) return 5;
  return site.uscc?.toLowerCase().startsWith(query) === true ? 6 : undefined;
}

/** Finds by name, operator, pinyin initials, address or credit code; an empty query matches all. Pure. */
export function matchSites(sites: readonly SiteRow[], query: string): SiteMatches {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return { rows: sites.slice(0, SITE_LIMIT), matching: sites.length, total: sites.length };
  const ranked = sites
    .map((site) => ({ site, rank: rankOf(site, wanted) }))
    .filter((entry): entry is { site: SiteRow; rank: number } => entry.rank !== undefined)
    .sort((a, b) => a.rank - b.rank);
  return { rows: ranked.slice(0, SITE_LIMIT).map((entry) => entry.site), matching: ranked.length, total: sites.length };
}

/** The register, searched; `undefined` while loading. */
export function useSites(query: string): SiteMatches | undefined {
  const all = useLive(() => store.sites.orderBy('name').toArray(), []);
  return useMemo(() => (all === undefined ? undefined : matchSites(all, query)), [all, query]);
}

/** One shop; `undefined` while loading, `null` when it is not here. */
export function useSite(id: string): SiteRow | null | undefined {
  return useLive(async () => (await store.sites.get(id)) ?? null, [id]);
}
