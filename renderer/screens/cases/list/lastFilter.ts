import { useState } from 'react';

import { ALL_CASES, type ListFilter } from '#renderer/queries/caseLines/question.ts';

/** By account, while the window is open: another day begins with the whole list. */
const last = new Map<string, ListFilter>();

/** The filter of the list as this person left it. */
export function useLastFilter(user: string): readonly [ListFilter, (filter: ListFilter) => void] {
  const [filter, setFilter] = useState(() => last.get(user) ?? ALL_CASES);
  const change = (next: ListFilter): void => {
    last.set(user, next);
    setFilter(next);
  };
  return [filter, change];
}
