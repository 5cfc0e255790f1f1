import { chinaDateOf } from '../kernel/chinaTime.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import { wasDone } from './acts.ts';
import { judgeAuthor, judgeRole, judgeStep, type Refusal } from './judge.ts';
import { isAboutMeasure, measureFor } from './measurePapers.ts';
import { HANDED_OVER_ARTICLE } from './owners.ts';
import type { ActKey, ProcedureName } from './procedures/names.ts';
import { actOf, transitionFor, type Transition } from './procedures/procedure.ts';
import { procedureOf, RULES_VERSION } from './procedures/versions.ts';
import type { ActData, Attempt } from './requirements/attempt.ts';
import { requirementOf } from './requirements/index.ts';
import type { CaseState } from './state.ts';

/**
 * Who asks, and when. What is not known yet (nothing typed, nobody chosen) is left out and holds nothing against a step.
 * `nowMs` in Unix milliseconds; `data`: the act as it would be written.
 */
export type ActContext = Pick<Attempt, 'officer' | 'second' | 'service' | 'hasNumber' | 'certificatesExpireOn'> & {
  readonly by: string;
  readonly role: string;
  readonly org: string;
  readonly nowMs: number;
  /** When it happened, for a fact that is told later; without it now. */
  readonly happenedMs?: number | undefined;
  /** Everybody who takes part, when others do beside the author. */
  readonly people?: readonly string[] | undefined;
  readonly data?: ActData | undefined;
  readonly calendar?: WorkCalendar | undefined;
};

/** A step of a file as a screen shows it: open, or closed with every reason and its law. */
export type ActInfo = {
  readonly act: ActKey;
  readonly kind: Transition['kind'];
  readonly open: boolean;
  readonly reasons: readonly Refusal[];
  /** It happened all the same: a fact may be recorded against these reasons, and is flagged with them. */
  readonly recordable: boolean;
  /** Whether this person's role may take it at all. */
  readonly mine: boolean;
};

/** Reasons for which not even a fact is written: it would count as nobody's. */
const NEVER_RECORDED: ReadonlySet<string> = new Set([
  'wrong_role',
  'handed_over',
  'read_only',
  'not_open',
  'already_open',
]);

/**
 * The steps of a file at its stage, with the reasons against each: what screens show and what the command's guard
 * answers. Steps of other stages are left out, and so is what runs by itself (photos, numbers).
 */
export function fileSteps(state: CaseState, context: ActContext): readonly ActInfo[] {
  const lines = procedureOf(RULES_VERSION, state.procedure)?.transitions ?? [];
  const here = lines.filter(({ from, event, kind }) => {
    if (SILENT.has(event) || from === 'none') return false;
    if (from !== 'any') return from.includes(state.stage);
    return (kind === 'fact' && state.file?.isEnded !== true) || isAsked(state, event);
  });
  const acts = new Set(here.map(({ event, tag }) => actOf(event, tag)));
  return [...acts]
    .filter((act) => !isHandedOut(state, act) && !isIdle(state, act))
    .map((act) => judgeAct(state, act, context));
}

/** Whether an act may be done now, with every reason against it. */
export function judgeAct(state: CaseState, act: ActKey, context: ActContext): ActInfo {
  const [event = '', tag] = act.split(':');
  const table = procedureOf(RULES_VERSION, state.procedure);
  const line = table === undefined ? undefined : transitionFor(table, event, tag, state.stage);
  if (line === undefined) {
    const reasons = [{ code: 'not_in_procedure', article: '' } as const];
    return { act, kind: 'decision', open: false, reasons, recordable: false, mine: false };
  }
  const author = authorReasons(state, line, context);
  const newer: readonly Refusal[] = state.readOnly ? [{ code: 'read_only', article: '' }] : [];
  const reasons = [...newer, ...author, ...judgeStep(line, attemptAt(state, act, line, context))];
  const isBarred = reasons.some(({ code }) => NEVER_RECORDED.has(code));
  const recordable = line.kind === 'fact' && reasons.length > 0 && !isBarred;
  return { act, kind: line.kind, open: reasons.length === 0, reasons, recordable, mine: author.length === 0 };
}

/** Whether this person may open a file of that procedure now, with every reason against it. */
export function judgeOpening(procedure: ProcedureName, context: ActContext): readonly Refusal[] {
  const table = procedureOf(RULES_VERSION, procedure);
  const line = table === undefined ? undefined : transitionFor(table, 'case.opened', procedure);
  if (line === undefined) return [{ code: 'not_in_procedure', article: '' }];
  const { role, org, nowMs, happenedMs = nowMs, people, by } = context;
  const author = judgeAuthor({ role, org }, line.event, org) ?? judgeRole(line, role);
  const act = actOf('case.opened', procedure);
  const at = { on: chinaDateOf(happenedMs), happenedMs, writtenMs: nowMs, people: people ?? [by] };
  return [...(author === undefined ? [] : [author]), ...judgeStep(line, { ...context, ...at, act })];
}

/** A question that stands open beside the procedure: a recusal asked for, two decisions that exclude each other. */
function isAsked(state: CaseState, event: string): boolean {
  if (event === 'recusal.decided') return (state.file?.recusals ?? []).some(({ granted }) => granted === undefined);
  return event === 'fork.ruled' && FORK_OPEN.holds({ state });
}

const FORK_OPEN = requirementOf('fork_open');

/** True for the service of a kind of document of which every one has been served. */
function isHandedOut(state: CaseState, act: ActKey): boolean {
  const [event, tag] = act.split(':');
  if (event !== 'document.served') return false;
  const issued = state.documents.filter(({ kind, voided }) => kind === tag && voided === undefined);
  return issued.length > 0 && issued.every(({ served }) => served !== undefined && served.mode !== 'announcement');
}

/** Documents of occasions that most cases do not have: they show once there is one. */
const OCCASIONAL: ReadonlySet<string> = new Set(['D04', 'D09', 'D10', 'D11', 'D12', 'D29', 'D32', 'D33']);

/**
 * True for the paper of a measure that no measure calls for, for the service of an occasional document nobody issued, and for
 * the report of a hearing where there was none.
 */
function isIdle(state: CaseState, act: ActKey): boolean {
  const [event, kind = ''] = act.split(':');
  if (event === 'hearing.reported') return !wasDone(state, ['hearing.held']);
  if (event === 'document.served') return OCCASIONAL.has(kind) && !state.documents.some((one) => one.kind === kind);
  return event === 'document.issued' && isAboutMeasure(kind) && measureFor(state, kind) === undefined;
}

/** What is served or posted is the last valid document of its kind; without one, none. */
function dataAbout(state: CaseState, act: ActKey, data: ActData | undefined): ActData | undefined {
  const [event, tag] = act.split(':');
  const isAbout = event === 'document.served' || event === 'document.posted';
  if (!isAbout || data?.document !== undefined) return data;
  const last = state.documents.findLast(({ kind, voided }) => kind === tag && voided === undefined);
  return { ...data, document: last?.document ?? '' };
}

const SILENT: ReadonlySet<string> = new Set([
  'photo.added',
  'paper.scanned',
  'number.granted',
  'number.voided',
  'case.handedOver',
  'supervision.returned',
  'supervision.accepted',
]);

function attemptAt(state: CaseState, act: ActKey, line: Transition, context: ActContext): Attempt {
  const { nowMs, happenedMs = nowMs, people, by } = context;
  const at = line.kind === 'fact' ? happenedMs : nowMs;
  const data = dataAbout(state, act, context.data);
  return {
    ...context,
    data,
    state,
    act,
    on: chinaDateOf(at),
    happenedMs: at,
    writtenMs: nowMs,
    people: people ?? [by],
  };
}

function authorReasons(state: CaseState, line: Transition, { role, org }: ActContext): readonly Refusal[] {
  const refusal = judgeAuthor({ role, org }, line.event, state.org) ?? judgeRole(line, role);
  if (refusal === undefined) return [];
  const hadIt = org !== state.org && state.handovers.some(({ from }) => from === org);
  return [hadIt ? { code: 'handed_over', article: HANDED_OVER_ARTICLE } : refusal];
}
