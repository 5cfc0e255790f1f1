import { useLiveQuery } from 'dexie-react-hooks';

import { XunzhiDatabase } from '#renderer/data/tables.ts';

/** The window's own handle on the store that is read. Only the data worker writes; changes arrive by BroadcastChannel. */
export const store = new XunzhiDatabase();

/** A live query: `undefined` while loading. What is absent answers `null`, so that screens can tell the two apart. */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  return useLiveQuery(query, [...deps]);
}
