import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { EVENT_TYPES, type EventData } from '../events/registry.ts';
import { parseStream } from '../events/stream.ts';

/** A value that was entered by hand: what, by whom, when. */
export type IndicatorEntry = EventData<'indicator.entered'> & {
  readonly event: string;
  readonly stream: string;
  readonly org: string;
  readonly by: string;
  readonly at: string;
  readonly wallAt: string;
};

/** Every entry of the streams of indicators, in the order of their stamps. What this version cannot read is left out. */
export function indicatorEntries(events: readonly AnyEvent[]): readonly IndicatorEntry[] {
  return inFoldOrder(events).flatMap((event): IndicatorEntry[] => {
    if (event.type !== 'indicator.entered' || parseStream(event.stream)?.kind !== 'indicator') return [];
    const data = EVENT_TYPES['indicator.entered'].safeParse(event.data);
    if (!data.success) return [];
    const { _id, stream, org, by, at, wallAt } = event;
    return [{ ...data.data, event: _id, stream, org, by, at, wallAt }];
  });
}

/** The entries that count: of an organisation, an indicator and a month the last one by its stamp. */
export function countingEntries(entries: readonly IndicatorEntry[]): readonly IndicatorEntry[] {
  const last = new Map<string, IndicatorEntry>();
  for (const entry of entries) {
    const key = `${entry.org} ${entry.indicator} ${entry.month}`;
    const before = last.get(key);
    if (before === undefined || isAfter(entry, before)) last.set(key, entry);
  }
  return [...last.values()];
}

function isAfter(one: IndicatorEntry, other: IndicatorEntry): boolean {
  return one.at === other.at ? one.event > other.event : one.at > other.at;
}
