import { useCallback, useEffect, useState } from 'react';

import { ALL_CASES, type ListFilter } from '#renderer/queries/caseLines/question.ts';

/** By account, while the window is open: another day begins with the whole list. */
const last = new Map<string, ListFilter>();

/** The filter of the list as this person left it, and how to change parts of it; that function is the same each time. */
export function useLastFilter(user: string): readonly [ListFilter, (part: Partial<ListFilter>) => void] {
  const [filter, setFilter] = useState(() => last.get(user) ?? ALL_CASES);
  useEffect(() => {
    last.set(user, filter);
  }, [user, filter]);
  const change = useCallback((part: Partial<ListFilter>) => setFilter((before) => ({ ...before, ...part })), []);
  return [filter, change];
}
