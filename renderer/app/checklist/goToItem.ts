import { keyOf, type ItemPlace } from '#shared/inspection/answers.ts';

/** The id of the element of an item. */
export function itemAnchor(place: ItemPlace): string {
  return `item-${keyOf(place).replace('#', '-')}`;
}

/** Brings an item into view and puts the focus on its first control. */
export function goToItem(place: ItemPlace): void {
  const card = document.getElementById(itemAnchor(place));
  if (card === null) return;
  card.scrollIntoView({ block: 'center' });
  const control = card.querySelector<HTMLElement>('[role="radio"][tabindex="0"], input, textarea, button');
  control?.focus({ preventScroll: true });
}
