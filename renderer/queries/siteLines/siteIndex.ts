import type { SiteRow } from '#renderer/data/tables.ts';
import { listedValues, type Register } from '#shared/catalogue/register.ts';
import { byNearness, nearnessOf, type Nearness, type Place } from '#shared/report/nearPlace.ts';
import { searchText, searchWords } from '#shared/site/match.ts';

import { Block, once, textFits, type InBlock } from '../lines/block.ts';

/** A thing as lists show it. */
export type SiteEntry = Pick<SiteRow, 'id' | 'name' | 'operator' | 'address' | 'register' | 'state' | 'position'> & {
  readonly listed: readonly string[];
};

/** What things are narrowed and sorted by, of all of them in memory; what lists show of them is in their blocks. */
export type SiteKey = InBlock<SiteEntry> &
  Pick<SiteEntry, 'id' | 'name' | 'register' | 'state'> & { readonly isPlaced: boolean };

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

/** The keys of some rows, each at its place; `registers` say which of their own values lists show. */
export function keysOf(rows: readonly SiteRow[], registers: readonly Register[]): readonly SiteKey[] {
  const entries = rows.map((row): SiteEntry => {
    const { id, name, operator, address, register, state, position } = row;
    const known = registers.find((one) => one.id === register);
    const listed = known === undefined ? [] : listedValues(known, row.fields ?? {});
    return { id, name, operator, address, register, state, position, listed };
  });
  const texts = rows.map((row, place) => searchText({ ...row, listed: entries[place]?.listed }));
  const block = new Block(entries, texts);
  return entries.map(({ id, name, register, state, position }, place) => {
    return { block, place, id, name, register: once(register), state: once(state), isPlaced: position !== undefined };
  });
}

/** What the name or its initials begin with comes first; then the register's order. */
function rankOf({ block, place }: SiteKey, wanted: string): number {
  const [name = '', initials = ''] = block.text(place).split('\n', 2);
  if (name.startsWith(wanted)) return 0;
  if (initials.startsWith(wanted)) return 1;
  return name.includes(wanted) ? 2 : 3;
}

/** What is near among these, the nearest first. */
function inNearness(keys: readonly SiteKey[], place: Place): readonly SiteKey[] {
  return keys
    .flatMap((key): { readonly key: SiteKey; readonly near: Nearness }[] => {
      const near = nearnessOf(place, key.block.line(key.place));
      return near === undefined ? [] : [{ key, near }];
    })
    .sort((a, b) => byNearness(a.near, b.near))
    .map(({ key }) => key);
}

/** Finds by name, operator, pinyin initials, address, credit code or listed value; an empty query matches all. Pure. */
export function answerTo(keys: readonly SiteKey[], question: SiteQuestion): SiteMatches {
  const { query, registers, state, placed = false, near, most } = question;
  const words = searchWords(query);
  const wanted = words.join(' ');
  const fits = words.length === 0 ? undefined : textFits<SiteEntry>(words);
  const only = question.only === undefined ? undefined : new Set(question.only);
  const byRank: SiteKey[][] = [[], [], [], []];
  let [matching, total] = [0, 0];
  for (const key of near === undefined ? keys : inNearness(keys, near)) {
    const isAsked =
      (registers?.includes(key.register) ?? true) &&
      (state === undefined || key.state === state) &&
      (only?.has(key.id) ?? true) &&
      (!placed || key.isPlaced);
    if (!isAsked) continue;
    total += 1;
    if (fits !== undefined && !fits(key)) continue;
    matching += 1;
    const alike = byRank[wanted === '' ? 0 : rankOf(key, wanted)];
    if (alike !== undefined && alike.length < most) alike.push(key);
  }
  const shown = byRank.flat().slice(0, most);
  return { rows: shown.map(({ block, place }) => block.line(place)), matching, total };
}
