import { checklistField, type Checklist } from '../checklist.ts';
import type { ReadFault } from '../readChecklist.ts';
import { faultsOf } from '../validate.ts';

import type { ChecklistDraft } from './draft.ts';

/** One thing that keeps a draft from being published; `not_yet`: it is valid from a later day, and would be used at once. */
export type DraftFault = Omit<ReadFault, 'code'> & { readonly code: ReadFault['code'] | 'not_yet' };

/**
 * Everything that keeps a draft from being a checklist that can be published on that day (`YYYY-MM-DD`), by place and in the order
 * of the form: what the schema says and, beside it, what `faultsOf` says. A place with a fault of the schema is named once.
 */
export function faultsOfDraft(
  draft: ChecklistDraft,
  matters: ReadonlySet<string>,
  today: string,
): readonly DraftFault[] {
  const read = checklistField.safeParse(draft);
  const places = read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  const shape = [...new Set(places)].map((place): ReadFault => ({ code: 'shape', place, subject: '' }));
  const later: DraftFault[] =
    draft.validFrom > today ? [{ code: 'not_yet', place: 'validFrom', subject: draft.validFrom }] : [];
  // The frame of a draft is all that these rules read without asking; a number that is missing passes them.
  return [...later, ...shape, ...faultsOf(draft as Checklist, matters)].toSorted((a, b) => inOrder(a.place, b.place));
}

/** The checklist that the draft is, as soon as its shape is right: for looking at it and comparing it. */
export function shapeOf(draft: ChecklistDraft): Checklist | undefined {
  return checklistField.safeParse(draft).data;
}

/** The list's own members, then the sections with their items, then the proofs. */
function inOrder(a: string, b: string): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function keyOf(place: string): string {
  const first = place.startsWith('sections.') ? '1' : place.startsWith('proofs') ? '2' : '0';
  return `${first} ${place.replaceAll(/\d+/g, (digits) => digits.padStart(4, '0'))}`;
}
