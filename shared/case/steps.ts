import type { ChinaDate } from '../kernel/chinaTime.ts';
import { err, ok, type Result } from '../kernel/result.ts';

import { judgeAuthor, judgeStep, type Refusal } from './judge.ts';
import { HANDED_OVER_ARTICLE } from './owners.ts';
import { STEPS, type CorrectionStep } from './procedures/names.ts';
import { transitionFor, type Transition } from './procedures/procedure.ts';
import { procedureOf, RULES_VERSION } from './procedures/versions.ts';
import type { Attempt } from './requirements/attempt.ts';
import type { CaseState } from './state.ts';

export type { Refusal } from './judge.ts';
export type { CorrectionStep as StepName } from './procedures/names.ts';

/**
 * Who asks, and when. `role` is bare or `<org>/<role>`. Members that are not known yet (nothing typed, nobody chosen) are
 * left out and hold nothing against a step; dates are in Asia/Shanghai.
 */
export type StepContext = Omit<Attempt, 'state' | 'on' | 'certificatesExpireOn' | 'by'> & {
  readonly role: string;
  readonly org?: string | undefined;
  readonly todayOn: ChinaDate;
  readonly officerCertificateExpiresOn?: ChinaDate | undefined;
  readonly secondCertificateExpiresOn?: ChinaDate | undefined;
  /** Result of a re-check, once chosen: 未改正 before the period is over is refused. */
  readonly result?: 'fixed' | 'not_fixed' | undefined;
};

/** A step as a screen shows it: open, or closed with every reason. */
export type StepInfo = { readonly step: CorrectionStep; readonly open: boolean; readonly reasons: readonly Refusal[] };

/** Every step of the correction flow with its reasons: what screens show and, step by step, what `guardStep` answers. */
export function openSteps(state: CaseState | undefined, context: StepContext): readonly StepInfo[] {
  return STEPS.map((step) => {
    const reasons = reasonsAgainst(state, step, context);
    return { step, open: reasons.length === 0, reasons };
  });
}

/** Whether a step may be taken now, with the first reason against it: the command's answer and the screen's are one. */
export function guardStep(
  state: CaseState | undefined,
  step: CorrectionStep,
  context: StepContext,
): Result<void, Refusal> {
  const refusal = reasonsAgainst(state, step, context)[0];
  return refusal === undefined ? ok(undefined) : err(refusal);
}

/** 待复查: the notice was served and the last day for correcting has come. */
export function isRecheckDue(state: Pick<CaseState, 'stage' | 'dueOn'>, todayOn: ChinaDate): boolean {
  return state.stage === 'notice_served' && state.dueOn !== undefined && todayOn >= state.dueOn;
}

/** The event that a step is told by; where there are several, the one that carries the requirements. */
const EVENT_OF = {
  openCase: 'case.found',
  addPhoto: 'photo.added',
  fixOnSite: 'case.fixedOnSite',
  issueNotice: 'document.issued',
  serveNotice: 'document.served',
  recheck: 'case.rechecked',
  voidNumber: 'number.voided',
  handOver: 'case.handedOver',
  supervise: 'supervision.returned',
} as const satisfies Record<CorrectionStep, Transition['event']>;

function reasonsAgainst(state: CaseState | undefined, step: CorrectionStep, context: StepContext): readonly Refusal[] {
  const table = procedureOf(RULES_VERSION, 'correction');
  const line = table === undefined ? undefined : transitionFor(table, EVENT_OF[step], context.result ?? 'fixed');
  if (line === undefined) return [{ code: 'wrong_stage', article: '' }];
  const author = authorRefusal(context, line.event, state);
  const certificatesExpireOn = [context.officerCertificateExpiresOn, context.secondCertificateExpiresOn];
  const attempt: Attempt = { ...context, state, on: context.todayOn, certificatesExpireOn };
  const newer: readonly Refusal[] = state?.readOnly === true ? [{ code: 'read_only', article: '' }] : [];
  return [...newer, ...(author === undefined ? [] : [author]), ...judgeStep(line, attempt)];
}

/** As `judgeAuthor`; to people of an organisation that had the case before it says that it was handed over. */
function authorRefusal(
  context: StepContext,
  event: Transition['event'],
  state: CaseState | undefined,
): Refusal | undefined {
  const refusal = judgeAuthor(context, event, state?.org);
  const { org } = context;
  const hadIt = org !== undefined && org !== state?.org && state?.handovers.some(({ from }) => from === org) === true;
  if (refusal === undefined || !hadIt) return refusal;
  return judgeAuthor(context, event, org) ?? { code: 'handed_over', article: HANDED_OVER_ARTICLE };
}
