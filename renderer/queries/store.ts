import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useSyncExternalStore } from 'react';

import { noteStoreClosed, onStoresOpen } from '#renderer/data/client.ts';
import { XunzhiDatabase } from '#renderer/data/tables.ts';

import { Pace } from './pace.ts';
import { ReadHandle } from './readHandle.ts';

/** The window's own handle on the store that is read. Only the data worker writes; changes arrive by BroadcastChannel. */
export const store = new XunzhiDatabase();

const handle = new ReadHandle(store, noteStoreClosed);
onStoresOpen(() => void handle.openAgain());

/**
 * A live query: `undefined` while loading. What is absent answers `null`, so that screens can tell the two apart. One
 * that takes long is run again only after a rest, unless something else is asked.
 */
export function useLive<T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined {
  const pace = useMemo(() => new Pace(), []);
  const openings = useSyncExternalStore(handle.watch, handle.openings);
  return useLiveQuery(async () => pace.run(query, deps), [...deps, openings]);
}
