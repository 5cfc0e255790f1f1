import { Dexie, type Collection } from 'dexie';
import { useMemo } from 'react';

import type { SiteRow } from '#renderer/data/tables.ts';
import type { Register } from '#shared/catalogue/register.ts';

import { useCatalogue } from './catalogue.ts';
import { entryOf, searchSites, SITE_LIMIT, type SiteEntry, type SiteMatches } from './siteIndex.ts';
import { store, useLive } from './store.ts';

export type { SiteRow } from '#renderer/data/tables.ts';
export type { SiteEntry, SiteMatches } from './siteIndex.ts';

/** Which things: of one register or some, in one state; all where they are left out. */
export type SiteFilter = {
  readonly register?: string | undefined;
  readonly registers?: readonly string[] | undefined;
  readonly state?: string | undefined;
  /** Of these ids alone. */
  readonly only?: ReadonlySet<string> | undefined;
};

/** Rows that are read at once: between two portions the window lives. */
const PORTION = 2_000;

/**
 * The registers, searched; `undefined` while loading. A whole register that nobody searches yet is shown from its index, a hundred
 * rows of it; what is searched stands in memory as a text per row, read again only when rows change and never for a keystroke.
 */
export function useSites(
  query: string,
  { register, registers: some, state, only }: SiteFilter = {},
): SiteMatches | undefined {
  const plain = query.trim() === '' && state === undefined && only === undefined && register !== undefined;
  const catalogue = useCatalogue();
  const registers = catalogue === undefined ? undefined : (catalogue?.registers ?? []);
  const version = catalogue?.version;
  const isReady = registers !== undefined;
  const top = useLive(async () => {
    if (registers === undefined || register === undefined) return null;
    return topOf(register, registers);
  }, [register, version, isReady]);
  const index = useLive(async () => (registers === undefined ? null : readIndex(registers)), [version, isReady]);
  const wanted = register ?? some?.join(' ');
  const shown = useMemo(() => {
    const ids = wanted?.split(' ');
    return index?.filter(
      (entry) =>
        (ids?.includes(entry.register) ?? true) &&
        (state === undefined || entry.state === state) &&
        (only?.has(entry.id) ?? true),
    );
  }, [index, wanted, state, only]);
  const found = useMemo(() => (shown === undefined ? undefined : searchSites(shown, query)), [shown, query]);
  return plain ? (top ?? found) : found;
}

/** The first rows of a register by name, and how many there are. */
async function topOf(register: string, registers: readonly Register[]): Promise<SiteMatches> {
  const [rows, total] = await Promise.all([
    inRegister(register).limit(SITE_LIMIT).toArray(),
    inRegister(register).count(),
  ]);
  return { rows: rows.map((row) => entryOf(row, registers)), matching: total, total };
}

/** The rows of a register, by name. */
function inRegister(register: string): Collection<SiteRow, string> {
  return store.sites.where('[register+name]').between([register, Dexie.minKey], [register, Dexie.maxKey]);
}

/** Every row as it is searched, by name. */
async function readIndex(registers: readonly Register[]): Promise<readonly SiteEntry[]> {
  const entries: SiteEntry[] = [];
  let after = '';
  for (;;) {
    const rows = await store.sites.where('id').above(after).limit(PORTION).toArray();
    for (const row of rows) entries.push(entryOf(row, registers));
    after = rows.at(-1)?.id ?? '';
    if (rows.length < PORTION) return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }
}

/** One thing; `undefined` while loading, `null` when it is not here. */
export function useSite(id: string): SiteRow | null | undefined {
  return useLive(async () => (await store.sites.get(id)) ?? null, [id]);
}
