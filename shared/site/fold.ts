import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { EVENT_TYPES, type EventData } from '../events/registry.ts';
import { parseStream } from '../events/stream.ts';

/** A shop of the register. `org` owns it: the organisation that registered it. */
export type SiteState = {
  readonly id: string;
  readonly org: string;
  readonly data: EventData<'site.registered'>;
  readonly updatedAt: string;
};

/**
 * Folds the stream of one site: registered once, then amended by its own organisation; the last amendment counts.
 * Undefined until it was registered. Never throws; independent of the order of arrival.
 */
export function foldSite(events: readonly AnyEvent[]): SiteState | undefined {
  const own = inFoldOrder(events).flatMap((event) => {
    const stream = parseStream(event.stream);
    if (stream?.kind !== 'site' || (event.type !== 'site.registered' && event.type !== 'site.amended')) return [];
    const data = EVENT_TYPES[event.type].safeParse(event.data);
    return data.success ? [{ event, id: stream.id, data: data.data }] : [];
  });
  const first = own.find(({ event }) => event.type === 'site.registered');
  if (first === undefined) return undefined;
  // Clocks of two devices may put an amendment before the registration it was made upon: it still counts.
  const amended = own.filter(({ event }) => event.type === 'site.amended' && event.org === first.event.org);
  const last = amended.at(-1) ?? first;
  return { id: first.id, org: first.event.org, data: last.data, updatedAt: last.event.wallAt };
}
