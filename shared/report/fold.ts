import { mayWrite } from '../access/permissions.ts';
import { parseHeldRole } from '../access/roles.ts';
import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { EVENT_TYPES, type EventData } from '../events/registry.ts';
import { REPORT_EVENTS } from '../events/reportEvents.ts';
import { parseStream } from '../events/stream.ts';

import { judgeReport } from './judge.ts';
import type { ReportEventType, ReportRefusal, ReportStage, ReportState, ReportStep } from './state.ts';

type ReportEvent = {
  [T in ReportEventType]: { readonly type: T; readonly data: EventData<T> };
}[ReportEventType];
type Folding = ReportState & { readonly before?: ReportStage | undefined };

/**
 * Folds the stream of one report: received once, then each step that may follow; what may not stands among the steps with
 * the reason and changes nothing. Undefined until it was received. Never throws; independent of the order of arrival.
 */
export function foldReport(events: readonly AnyEvent[]): ReportState | undefined {
  const own = inFoldOrder(events).flatMap((event) => {
    const id = idOf(event);
    const parsed = parse(event);
    return id === undefined || parsed === undefined ? [] : [{ event, id, parsed }];
  });
  // Clocks of two devices may put a step before the report it belongs to: it still follows it.
  const first = own.find(({ parsed, event }) => parsed.type === 'report.received' && hasRole(event));
  if (first?.parsed.type !== 'report.received') return undefined;
  let state: Folding = opened(first.id, first.event, first.parsed.data);
  for (const one of own) if (one !== first) state = applied(state, one.event, one.parsed);
  const { before: _, ...result } = state;
  return result;
}

function idOf(event: AnyEvent): string | undefined {
  const stream = parseStream(event.stream);
  return stream?.kind === 'report' ? stream.id : undefined;
}

function parse(event: AnyEvent): ReportEvent | undefined {
  if (!Object.hasOwn(REPORT_EVENTS, event.type)) return undefined;
  const type = event.type as ReportEventType;
  const data = EVENT_TYPES[type].safeParse(event.data);
  // The pair fits by construction, which the compiler cannot see.
  return data.success ? ({ type, data: data.data } as ReportEvent) : undefined;
}

function hasRole({ role, type, org }: AnyEvent): boolean {
  const held = parseHeldRole(role);
  return held?.org === org && mayWrite(held.role, type);
}

function opened(id: string, event: AnyEvent, data: EventData<'report.received'>): Folding {
  const steps = [stepOf(event, { type: 'report.received', data }, undefined)];
  return { id, org: event.org, by: event.by, state: 'new', receivedAt: data.receivedAt, data, steps };
}

function applied(state: Folding, event: AnyEvent, parsed: ReportEvent): Folding {
  const refusal = refusalOf(state, event, parsed);
  const steps = [...state.steps, stepOf(event, parsed, refusal)];
  return refusal === undefined ? { ...state, ...changeBy(state, event, parsed), steps } : { ...state, steps };
}

function refusalOf(state: Folding, event: AnyEvent, parsed: ReportEvent): ReportRefusal | undefined {
  if (event.org !== state.org) return 'report_other_org';
  if (!hasRole(event)) return 'wrong_role';
  return judgeReport(state, parsed.type, parsed.type === 'report.merged' ? parsed.data.into : undefined);
}

function changeBy(state: Folding, event: AnyEvent, parsed: ReportEvent): Partial<Folding> {
  switch (parsed.type) {
    case 'report.received':
      return {};
    case 'report.merged':
      return { before: state.state, state: 'merged', mergedInto: parsed.data.into };
    case 'report.unmerged':
      return { state: state.before ?? 'new', before: undefined, mergedInto: undefined };
    case 'report.triaged':
      return { state: parsed.data.verdict, triage: parsed.data };
    case 'report.dispatched':
      return { state: 'dispatched', dispatch: parsed.data, handled: undefined, answer: undefined, endedAt: undefined };
    case 'report.handled':
      return { state: 'handled', handled: { ...parsed.data, by: event.by } };
    case 'report.answered':
      return { state: 'answered', answer: parsed.data, endedAt: parsed.data.at };
    case 'report.closed':
      return { state: 'closed', endedAt: state.endedAt ?? event.wallAt };
  }
}

function stepOf(event: AnyEvent, parsed: ReportEvent, refusal: ReportRefusal | undefined): ReportStep {
  const { _id, by, wallAt } = event;
  return { event: _id, type: parsed.type, by, wallAt, text: textOf(parsed), refusal };
}

function textOf({ type, data }: ReportEvent): string {
  switch (type) {
    case 'report.received':
    case 'report.answered':
      return data.text;
    case 'report.merged':
    case 'report.unmerged':
      return data.reason;
    case 'report.triaged':
      return data.verdict === 'accepted' ? data.limit.name : data.reason;
    case 'report.dispatched':
      return [data.team ?? '', data.officer?.name ?? '', data.note].filter((part) => part !== '').join(' · ');
    case 'report.handled':
      return data.result;
    case 'report.closed':
      return data.note;
  }
}
