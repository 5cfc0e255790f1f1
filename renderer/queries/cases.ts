import type { CaseRow } from '#renderer/data/tables.ts';
import { streamOf } from '#shared/events/stream.ts';

import { useSession } from './meta.ts';
import { store, useLive } from './store.ts';

export type { CaseRow } from '#renderer/data/tables.ts';

/**
 * Every case with everything in it, last found first, read anew whenever one is written; `undefined` while loading. For
 * pages that add up what only whole cases tell; lists ask `useCaseLines`.
 */
export function useEveryCase(): readonly CaseRow[] | undefined {
  // Turned here: the store answers a reversed index row by row, and what it then cannot do is write.
  return useLive(async () => (await store.cases.orderBy('foundAt').toArray()).reverse(), []);
}

/** As `useEveryCase`, of the person's organisation: a case that was handed over is to be looked at, not worked on. */
export function useEveryOwnCase(): readonly CaseRow[] | undefined {
  const org = useSession()?.org;
  const all = useEveryCase();
  return org === undefined ? all : all?.filter((row) => row.org === org);
}

/** Id of the case in whose stream an event stands. */
export function caseOf(event: string): string {
  return streamOf(event).replace(/^case:/, '');
}

/** One case; `undefined` while loading, `null` when it is not here. */
export function useCase(id: string): CaseRow | null | undefined {
  return useLive(async () => (await store.cases.get(id)) ?? null, [id]);
}
