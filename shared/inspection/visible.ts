import type { ItemAnswer } from '../events/inspectionEvents.ts';

import type { Checklist, ChecklistItem } from './checklist.ts';

/** An item with the section it stands in. */
export type PlacedItem = { readonly section: string; readonly item: ChecklistItem };

/** The answers by item code; of two answers to one item the later one counts. */
export function answersByItem(answers: readonly ItemAnswer[]): ReadonlyMap<string, ItemAnswer> {
  return new Map(answers.map((answer) => [answer.item, answer]));
}

/** Every item of the checklist in order, shown or not. */
export function allItems(checklist: Checklist): readonly PlacedItem[] {
  return checklist.sections.flatMap((section) => section.items.map((item) => ({ section: section.id, item })));
}

/**
 * The items to show for these answers, in order. An item whose condition rests on a hidden item is hidden; conditions
 * that rest on each other in a circle hide all of them.
 */
export function visibleItems(checklist: Checklist, answers: readonly ItemAnswer[]): readonly PlacedItem[] {
  const items = allItems(checklist);
  const byCode = new Map(items.map(({ item }) => [item.code, item]));
  const given = answersByItem(answers);
  const isVisible = (item: ChecklistItem, above: ReadonlySet<string>): boolean => {
    const condition = item.showIf;
    if (condition === undefined) return true;
    const other = byCode.get(condition.item);
    const answer = given.get(condition.item);
    if (other === undefined || answer === undefined || above.has(item.code)) return false;
    const holds =
      condition.when === 'answer'
        ? condition.isOneOf.includes(answer.answer)
        : answer.value !== undefined && condition.isOneOf.includes(answer.value);
    return holds && isVisible(other, new Set([...above, item.code]));
  };
  return items.filter(({ item }) => isVisible(item, new Set()));
}

/** The answers that count: one for each visible item, the last one given. What a hidden item once got is left out. */
export function relevantAnswers(checklist: Checklist, answers: readonly ItemAnswer[]): readonly ItemAnswer[] {
  const given = answersByItem(answers);
  return visibleItems(checklist, answers).flatMap(({ item }) => given.get(item.code) ?? []);
}
