import type { SiteRow } from '#renderer/data/tables.ts';
import { listedValues, type Register } from '#shared/catalogue/register.ts';
import { matchesWords, searchText, searchWords } from '#shared/site/match.ts';

/** A thing as lists show it, with the text that it is found by. */
export type SiteEntry = Pick<SiteRow, 'id' | 'name' | 'operator' | 'address' | 'register' | 'state' | 'initials'> & {
  readonly listed: readonly string[];
  readonly text: string;
};

/** The things that match, best first, cut off at `SITE_LIMIT`. */
export type SiteMatches = { readonly rows: readonly SiteEntry[]; readonly matching: number; readonly total: number };

/** How many things a list shows at once; the search narrows further. */
export const SITE_LIMIT = 100;

/** What a list shows of a row; `registers` say which of its own values. */
export function entryOf(row: SiteRow, registers: readonly Register[]): SiteEntry {
  const { id, name, operator, address, register, state, initials } = row;
  const known = registers.find((one) => one.id === register);
  const listed = known === undefined ? [] : listedValues(known, row.fields ?? {});
  return { id, name, operator, address, register, state, initials, listed, text: searchText({ ...row, listed }) };
}

/** What the name or its initials begin with comes first; then the register's order. */
function rankOf({ name, initials }: SiteEntry, wanted: string): number {
  const plain = name.toLowerCase();
  if (plain.startsWith(wanted)) return 0;
  if (initials.startsWith(wanted)) return 1;
  return plain.includes(wanted) ? 2 : 3;
}

/** Finds by name, operator, pinyin initials, address, credit code or listed value; an empty query matches all. Pure. */
export function searchSites(entries: readonly SiteEntry[], query: string): SiteMatches {
  const words = searchWords(query);
  const matching = words.length === 0 ? entries : entries.filter(({ text }) => matchesWords(text, words));
  return { rows: firstOf(matching, query.trim().toLowerCase()), matching: matching.length, total: entries.length };
}

/** The best `SITE_LIMIT`, without sorting the rest. */
function firstOf(matching: readonly SiteEntry[], wanted: string): readonly SiteEntry[] {
  if (wanted === '') return matching.slice(0, SITE_LIMIT);
  const byRank: SiteEntry[][] = [[], [], [], []];
  for (const entry of matching) byRank[rankOf(entry, wanted)]?.push(entry);
  return byRank.flat().slice(0, SITE_LIMIT);
}
