import { foldCase } from '../case/fold.ts';
import type { CaseState, Verdict } from '../case/state.ts';
import type { EventEnvelope } from '../events/envelope.ts';
import type { AnyEvent } from '../events/order.ts';

import { aCaseFound, anIssued, aNumber, EventLog } from './builders.ts';

/** The folded case; throws when it did not open. */
export function folded(events: readonly AnyEvent[]): CaseState {
  const state = foldCase(events);
  if (state === undefined) throw new Error('the case did not open');
  return state;
}

/** What the fold made of one event. */
export function verdictOn(state: CaseState, event: { readonly _id: string }): Verdict | undefined {
  return state.timeline.find((line) => line.event === event._id)?.verdict;
}

/** A case whose notice was issued, and the log it goes on with. */
export function issuedCase(): { log: EventLog; events: EventEnvelope[]; found: EventEnvelope; issued: EventEnvelope } {
  const log = new EventLog();
  const found = log.next('case.found', aCaseFound());
  const granted = log.next('number.granted', aNumber());
  const issued = log.next('document.issued', anIssued(), { follows: found._id });
  return { log, events: [found, granted, issued], found, issued };
}
