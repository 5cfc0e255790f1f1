import { isChecked } from '../events/checked.ts';
import { ENVELOPE_VERSION, type EventEnvelope } from '../events/envelope.ts';
import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { EVENT_TYPES, isCaseEventType, isEventType, type CaseEventType } from '../events/registry.ts';
import { parseStream } from '../events/stream.ts';

import { knowsRules } from './procedures/versions.ts';

/** An event of a case whose data is known to fit its type. */
export type CaseEvent = EventEnvelope<CaseEventType>;

/** An event of a case's stream in fold order: readable here, or too new to be judged by this app. */
export type ReadEvent =
  { readonly is: 'readable'; readonly event: CaseEvent } | { readonly is: 'newer'; readonly event: AnyEvent };

/**
 * The events of case streams in fold order. What is no event, has data against its schema or belongs into other streams
 * is left out; a type or version this app does not know is kept as `newer`. Never throws.
 */
export function readCaseEvents(events: readonly AnyEvent[]): readonly ReadEvent[] {
  return inFoldOrder(events).flatMap((event): readonly ReadEvent[] => {
    if (parseStream(event.stream)?.kind !== 'case') return [];
    if (event.v > ENVELOPE_VERSION || !isEventType(event.type)) return [{ is: 'newer', event }];
    if (!isCaseEventType(event.type)) return [];
    const fits = isChecked(event) || EVENT_TYPES[event.type].safeParse(event.data).success;
    // The schema of exactly this type accepted the data, which is what CaseEvent says.
    return fits ? [{ is: 'readable', event: event as CaseEvent }] : [];
  });
}

/** Those of the events that this app can read, in fold order. */
export function readableEvents(events: readonly AnyEvent[]): readonly CaseEvent[] {
  return readCaseEvents(events).flatMap((read) => (read.is === 'readable' ? [read.event] : []));
}

/** True when this app has the rules the event names; otherwise the case is read-only here. */
export function isJudgeable(read: ReadEvent): boolean {
  return read.is === 'readable' && knowsRules(read.event.rules);
}
