import type { Role } from '../../access/roles.ts';
import type { CaseEventType } from '../../events/registry.ts';
import type { CaseStage } from '../stages.ts';

import type { ActKey, CorrectionStep, FrozenPart, ProcedureName } from './names.ts';
import type { Need } from './need.ts';

/**
 * One line of a procedure: which act, what it may follow, where it leads and what it needs. A fact records what
 * happened and is never refused; a decision changes the case only when the rules allow it. `beside` marks what stands
 * beside the procedure and never moves it. `article` names the law behind the order of steps, empty where there is none.
 */
export type Transition = {
  /** Its name on screens; without one the act is the name. */
  readonly step?: CorrectionStep;
  readonly event: CaseEventType;
  /** For events of several kinds: the kind this line is about (a result, a document, an opinion). */
  readonly tag?: string;
  readonly kind: 'fact' | 'decision';
  readonly beside?: true;
  /** Two of them made without knowledge of each other are no fork, and nothing has to follow them. */
  readonly concurrent?: true;
  /** Who may take it, where that is narrower than the table of who may write the type. */
  readonly roles?: readonly Role[];
  /** Stages it may be taken in; `any` once the case is open. */
  readonly from: readonly CaseStage[] | 'any' | 'none';
  /** Stage it leads to; absent when the stage stays. */
  readonly to?: CaseStage;
  /** What happened for good moves the case even when it happened against the rules (a building is gone). */
  readonly movesFlagged?: true;
  /** May be taken while the file is suspended. */
  readonly whileSuspended?: true;
  readonly requires: readonly Need[];
  readonly freezes?: readonly FrozenPart[];
  readonly article: string;
};

/** A procedure of one rules version. */
export type Procedure = { readonly name: ProcedureName; readonly transitions: readonly Transition[] };

/** The act of an event of that type and kind. */
export function actOf(event: CaseEventType, tag: string | undefined): ActKey {
  return tag === undefined ? event : `${event}:${tag}`;
}

/**
 * The line for an act: of its kind where lines differ by kind, and among those the one that starts from this stage;
 * undefined when the procedure has none. The correction flow answers for an unknown kind with its first line.
 */
export function transitionFor(
  procedure: Procedure,
  event: string,
  tag?: string,
  stage?: CaseStage,
): Transition | undefined {
  const lines = procedure.transitions.filter((line) => line.event === event);
  const fitting = lines.filter((line) => line.tag === undefined || line.tag === tag);
  const open = fitting.find(
    ({ from }) => stage !== undefined && from !== 'any' && from !== 'none' && from.includes(stage),
  );
  return open ?? fitting[0] ?? (procedure.name === 'correction' ? lines[0] : undefined);
}
