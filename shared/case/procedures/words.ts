import type { ActKey } from './names.ts';
import type { Transition } from './procedure.ts';

/** Two certified officers (行政处罚法 §42), and an instant that has come. */
export const PAIR = ['two_officers', 'valid_certificates', 'not_in_future'] as const;

type Rest = Omit<Transition, 'event' | 'tag' | 'kind'>;

/** A line about what happened. */
export function fact(act: ActKey, rest: Rest): Transition {
  return { ...split(act), kind: 'fact', ...rest };
}

/** A line about what somebody with the power decides. */
export function decision(act: ActKey, rest: Rest): Transition {
  return { ...split(act), kind: 'decision', ...rest };
}

function split(act: ActKey): Pick<Transition, 'event' | 'tag'> {
  const [event = '', tag] = act.split(':');
  return { event: event as Transition['event'], ...(tag === undefined ? {} : { tag }) };
}
