import type { AnyEvent } from '../events/order.ts';
import { parseStream } from '../events/stream.ts';
import { chinaDateOf } from '../kernel/chinaTime.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import { tagOf } from './acts.ts';
import { openingState, stageAfter, timelineEntry, withEffect, withPhotosOf, type Opening } from './apply.ts';
import { attemptOf } from './attempt.ts';
import { isJudgeable, readCaseEvents, type CaseEvent, type ReadEvent } from './caseEvent.ts';
import { ForkWatch, ruledIn } from './forks.ts';
import { judgeAuthor, judgeRole, judgeStep, type Refusal } from './judge.ts';
import { afterEvent, type Grants } from './numbers.ts';
import { firstOwner, judgeOwner, ownersAfter, type Owners } from './owners.ts';
import { judgePrint, withPrint } from './prints.ts';
import type { ProcedureName } from './procedures/names.ts';
import { transitionFor, type Transition } from './procedures/procedure.ts';
import { FILES_SINCE, procedureOf } from './procedures/versions.ts';
import type { CaseState, TimelineEntry, Verdict } from './state.ts';

const APPLIED: Verdict = { is: 'applied' };

/**
 * Folds the stream of one case. Undefined until an entitled author's opening is there. Pure and total: independent
 * of the order of arrival, doubles change nothing, nothing throws. Facts are kept and at worst flagged with the article;
 * decisions against the rules are void and change nothing; two decisions that follow the same event are a fork and
 * neither applies; supervision stands beside and never moves the stage. Each event is judged by the rules it names.
 */
export function foldCase(events: readonly AnyEvent[], calendar?: WorkCalendar): CaseState | undefined {
  const read = readCaseEvents(events);
  const opening = read.find(isOpening);
  if (opening === undefined) return undefined;
  const id = parseStream(opening.event.stream)?.id;
  if (id === undefined) return undefined;
  const own = read.filter(({ event }) => event.stream === opening.event.stream);
  const ruled = ruledIn(own, opening.event);
  const forks = new Set<string>();
  for (;;) {
    const { state, found } = foldOnce(id, own, { opening: opening.event, forks, ruled, calendar });
    // What a fork undoes may bring to light another one; each round knows more of them, so it ends.
    if ([...found].every((one) => forks.has(one))) return state;
    for (const one of found) forks.add(one);
  }
}

type Known = {
  readonly opening: Opening;
  readonly forks: ReadonlySet<string>;
  readonly ruled: ReadonlySet<string>;
  readonly calendar?: WorkCalendar | undefined;
};

function foldOnce(
  id: string,
  own: readonly ReadEvent[],
  { opening, forks, ruled, calendar }: Known,
): { readonly state: CaseState; readonly found: ReadonlySet<string> } {
  let state = openingState(id, opening, openingLine(opening)?.to ?? 'found');
  let grants: Grants = new Map();
  let owners = firstOwner(opening.org);
  let isOpen = false;
  const watch = new ForkWatch(ruled);
  for (const one of own) {
    if (!isJudgeable(one)) state = { ...state, readOnly: true };
    if (one.is === 'newer') {
      state = withLine(state, newerEntry(one.event));
      continue;
    }
    const isFirst = one.event._id === opening._id;
    isOpen ||= isFirst;
    const around = { grants, isOpen, forks, owners, calendar, watch };
    state = isFirst ? opened(state, opening, around) : step(state, one.event, around);
    grants = afterEvent(grants, one.event, owners);
    if (isOpen && !isFirst) owners = ownersAfter(owners, one.event);
  }
  return { state, found: watch.found };
}

type OpeningRead = Extract<ReadEvent, { is: 'readable' }> & { readonly event: Opening };
type Around = {
  readonly grants: Grants;
  readonly owners: Owners;
  readonly isOpen: boolean;
  readonly forks: ReadonlySet<string>;
  readonly watch: ForkWatch;
  readonly calendar?: WorkCalendar | undefined;
};

function isOpening(read: ReadEvent): read is OpeningRead {
  if (read.is !== 'readable' || (read.event.type !== 'case.found' && read.event.type !== 'case.opened')) return false;
  if (judgeAuthor(read.event, read.event.type, read.event.org) !== undefined) return false;
  if (read.event.type === 'case.found') return true;
  const line = openingLine(read.event);
  return line !== undefined && judgeRole(line, read.event.role) === undefined;
}

function openingLine(event: Opening): Transition | undefined {
  return lineOf(event, { procedure: procedureNameOf(event), documents: [] });
}

function procedureNameOf(event: Opening): ProcedureName {
  return event.type === 'case.found' ? 'correction' : event.data.procedure;
}

function opened(state: CaseState, event: Opening, { grants, calendar }: Around): CaseState {
  const line = openingLine(event);
  const attempt = { ...attemptOf(event, undefined, grants), calendar };
  const refusal = line === undefined ? undefined : judgeStep(line, attempt)[0];
  return withLine(state, timelineEntry(event, verdictOf(refusal, 'fact'), state));
}

function step(state: CaseState, event: CaseEvent, around: Around): CaseState {
  if (event.type === 'document.printed') return printed(state, event, around);
  const line = lineOf(event, state);
  if (line === undefined) return withoutLine(state, event);
  const verdict = judgeEvent(state, event, line, around);
  if (verdict.is === 'applied') around.watch.took(event, line, state);
  if (verdict.is === 'void') return withLine(state, timelineEntry(event, verdict, state));
  const effect =
    verdict.is === 'flagged' && isKeptOnly(state, line)
      ? withPhotosOf(state, event)
      : withEffect(state, event, around.calendar);
  const stage = stageAfter(state, effect, event, line, verdict);
  const leads = (line.kind === 'decision' && line.concurrent !== true) || stage !== state.stage;
  const after = withEnd({ ...effect, stage, head: leads ? event._id : state.head }, line, verdict);
  return withLine(after, timelineEntry(event, verdict, effect));
}

/** Paper came out: whatever the stage and the rules of the case, it moves nothing. */
function printed(
  state: CaseState,
  event: Extract<CaseEvent, { type: 'document.printed' }>,
  { owners, isOpen }: Around,
): CaseState {
  const verdict = isOpen ? judgePrint(state, event, owners) : verdictOf({ code: 'not_open', article: '' }, 'decision');
  const next = verdict.is === 'void' ? state : withPrint(state, event);
  return withLine(next, timelineEntry(event, verdict, next));
}

function withEnd(state: CaseState, line: Transition, verdict: Verdict): CaseState {
  const ends = verdict.is === 'applied' && line.freezes?.includes('all') === true;
  return ends && state.file !== undefined ? { ...state, file: { ...state.file, isEnded: true } } : state;
}

/** In a file, what was recorded against the rules changes nothing that later steps build on. */
function isKeptOnly(state: CaseState, line: Transition): boolean {
  return state.file !== undefined && line.movesFlagged !== true && !COUNTS_ANYWAY.has(line.event);
}

/** What counts whoever recorded it and when: money that came, a remedy that was filed, a number, a recusal asked for. */
const COUNTS_ANYWAY: ReadonlySet<string> = new Set([
  'payment.entered',
  'cash.handedIn',
  'remedy.filed',
  'remedy.ended',
  'number.granted',
  'number.voided',
  'recusal.requested',
  'case.told',
  'measure.taken',
  'measure.ended',
]);

/** An act that the procedure does not have. Rules before files left it out of the timeline, too. */
function withoutLine(state: CaseState, event: CaseEvent): CaseState {
  if (event.rules < FILES_SINCE) return state;
  return withLine(state, timelineEntry(event, { is: 'void', reason: 'not_in_procedure', article: '' }, state));
}

function judgeEvent(state: CaseState, event: CaseEvent, line: Transition, around: Around): Verdict {
  const foreign = judgeOwner(event, around.owners);
  if (foreign?.code === 'handed_over') return verdictOf(foreign, line.kind);
  if (foreign !== undefined) return { is: 'void', reason: foreign.code, article: foreign.article };
  if (!around.isOpen) return verdictOf({ code: 'not_open', article: '行政处罚法 §54' }, line.kind);
  const role = judgeRole(line, event.role);
  if (role !== undefined) return { is: 'void', reason: role.code, article: role.article };
  // A fork is told before the stage: the stage is what the two decisions disagree about.
  if (around.forks.has(event._id)) return { is: 'void', reason: 'fork', article: '' };
  const rival = around.watch.rivalOf(event, line);
  if (rival !== undefined && isSound(rival.before, event, around)) around.watch.note(event, rival);
  return verdictOf(
    judgeStep(line, { ...attemptOf(event, state, around.grants), calendar: around.calendar })[0],
    line.kind,
  );
}

/** Whether the decision would take effect in the case as its author knew it. */
function isSound(state: CaseState, event: CaseEvent, { grants, calendar }: Around): boolean {
  const line = lineOf(event, state);
  return line !== undefined && judgeStep(line, { ...attemptOf(event, state, grants), calendar }).length === 0;
}

function verdictOf(refusal: Refusal | undefined, kind: Transition['kind']): Verdict {
  if (refusal === undefined) return APPLIED;
  const { code, article, subject } = refusal;
  return {
    is: kind === 'fact' ? 'flagged' : 'void',
    reason: code,
    article,
    ...(subject === undefined ? {} : { subject }),
  };
}

function lineOf(
  event: CaseEvent,
  state: Pick<CaseState, 'procedure' | 'documents'> & Partial<Pick<CaseState, 'stage'>>,
): Transition | undefined {
  const procedure = procedureOf(event.rules, state.procedure);
  return procedure === undefined ? undefined : transitionFor(procedure, event.type, tagOf(event, state), state.stage);
}

function withLine(state: CaseState, entry: TimelineEntry): CaseState {
  return { ...state, timeline: [...state.timeline, entry] };
}

function newerEntry({ _id, type, at, wallAt, by, role, org }: AnyEvent): TimelineEntry {
  const verdict: Verdict = { is: 'void', reason: 'read_only', article: '' };
  const ms = Date.parse(wallAt);
  const on = Number.isNaN(ms) ? '' : chinaDateOf(ms);
  return { event: _id, type, at, wallAt, by, role, org, on, people: [by], verdict };
}
