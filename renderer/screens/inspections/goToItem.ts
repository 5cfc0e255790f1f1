/** The id of the element of an item. */
export function itemAnchor(code: string): string {
  return `item-${code}`;
}

/** Brings an item into view and puts the focus on its first control. */
export function goToItem(code: string): void {
  const card = document.getElementById(itemAnchor(code));
  if (card === null) return;
  card.scrollIntoView({ block: 'center' });
  const control = card.querySelector<HTMLElement>('[role="radio"][tabindex="0"], input, textarea, button');
  control?.focus({ preventScroll: true });
}
