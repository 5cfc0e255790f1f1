import type { CaseEventType } from '../../events/registry.ts';

import type { EventOf, PaperSource } from './paper.ts';

/** The last record of a type before that of the paper: what it goes back to. */
export function lastBefore<T extends CaseEventType>(
  { event, events }: Pick<PaperSource, 'events'> & { readonly event: { readonly _id: string } },
  type: T,
): EventOf<T> | undefined {
  const before = events.slice(
    0,
    events.findIndex(({ _id }) => _id === event._id),
  );
  return before.findLast((one): one is EventOf<T> => one.type === type);
}
