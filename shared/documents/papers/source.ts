import type { CaseEvent } from '../../case/caseEvent.ts';
import { countingEvents } from '../../case/counting.ts';
import type { CaseState } from '../../case/state.ts';

import type { EventOf, PaperSource } from './paper.ts';

/** What the app knows beside the case: the agency, the place in full, the matter, and people's names. */
export type Known = Pick<PaperSource, 'org' | 'address' | 'matter' | 'nameOf' | 'orgName' | 'prints'>;

/**
 * What the paper of one record is made from; undefined when the case has no such record. What is void in the case counts
 * in no paper.
 */
export function sourceOf(
  state: CaseState,
  events: readonly CaseEvent[],
  id: string,
  known: Known,
): PaperSource | undefined {
  const counting = countingEvents(state, events) as readonly EventOf<CaseEvent['type']>[];
  const event = counting.find(({ _id }) => _id === id);
  return event === undefined ? undefined : { ...known, state, event, events: counting };
}
