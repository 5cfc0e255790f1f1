import { CROSS_ORG_TYPES, mayWrite } from '../access/permissions.ts';
import { parseHeldRole, ROLES } from '../access/roles.ts';
import type { ChinaDate } from '../kernel/chinaTime.ts';

import type { Transition } from './procedures/procedure.ts';
import type { RefusalCode } from './refusals.ts';
import type { Attempt, Requirement } from './requirements/attempt.ts';
import { requirementOf } from './requirements/index.ts';
import { servedFrom } from './service.ts';

/** Why a step is closed, the law behind it (empty where the rule is the app's own), and what it is about. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly article: string;
  /** A missing act, a date, an amount in fen or a name, whichever the code speaks of. */
  readonly subject?: string | undefined;
};

/** Who takes the step: a role, bare or as `<org>/<role>`, and the organisation when it is known. */
export type Author = { readonly role: string; readonly org?: string | undefined };

/**
 * Whether someone with this role and organisation may write the event into a case of `caseOrg`. Supervision comes from
 * another organisation; everything else only from the one that owns the case. A carrier moves documents and writes none.
 */
export function judgeAuthor(
  author: Author,
  event: Transition['event'],
  caseOrg: string | undefined,
): Refusal | undefined {
  const held = parseHeldRole(author.role);
  const role = held?.role ?? ROLES.find((known) => known === author.role);
  const refusal: Refusal = {
    code: 'wrong_role',
    article: CROSS_ORG_TYPES.includes(event) ? '行政处罚法 §75' : '行政处罚法 §42',
  };
  if (role === undefined || role === 'carrier' || !mayWrite(role, event)) return refusal;
  if (held !== undefined && author.org !== undefined && held.org !== author.org) return refusal;
  const org = author.org ?? held?.org;
  const foreign = org !== undefined && caseOrg !== undefined && org !== caseOrg;
  return foreign && !CROSS_ORG_TYPES.includes(event) ? refusal : undefined;
}

/** Every rule the step breaks in the state of the attempt, in order of weight; empty when it is open. */
export function judgeStep(line: Transition, attempt: Attempt): readonly Refusal[] {
  const order = judgeOrder(line, attempt);
  const broken = line.requires.map(requirementOf).filter((requirement) => !requirement.holds(attempt));
  const refusals = [...judgeFile(line, attempt), ...broken.map((one) => refusalOf(one, attempt))];
  if (order === undefined) return refusals;
  // No notice, or no service, says more than the wrong stage does.
  const isExplained = order.code === 'wrong_stage' && refusals.some(({ code }) => EXPLAINS_STAGE.has(code));
  return isExplained ? refusals : [order, ...refusals];
}

/** Whether the line is for people with this role. */
export function judgeRole(line: Transition, role: string): Refusal | undefined {
  const held = parseHeldRole(role)?.role ?? role;
  const isFor = line.roles === undefined || line.roles.some((one) => one === held);
  return isFor ? undefined : { code: 'wrong_role', article: line.article };
}

const EXPLAINS_STAGE: ReadonlySet<RefusalCode> = new Set(['notice_not_issued', 'recheck_before_service']);

function refusalOf({ code, article, subject }: Requirement, attempt: Attempt): Refusal {
  const about = subject?.(attempt);
  return about === undefined ? { code, article } : { code, article, subject: about };
}

/** Papers a file goes on from only when they have reached the party, or count as if they had. */
const BINDING: ReadonlySet<string> = new Set(['D17', 'D18', 'D22', 'D23', 'D24', 'D25', 'D27']);

/** The day on which the last announced paper of a file counts as served, while that day has not come (民事诉讼法 §95). */
function announcedUntil(line: Transition, { state, on, calendar }: Attempt): ChinaDate | undefined {
  if (on === undefined || line.kind !== 'decision' || line.to === undefined || line.whileSuspended === true) return;
  const days = (state?.documents ?? []).flatMap(({ kind, voided, served }) => {
    const isRunning = voided === undefined && served?.mode === 'announcement' && BINDING.has(kind);
    return isRunning ? [servedFrom(served, calendar)] : [];
  });
  return days.filter((day) => day > on).at(-1);
}

/** What holds for every step of a file: it rests while suspended, it waits for papers to reach the party, and whoever is recused takes no part. */
function judgeFile(line: Transition, attempt: Attempt): readonly Refusal[] {
  const { state, people = [] } = attempt;
  if (state?.file === undefined) return [];
  const isResting = state.file.rests.some(({ toOn }) => toOn === undefined);
  const isClosed = isResting && line.kind === 'decision' && line.beside !== true && line.whileSuspended !== true;
  const until = announcedUntil(line, attempt);
  const recused = state.file.recusals.find(({ of, granted }) => granted === true && people.includes(of));
  return [
    ...(isClosed ? [{ code: 'suspended', article: '行政强制法 §39' } as const] : []),
    ...(until === undefined
      ? []
      : [{ code: 'announcement_running', article: '民事诉讼法 §95', subject: until } as const]),
    ...(recused === undefined ? [] : [{ code: 'recused', article: '行政处罚法 §43', subject: recused.of } as const]),
  ];
}

function judgeOrder(line: Transition, { state }: Attempt): Refusal | undefined {
  if (line.from === 'none') return state === undefined ? undefined : { code: 'already_open', article: '' };
  if (state === undefined) return { code: 'not_open', article: '行政处罚法 §54' };
  return line.from === 'any' || line.from.includes(state.stage)
    ? undefined
    : { code: 'wrong_stage', article: line.article };
}
