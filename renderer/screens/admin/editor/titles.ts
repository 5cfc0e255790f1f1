import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import type { ChecklistDraft } from '#shared/inspection/editing/draft.ts';
import type { Place } from '#shared/inspection/editing/place.ts';

import { pageOf, positionsIn } from './work.ts';

/** What a page is called. */
export function titleOf(draft: ChecklistDraft, page: Place): string {
  const { section: n, item: i } = positionsIn(page);
  if (n === undefined) return page === 'scoring' || page === 'proofs' ? words.outline[page] : words.outline.list;
  const section = draft.sections[n];
  const item = i === undefined ? undefined : section?.items[i];
  if (item !== undefined) return `${item.code} ${item.text === '' ? words.outline.noText : item.text}`;
  return words.section(section?.name === '' ? words.outline.noName : (section?.name ?? ''));
}

/** Which field of its page a place is of, in words; empty for the page itself. */
export function fieldOf(place: Place): string {
  const page = pageOf(place);
  const rest = page === '' ? place : place.slice(page.length + 1);
  const member = rest.split('.').find((part) => part !== '' && !/^\d+$/.test(part)) ?? '';
  return memberWord(member) ?? '';
}

/** What a member is called, by its name in the file; undefined for one that has no word. */
export function memberWord(member: string): string | undefined {
  const names: Readonly<Record<string, unknown>> = words.members;
  const name = names[member];
  return typeof name === 'string' ? name : undefined;
}
