import type { ChecklistDraft } from '#shared/inspection/editing/draft.ts';
import {
  stepOf,
  withItemTwice,
  withMovedItem,
  withMovedSection,
  withoutItem,
  withoutSection,
  withSectionTwice,
} from '#shared/inspection/editing/operations.ts';
import type { Place } from '#shared/inspection/editing/place.ts';

import { positionsIn } from './work.ts';

/** An operation, and the page that is shown after it. */
type Move = { readonly change: (draft: ChecklistDraft) => ChecklistDraft; readonly at: Place };

const sectionPage = (section: number): Place => `sections.${String(section)}`;
const itemPage = (section: number, item: number): Place => `${sectionPage(section)}.items.${String(item)}`;

/** The section or item of a page one step up or down; undefined where there is nowhere to go. */
export function stepped(draft: ChecklistDraft, page: Place, step: 1 | -1): Move | undefined {
  const { section, item } = positionsIn(page);
  if (section === undefined) return undefined;
  if (item === undefined) {
    const to = section + step;
    if (draft.sections[to] === undefined) return undefined;
    return { change: (list) => withMovedSection(list, section, to), at: sectionPage(to) };
  }
  const to = stepOf(draft, { section, item }, step);
  if (to === undefined) return undefined;
  return { change: (list) => withMovedItem(list, { section, item }, to), at: itemPage(to.section, to.item) };
}

/** A copy of the section or item after it. */
export function doubled(page: Place, used: readonly string[]): Move | undefined {
  const { section, item } = positionsIn(page);
  if (section === undefined) return undefined;
  if (item === undefined)
    return { change: (list) => withSectionTwice(list, section, used), at: sectionPage(section + 1) };
  return { change: (list) => withItemTwice(list, { section, item }, used), at: itemPage(section, item + 1) };
}

/** The section or item taken out. */
export function taken(page: Place): Move | undefined {
  const { section, item } = positionsIn(page);
  if (section === undefined) return undefined;
  if (item === undefined)
    return { change: (list) => withoutSection(list, section), at: section === 0 ? '' : sectionPage(section - 1) };
  return { change: (list) => withoutItem(list, { section, item }), at: page };
}

/** The item at the end of another section. */
export function carried(draft: ChecklistDraft, page: Place, to: number): Move | undefined {
  const { section, item } = positionsIn(page);
  const end = draft.sections[to]?.items.length;
  if (section === undefined || item === undefined || end === undefined || to === section) return undefined;
  return {
    change: (list) => withMovedItem(list, { section, item }, { section: to, item: end }),
    at: itemPage(to, end),
  };
}
