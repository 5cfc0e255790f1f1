import type { EventEnvelope } from '#shared/events/envelope.ts';

import { store, useLive } from './store.ts';

/** Every record of a thing of a register, also of one that was withdrawn; `undefined` while loading. */
export function useSiteEvents(id: string): readonly EventEnvelope[] | undefined {
  return useLive(async () => {
    const rows = await store.events.where('id').between(`site:${id}:`, `site:${id}:\uffff`).toArray();
    return rows.map(({ event }) => event);
  }, [id]);
}
