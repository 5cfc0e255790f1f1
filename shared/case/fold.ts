import type { AnyEvent } from '../events/order.ts';
import { parseStream } from '../events/stream.ts';

import { openingState, stageAfter, timelineEntry, withEffect } from './apply.ts';
import { attemptOf } from './attempt.ts';
import { isJudgeable, readCaseEvents, type CaseEvent, type ReadEvent } from './caseEvent.ts';
import { findForks } from './forks.ts';
import { judgeAuthor, judgeStep, type Refusal } from './judge.ts';
import { afterEvent, type Grants } from './numbers.ts';
import { firstOwner, judgeOwner, ownersAfter, type Owners } from './owners.ts';
import { transitionFor, type Transition } from './procedures/procedure.ts';
import { procedureOf } from './procedures/versions.ts';
import type { CaseState, TimelineEntry, Verdict } from './state.ts';

const APPLIED: Verdict = { is: 'applied' };

/**
 * Folds the stream of one case. Undefined until an entitled officer's `case.found` is there. Pure and total: independent
 * of the order of arrival, doubles change nothing, nothing throws. Facts are kept and at worst flagged with the article;
 * decisions against the rules are void and change nothing; two decisions that follow the same event are a fork and
 * neither applies; supervision stands beside and never moves the stage. Each event is judged by the rules it names.
 */
export function foldCase(events: readonly AnyEvent[]): CaseState | undefined {
  const read = readCaseEvents(events);
  const opening = read.find(isOpening);
  if (opening === undefined) return undefined;
  const id = parseStream(opening.event.stream)?.id;
  if (id === undefined) return undefined;
  const own = read.filter(({ event }) => event.stream === opening.event.stream);
  const forks = findForks(own, opening.event);
  let state = openingState(id, opening.event);
  let grants: Grants = new Map();
  let owners = firstOwner(opening.event.org);
  let isOpen = false;
  for (const one of own) {
    state = { ...state, readOnly: state.readOnly || !isJudgeable(one) };
    if (one.is === 'newer') {
      state = withLine(state, newerEntry(one.event));
      continue;
    }
    const isFirst = one.event._id === opening.event._id;
    isOpen ||= isFirst;
    state = isFirst ? opened(state, opening.event, grants) : step(state, one.event, { grants, isOpen, forks, owners });
    grants = afterEvent(grants, one.event, owners);
    if (isOpen && !isFirst) owners = ownersAfter(owners, one.event);
  }
  return state;
}

type FoundRead = Extract<ReadEvent, { is: 'readable' }> & {
  readonly event: Extract<CaseEvent, { type: 'case.found' }>;
};
type Around = {
  readonly grants: Grants;
  readonly owners: Owners;
  readonly isOpen: boolean;
  readonly forks: ReadonlySet<string>;
};

function isOpening(read: ReadEvent): read is FoundRead {
  if (read.is !== 'readable' || read.event.type !== 'case.found') return false;
  return judgeAuthor(read.event, 'case.found', read.event.org) === undefined;
}

function opened(state: CaseState, event: FoundRead['event'], grants: Grants): CaseState {
  const line = lineOf(event);
  const refusal = line === undefined ? undefined : judgeStep(line, attemptOf(event, undefined, grants))[0];
  return withLine(state, timelineEntry(event, verdictOf(refusal, 'fact')));
}

function step(state: CaseState, event: CaseEvent, around: Around): CaseState {
  const line = lineOf(event);
  if (line === undefined) return state;
  const verdict = judgeEvent(state, event, line, around);
  if (verdict.is === 'void') return withLine(state, timelineEntry(event, verdict));
  const effect = withEffect(state, event);
  const stage = stageAfter(state, effect, event, line.to, verdict);
  const leads = line.kind === 'decision' || stage !== state.stage;
  return withLine({ ...effect, stage, head: leads ? event._id : state.head }, timelineEntry(event, verdict));
}

function judgeEvent(state: CaseState, event: CaseEvent, line: Transition, around: Around): Verdict {
  const foreign = judgeOwner(event, around.owners);
  if (foreign?.code === 'handed_over') return verdictOf(foreign, line.kind);
  if (foreign !== undefined) return { is: 'void', reason: foreign.code, article: foreign.article };
  if (!around.isOpen) return verdictOf({ code: 'not_open', article: '行政处罚法 §54' }, line.kind);
  const refusals = judgeStep(line, attemptOf(event, state, around.grants));
  // A fork is told before the stage: the stage is what the two decisions disagree about.
  if (around.forks.has(event._id)) return { is: 'void', reason: 'fork', article: '' };
  return verdictOf(refusals[0], line.kind);
}

function verdictOf(refusal: Refusal | undefined, kind: Transition['kind']): Verdict {
  if (refusal === undefined) return APPLIED;
  return { is: kind === 'fact' ? 'flagged' : 'void', reason: refusal.code, article: refusal.article };
}

function lineOf(event: CaseEvent): Transition | undefined {
  const result = event.type === 'case.rechecked' ? event.data.result : undefined;
  return transitionFor(procedureOf(event.rules), event.type, result);
}

function withLine(state: CaseState, entry: TimelineEntry): CaseState {
  return { ...state, timeline: [...state.timeline, entry] };
}

function newerEntry({ _id, type, at, wallAt, by, role, org }: AnyEvent): TimelineEntry {
  return { event: _id, type, at, wallAt, by, role, org, verdict: { is: 'void', reason: 'read_only', article: '' } };
}
