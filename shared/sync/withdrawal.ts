import type { EventEnvelope } from '../events/envelope.ts';
import type { EventData } from '../events/registry.ts';

/** Events that make their stream: without them nothing else in it means anything. */
const OPENING: ReadonlySet<string> = new Set(['case.found', 'inspection.submitted', 'site.registered']);

/** What withdrawing a record means for the rest of its stream. */
export type Withdrawal = {
  /** The records that go, the asked one first. */
  readonly events: readonly EventEnvelope[];
  /** Numbers that are spent by it: voided with the reason, never free again. */
  readonly numbers: readonly EventData<'number.granted'>[];
};

/**
 * What goes when an author withdraws `target`. `unsettled`: the author's own events of the stream that the server does
 * not have; `stream`: all its events. The event that opened a stream takes the unsettled rest along; a document takes its
 * number, its service and its prints, a number its document. A number that was given to a document is voided, whatever happens to
 * the rest: it may stand on paper already.
 */
export function withdrawalOf(
  target: EventEnvelope,
  unsettled: readonly EventEnvelope[],
  stream: readonly EventEnvelope[],
): Withdrawal {
  const document = documentOf(target);
  const along = unsettled.filter(
    (event) =>
      event._id !== target._id &&
      event.type !== 'log.withheld' &&
      event.type !== 'number.voided' &&
      (OPENING.has(target.type) || (isOfNumber(target) && documentOf(event) === document)),
  );
  const events = [target, ...along];
  const documents = new Set(events.filter(isOfNumber).map(documentOf));
  const voided = new Set(stream.flatMap((event) => (event.type === 'number.voided' ? [event.data.number] : [])));
  const granted = new Map(
    stream.flatMap((event) =>
      event.type === 'number.granted' && documents.has(event.data.document)
        ? [[event.data.number, event.data] as const]
        : [],
    ),
  );
  return { events, numbers: [...granted.values()].filter(({ number }) => !voided.has(number)) };
}

function isOfNumber({ type }: EventEnvelope): boolean {
  return type === 'number.granted' || type === 'document.issued';
}

function documentOf(event: EventEnvelope): string | undefined {
  const isDocument = event.type === 'number.granted' || event.type === 'document.issued';
  const isAbout = event.type === 'document.served' || event.type === 'document.printed';
  return isDocument || isAbout ? event.data.document : undefined;
}
