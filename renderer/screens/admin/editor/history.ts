import type { ChecklistDraft } from '#shared/inspection/editing/draft.ts';
import type { Place } from '#shared/inspection/editing/place.ts';

import { existing, type Moment } from './work.ts';

/** How many operations can be undone. */
const MOST = 200;

/** What is in the editor, what was before and what was undone. `typing`: the member that is being typed into. */
export type History = {
  readonly now: Moment;
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
  readonly typing?: Place | undefined;
};

/** An editor in which nothing was done yet. */
export function begun(now: Moment): History {
  return { now, past: [], future: [] };
}

/**
 * After an operation, with what is chosen then. With `typing` it is a change of that member: several in a row are one operation.
 * A draft that is the same is no operation.
 */
export function after(history: History, draft: ChecklistDraft, at: Place, typing?: Place): History {
  const now = { draft, at: existing(draft, at) };
  if (draft === history.now.draft) return { ...history, now };
  const goesOn = typing !== undefined && typing === history.typing;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-MOST);
  return { now, past, future: [], typing };
}

/** With something else chosen; that is no operation. */
export function chosen(history: History, at: Place): History {
  return { ...history, now: { ...history.now, at: existing(history.now.draft, at) }, typing: undefined };
}

/** Without the last operation; shows where it was. */
export function undone({ now, past, future }: History): History {
  const last = past.at(-1);
  if (last === undefined) return { now, past, future };
  return { now: last, past: past.slice(0, -1), future: [now, ...future] };
}

/** With the operation that was undone last. */
export function redone({ now, past, future }: History): History {
  const [next, ...rest] = future;
  return next === undefined ? { now, past, future } : { now: next, past: [...past, now], future: rest };
}
