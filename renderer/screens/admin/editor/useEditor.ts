import { useState } from 'react';

import type { ChecklistDraft } from '#shared/inspection/editing/draft.ts';
import { withMember } from '#shared/inspection/editing/operations.ts';
import type { Place } from '#shared/inspection/editing/place.ts';

import { after, begun, chosen, redone, undone, type History } from './history.ts';
import type { Moment, Work } from './work.ts';

/** What can be done in the editor. */
export type Editor = Moment & {
  readonly set: (place: Place, value: unknown, typing?: 'typing') => void;
  readonly act: (change: (draft: ChecklistDraft) => ChecklistDraft, at?: Place) => void;
  readonly choose: (at: Place) => void;
  /** Undefined when there is nothing to undo. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
};

/** The draft with its history; every change is handed on to be kept. */
export function useEditor(work: Work, onChange: (work: Work) => void): Editor {
  const [history, setHistory] = useState<History>(() => begun({ draft: work.draft, at: work.at }));
  const go = (next: History): void => {
    setHistory(next);
    onChange({ from: work.from, ...next.now });
  };
  const { draft, at } = history.now;
  return {
    draft,
    at,
    set: (place, value, typing) =>
      go(after(history, withMember(draft, place, value), at, typing === undefined ? undefined : place)),
    act: (change, next = at) => go(after(history, change(draft), next)),
    choose: (next) => {
      if (next !== at) go(chosen(history, next));
    },
    undo: history.past.length === 0 ? undefined : () => go(undone(history)),
    redo: history.future.length === 0 ? undefined : () => go(redone(history)),
  };
}
