import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { EVENT_TYPES, type EventData } from '../events/registry.ts';
import type { SiteChanges, SiteData } from '../events/siteEvents.ts';
import { parseStream } from '../events/stream.ts';

/** A thing of a register. `org` owns it: the organisation that registered it. */
export type SiteState = {
  readonly id: string;
  readonly org: string;
  readonly data: SiteData;
  /** The import that brought it. */
  readonly batch?: string | undefined;
  readonly updatedAt: string;
  /** It was taken out of the register: registered by mistake, twice, or by an import that was undone. */
  readonly withdrawn?: EventData<'site.withdrawn'> | undefined;
};

type Known = {
  [T in 'site.registered' | 'site.changed' | 'site.withdrawn']: {
    readonly type: T;
    readonly id: string;
    readonly event: AnyEvent;
    readonly data: EventData<T>;
  };
}['site.registered' | 'site.changed' | 'site.withdrawn'];

/**
 * Folds the stream of one thing: registered once, then changed by its own organisation. Of each field the last change
 * counts, so that changes of different fields both hold, whoever made them at the same time. Withdrawn once, it stays so.
 * Undefined until it was registered. Never throws; independent of the order of arrival.
 */
export function foldSite(events: readonly AnyEvent[]): SiteState | undefined {
  const known = inFoldOrder(events).flatMap(knownOf);
  const first = known.find((one) => one.type === 'site.registered');
  if (first === undefined) return undefined;
  // Clocks of two devices may put a change before the registration it was made upon: it still counts.
  const own = known.filter(
    (one) => one === first || (one.type !== 'site.registered' && one.event.org === first.event.org),
  );
  const { batch, ...registered } = first.data;
  let data: SiteData = registered;
  for (const one of own) if (one.type === 'site.changed') data = changedSite(data, one.data.changes);
  const withdrawn = own.find((one) => one.type === 'site.withdrawn')?.data;
  return {
    id: first.id,
    org: first.event.org,
    data,
    updatedAt: own.at(-1)?.event.wallAt ?? first.event.wallAt,
    ...(batch !== undefined && { batch }),
    ...(withdrawn !== undefined && { withdrawn }),
  };
}

/** The data after a change: own values are merged key by key; what was taken away is absent. Pure. */
export function changedSite(data: SiteData, { fields, ...changes }: SiteChanges): SiteData {
  const next: Record<string, unknown> = { ...data };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === '') Reflect.deleteProperty(next, key);
    else if (value !== undefined) next[key] = value;
  }
  if (fields === undefined) return next as SiteData;
  const merged = Object.entries({ ...data.fields, ...fields }).filter(([, value]) => value !== '');
  return { ...(next as SiteData), fields: Object.fromEntries(merged) };
}

function knownOf(event: AnyEvent): Known[] {
  const stream = parseStream(event.stream);
  const { type } = event;
  if (stream?.kind !== 'site') return [];
  if (type !== 'site.registered' && type !== 'site.changed' && type !== 'site.withdrawn') return [];
  const data = EVENT_TYPES[type].safeParse(event.data);
  // The schema was chosen by the type: the two fit.
  return data.success ? [{ type, id: stream.id, event, data: data.data } as Known] : [];
}
