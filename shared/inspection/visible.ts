import type { ItemAnswer } from '../events/inspectionEvents.ts';

import { answersByKey, asJudged, holds, keyOf } from './answers.ts';
import type { Checklist, Section } from './checklist.ts';
import type { ChecklistItem, Condition } from './item.ts';

/** An item with the section it stands in, and in a repeated section the entry it belongs to. */
export type PlacedItem = { readonly section: string; readonly item: ChecklistItem; readonly entry?: number };

/** Every item of the checklist in order, shown or not, each once. */
export function allItems(checklist: Checklist): readonly PlacedItem[] {
  return checklist.sections.flatMap((section) => section.items.map((item) => ({ section: section.id, item })));
}

/** How many entries a repeated section has: up to the last one that something was said about, at least one. */
export function entryCount(section: Section, answers: readonly ItemAnswer[]): number {
  const codes = new Set(section.items.map(({ code }) => code));
  const named = answers.filter(({ item }) => codes.has(item)).map(({ entry }) => entry ?? 0);
  return Math.min(Math.max(1, ...named), section.repeat?.max ?? 1);
}

/** Of sections, by id, how many entries stand open at least. */
type OpenEntries = Readonly<Record<string, number>>;

/** Every item in order, those of a repeated section once for each entry. */
export function placesOf(
  checklist: Checklist,
  answers: readonly ItemAnswer[],
  open: OpenEntries = {},
): readonly PlacedItem[] {
  return checklist.sections.flatMap((section) => {
    if (section.repeat === undefined) return section.items.map((item) => ({ section: section.id, item }));
    const count = Math.min(Math.max(entryCount(section, answers), open[section.id] ?? 1), section.repeat.max);
    const entries = Array.from({ length: count }, (_, index) => index + 1);
    return entries.flatMap((entry) => section.items.map((item) => ({ section: section.id, item, entry })));
  });
}

/**
 * The items to show for these answers, in order. An item whose condition, or whose section's, rests on a hidden item is
 * hidden; conditions that rest on each other in a circle hide all of them. `open`: entries of repeated sections that are shown
 * although nothing was said in them yet.
 */
export function visibleItems(
  checklist: Checklist,
  answers: readonly ItemAnswer[],
  open: OpenEntries = {},
): readonly PlacedItem[] {
  const given = answersByKey(answers);
  const sections = new Map(checklist.sections.map((section) => [section.id, section]));
  const homes = new Map(
    checklist.sections.flatMap((section) => section.items.map((item) => [item.code, { section, item }] as const)),
  );
  const isMet = (condition: Condition | undefined, place: PlacedItem, above: ReadonlySet<string>): boolean => {
    if (condition === undefined) return true;
    const home = homes.get(condition.item);
    if (home === undefined) return false;
    const { section, item } = home;
    // Of another repeated section nobody could say which entry is meant: such an item has no answer without entry.
    const other: PlacedItem = {
      section: section.id,
      item,
      ...(section.id === place.section && place.entry !== undefined ? { entry: place.entry } : {}),
    };
    const answer = given.get(keyOf({ item: item.code, entry: other.entry }));
    return answer !== undefined && holds(condition, item, answer) && isVisible(other, above);
  };
  const isVisible = (place: PlacedItem, above: ReadonlySet<string>): boolean => {
    if (above.has(place.item.code)) return false;
    const next = new Set([...above, place.item.code]);
    return isMet(sections.get(place.section)?.showIf, place, next) && isMet(place.item.showIf, place, next);
  };
  return placesOf(checklist, answers, open).filter((place) => isVisible(place, new Set()));
}

/**
 * The answers that count: one for each visible item, the last one given; a number is judged by its limits. What a hidden
 * item once got is left out.
 */
export function relevantAnswers(checklist: Checklist, answers: readonly ItemAnswer[]): readonly ItemAnswer[] {
  const given = answersByKey(answers);
  return visibleItems(checklist, answers).flatMap(({ item, entry }) => {
    const answer = given.get(keyOf({ item: item.code, entry }));
    return answer === undefined ? [] : [asJudged(item, answer)];
  });
}
