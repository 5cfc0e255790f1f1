import type { EventType } from '../../events/registry.ts';
import type { CaseStage } from '../state.ts';

/** Event types that stand in the stream of a case. */
export type CaseEventType = Extract<
  EventType,
  `case.${string}` | `document.${string}` | `number.${string}` | `supervision.${string}` | 'photo.added'
>;

/** What a person can do to a case, as screens and commands name it. */
export const STEPS = [
  'openCase',
  'addPhoto',
  'fixOnSite',
  'issueNotice',
  'serveNotice',
  'recheck',
  'voidNumber',
  'handOver',
  'supervise',
] as const;
/** See `STEPS`. */
export type StepName = (typeof STEPS)[number];

/** Names of the requirements that a transition can have; each is defined once in `requirements.ts`. */
export type RequirementName =
  | 'two_officers'
  | 'valid_certificates'
  | 'verified_citation'
  | 'granted_number'
  | 'deadline_after_notice'
  | 'notice_issued'
  | 'witness_or_media'
  | 'after_service'
  | 'period_over'
  | 'another_org';

/**
 * One line of a procedure: which event, what it may follow, where it leads and what it needs. A fact records what
 * happened and is never refused; a decision changes the case only when the rules allow it. `beside` marks what stands
 * beside the procedure and never moves it. `article` names the law behind the order of steps, empty where there is none.
 */
export type Transition = {
  readonly step: StepName;
  readonly event: CaseEventType;
  readonly kind: 'fact' | 'decision';
  readonly beside?: true;
  /** Stages it may be taken in; `any` once the case is open. */
  readonly from: readonly CaseStage[] | 'any' | 'none';
  /** Stage it leads to; absent when the stage stays. */
  readonly to?: CaseStage;
  /** For an event with a result: the result this line is about. */
  readonly result?: 'fixed' | 'not_fixed';
  readonly requires: readonly RequirementName[];
  readonly article: string;
};

/** A procedure of one rules version. */
export type Procedure = { readonly rules: number; readonly transitions: readonly Transition[] };

/** The line for an event type, and for its result where lines differ by result; undefined when there is none. */
export function transitionFor(procedure: Procedure, event: string, result?: string): Transition | undefined {
  const lines = procedure.transitions.filter((line) => line.event === event);
  return lines.find((line) => line.result === undefined || line.result === result) ?? lines[0];
}
