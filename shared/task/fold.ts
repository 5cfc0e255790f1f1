import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { EVENT_TYPES, isEventType, type EventData } from '../events/registry.ts';
import { parseStream } from '../events/stream.ts';
import type { TASK_EVENTS, TaskPlan } from '../events/taskEvents.ts';

/** What was handed over when a shift ended, and when whom it went to had read it. */
export type Handover = EventData<'task.handedOver'> & {
  readonly by: string;
  readonly at: string;
  readonly receivedAt?: string | undefined;
};

/** A task, or what a shift left without one: then `plan` is absent. How far a patrol is stands in `progress`. */
export type TaskState = {
  readonly id: string;
  readonly org: string;
  readonly by: string;
  readonly plan?: TaskPlan | undefined;
  /** Who it is for now. */
  readonly assignees: readonly string[];
  readonly team?: string | undefined;
  readonly state: 'open' | 'done' | 'cancelled';
  /** How it ended. */
  readonly ended?: { readonly by: string; readonly at: string; readonly reason: string } | undefined;
  readonly handovers: readonly Handover[];
};

type TaskType = keyof typeof TASK_EVENTS;
type Known = {
  [T in TaskType]: { readonly type: T; readonly id: string; readonly event: AnyEvent; readonly data: EventData<T> };
}[TaskType];

/**
 * Folds the stream of one task by the events of the organisation that began it. The first plan counts; of who it is for the
 * last word; the first end. A hand-over puts the one it goes to in the place of the one who hands over. Undefined while there is
 * neither a plan nor a hand-over. Never throws; independent of the order of arrival.
 */
export function foldTask(events: readonly AnyEvent[]): TaskState | undefined {
  const known = inFoldOrder(events).flatMap(knownOf);
  const first =
    known.find(({ type }) => type === 'task.planned') ?? known.find(({ type }) => type === 'task.handedOver');
  if (first === undefined) return undefined;
  const own = known.filter((one) => one.event.org === first.event.org);
  const plan = first.type === 'task.planned' ? first.data : undefined;
  let people: Pick<TaskState, 'assignees' | 'team'> = peopleOf(plan ?? { assignees: [] });
  for (const one of own) {
    // Clocks of two devices may put a change before the plan it was made upon: it still counts.
    if (one.type === 'task.reassigned') people = peopleOf(one.data);
    if (one.type === 'task.handedOver') people = handedOn(people, one.event.by, one.data.to);
  }
  const end = own.find((one) => one.type === 'task.done' || one.type === 'task.cancelled');
  return {
    id: first.id,
    org: first.event.org,
    by: first.event.by,
    ...(plan !== undefined && { plan }),
    ...people,
    state: stateOf(end),
    ...(end !== undefined && { ended: { by: end.event.by, at: end.event.wallAt, reason: end.data.reason } }),
    handovers: handoversIn(own),
  };
}

function peopleOf(data: {
  readonly assignees: readonly string[];
  readonly team?: string | undefined;
}): Pick<TaskState, 'assignees' | 'team'> {
  const assignees = [...new Set(data.assignees)];
  return { assignees, ...(data.team !== undefined && { team: data.team }) };
}

function handedOn(
  people: Pick<TaskState, 'assignees' | 'team'>,
  from: string,
  to: string,
): Pick<TaskState, 'assignees' | 'team'> {
  return { ...people, assignees: [...people.assignees.filter((one) => one !== from && one !== to), to] };
}

function stateOf(end: Known | undefined): TaskState['state'] {
  if (end === undefined) return 'open';
  return end.type === 'task.done' ? 'done' : 'cancelled';
}

function handoversIn(own: readonly Known[]): readonly Handover[] {
  const received = own.filter((one) => one.type === 'task.received');
  return own.flatMap((one): Handover[] => {
    if (one.type !== 'task.handedOver') return [];
    const read = received.find(({ event, data }) => data.shift === one.data.shift && event.by === one.data.to);
    const { by, wallAt: at } = one.event;
    return [{ ...one.data, by, at, ...(read !== undefined && { receivedAt: read.event.wallAt }) }];
  });
}

function knownOf(event: AnyEvent): Known[] {
  const stream = parseStream(event.stream);
  const { type } = event;
  if (stream?.kind !== 'task' || !isEventType(type) || !type.startsWith('task.')) return [];
  const data = EVENT_TYPES[type].safeParse(event.data);
  // The schema was chosen by the type: the two fit.
  return data.success ? [{ type, id: stream.id, event, data: data.data } as Known] : [];
}
