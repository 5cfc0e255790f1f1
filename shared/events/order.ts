import type { EventHeader } from './envelope.ts';
import { withoutWithheld } from './withheld.ts';

/** Any event by its envelope, also of a type or version that this app does not know. */
export type AnyEvent = EventHeader & { readonly _id: string; readonly type: string; readonly data: unknown };

/**
 * The order in which a stream is folded: by stamp, then by id, each event once. Independent of the order of arrival.
 * Entries that are not events are left out, so that a fold never throws on them, and so is what its author withheld.
 */
export function inFoldOrder(events: readonly AnyEvent[]): readonly AnyEvent[] {
  const byId = new Map<string, AnyEvent>();
  for (const event of events) if (looksLikeEvent(event)) byId.set(event._id, event);
  return [...withoutWithheld([...byId.values()])].sort((a, b) => compare(a.at, b.at) || compare(a._id, b._id));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function looksLikeEvent(value: unknown): value is AnyEvent {
  if (typeof value !== 'object' || value === null) return false;
  const event = value as Record<string, unknown>;
  const texts = ['_id', 'at', 'type', 'stream', 'by', 'role', 'org', 'wallAt'];
  return (
    texts.every((key) => typeof event[key] === 'string') &&
    typeof event['v'] === 'number' &&
    typeof event['rules'] === 'number'
  );
}
