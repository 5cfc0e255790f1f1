import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';

import { XunzhiDatabase } from '#renderer/data/tables.ts';

import { Pace } from './pace.ts';

/** The window's own handle on the store that is read. Only the data worker writes; changes arrive by BroadcastChannel. */
export const store = new XunzhiDatabase();

/**
 * A live query: `undefined` while loading. What is absent answers `null`, so that screens can tell the two apart. One
 * that takes long is run again only after a rest, unless something else is asked.
 */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  const pace = useMemo(() => new Pace(), []);
  return useLiveQuery(async () => pace.run(query, deps), [...deps]);
}
