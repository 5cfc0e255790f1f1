import type { CaseRow } from '#renderer/data/tables.ts';
import { streamOf } from '#shared/events/stream.ts';

import { store, useLive } from './store.ts';

export type { CaseRow } from '#renderer/data/tables.ts';

/** Id of the case in whose stream an event stands. */
export function caseOf(event: string): string {
  return streamOf(event).replace(/^case:/, '');
}

/** One case; `undefined` while loading, `null` when it is not here. */
export function useCase(id: string): CaseRow | null | undefined {
  return useLive(async () => (await store.cases.get(id)) ?? null, [id]);
}
