import type { CaseEvent } from './caseEvent.ts';
import type { CaseState } from './state.ts';

/** The events of a case that count: what is void in it stands on no paper and in no document. */
export function countingEvents(
  { timeline }: Pick<CaseState, 'timeline'>,
  events: readonly CaseEvent[],
): readonly CaseEvent[] {
  const isVoid = new Set(timeline.flatMap(({ event, verdict }) => (verdict.is === 'void' ? [event] : [])));
  return events.filter(({ _id }) => !isVoid.has(_id));
}
