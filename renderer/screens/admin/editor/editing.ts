import { createContext, useContext } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { checklistsText } from '#renderer/app/language/zh/checklists.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { ChecklistDraft } from '#shared/inspection/editing/draft.ts';
import type { DraftFault } from '#shared/inspection/editing/draftFaults.ts';
import { isWithin, type Place } from '#shared/inspection/editing/place.ts';

/** The draft as the fields of its form see it. */
export type Editing = {
  readonly draft: ChecklistDraft;
  readonly faults: readonly DraftFault[];
  readonly catalogue: Catalogue;
  /** Sets a member, or takes it out by `undefined`; `typing`: changes in a row are undone together. */
  readonly set: (place: Place, value: unknown, typing?: 'typing') => void;
  /** Does an operation; `at`: what is chosen afterwards. */
  readonly act: (change: (draft: ChecklistDraft) => ChecklistDraft, at?: Place) => void;
  /** True when the checklist exists already: what says which one it is stays. */
  readonly isVersion: boolean;
  /** Codes of earlier versions, which no new item gets. */
  readonly used: readonly string[];
};

/** See `useEditing`. */
export const EditingContext = createContext<Editing | undefined>(undefined);

/** The draft that the form around is of. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === undefined) throw new Error('a field of the editor stands outside of it');
  return editing;
}

/** What a fault says beside its field. */
export function faultWords({ code, place, subject }: DraftFault): string {
  if (code === 'not_yet') return words.notYet;
  if (code === 'unknown_item') {
    // In front of what is meant stands the code of the item whose condition it is.
    const meant = subject.split(' ')[place.includes('.items.') ? 1 : 0] ?? '';
    return meant === '' ? words.noItem : `${checklistsText.faults.unknown_item} ${meant}`;
  }
  if (code !== 'shape') return checklistsText.faults[code];
  const member = place.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const shapes: Readonly<Record<string, string>> = words.shapes;
  return /\d$/.test(place) ? words.shapes[''] : (shapes[member] ?? words.shapes['']);
}

/** What is wrong at that place or inside of it, in words; `exactly`: a place around it whose own faults are shown here. */
export function errorAt(faults: readonly DraftFault[], place: Place, exactly?: Place): string | undefined {
  const own = faults.filter((fault) => isWithin(fault.place, place) || fault.place === exactly);
  return own.length === 0 ? undefined : [...new Set(own.map(faultWords))].join('；');
}
