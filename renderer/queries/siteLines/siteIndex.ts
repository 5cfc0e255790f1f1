import type { SiteRow } from '#renderer/data/tables.ts';
import { listedValues, type Register } from '#shared/catalogue/register.ts';
import { byNearness, nearnessOf, type Nearness, type Place } from '#shared/report/nearPlace.ts';
import { matchesWords, searchText, searchWords } from '#shared/site/match.ts';

/** A thing as lists show it, with the text that it is found by. */
export type SiteEntry = Pick<
  SiteRow,
  'id' | 'name' | 'operator' | 'address' | 'register' | 'state' | 'initials' | 'position'
> & {
  readonly listed: readonly string[];
  readonly text: string;
};

/** What is asked of the registers; absent parts do not narrow. `most`: so many are wanted. */
export type SiteQuestion = {
  readonly query: string;
  readonly registers?: readonly string[] | undefined;
  readonly state?: string | undefined;
  /** Of these ids alone. */
  readonly only?: readonly string[] | undefined;
  /** Only those with a place on the map. */
  readonly placed?: boolean | undefined;
  /** Near this place alone, the nearest first. */
  readonly near?: Place | undefined;
  readonly most: number;
};

/** The first that match, best first, how many match, and how many there are in these registers and states. */
export type SiteMatches = { readonly rows: readonly SiteEntry[]; readonly matching: number; readonly total: number };

/** What a list shows of a row; `registers` say which of its own values. */
export function entryOf(row: SiteRow, registers: readonly Register[]): SiteEntry {
  const { id, name, operator, address, register, state, initials, position } = row;
  const known = registers.find((one) => one.id === register);
  const listed = known === undefined ? [] : listedValues(known, row.fields ?? {});
  return {
    id,
    name,
    operator,
    address,
    register,
    state,
    initials,
    position,
    listed,
    text: searchText({ ...row, listed }),
  };
}

/** What the name or its initials begin with comes first; then the register's order. */
function rankOf({ name, initials }: SiteEntry, wanted: string): number {
  const plain = name.toLowerCase();
  if (plain.startsWith(wanted)) return 0;
  if (initials.startsWith(wanted)) return 1;
  return plain.includes(wanted) ? 2 : 3;
}

/** What is near among these, the nearest first. */
function inNearness(entries: readonly SiteEntry[], place: Place): SiteEntry[] {
  return entries
    .flatMap((entry): { readonly entry: SiteEntry; readonly near: Nearness }[] => {
      const near = nearnessOf(place, entry);
      return near === undefined ? [] : [{ entry, near }];
    })
    .sort((a, b) => byNearness(a.near, b.near))
    .map(({ entry }) => entry);
}

/** Finds by name, operator, pinyin initials, address, credit code or listed value; an empty query matches all. Pure. */
export function answerTo(entries: readonly SiteEntry[], question: SiteQuestion): SiteMatches {
  const { query, registers, state, placed = false, near, most } = question;
  const words = searchWords(query);
  const wanted = query.trim().toLowerCase();
  const only = question.only === undefined ? undefined : new Set(question.only);
  const byRank: readonly SiteEntry[][] = [[], [], [], []];
  let [matching, total] = [0, 0];
  for (const entry of near === undefined ? entries : inNearness(entries, near)) {
    const isAsked =
      (registers?.includes(entry.register) ?? true) &&
      (state === undefined || entry.state === state) &&
      (only?.has(entry.id) ?? true) &&
      (!placed || entry.position !== undefined);
    if (!isAsked) continue;
    total += 1;
    if (!matchesWords(entry.text, words)) continue;
    matching += 1;
    const alike = byRank[wanted === '' ? 0 : rankOf(entry, wanted)];
    if (alike !== undefined && alike.length < most) alike.push(entry);
  }
  return { rows: byRank.flat().slice(0, most), matching, total };
}
