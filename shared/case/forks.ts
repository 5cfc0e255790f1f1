import { attemptOf } from './attempt.ts';
import type { CaseEvent, ReadEvent } from './caseEvent.ts';
import { judgeStep } from './judge.ts';
import { afterEvent, type Grants } from './numbers.ts';
import { firstOwner, judgeOwner, ownersAfter, type Owners } from './owners.ts';
import { transitionFor } from './procedures/procedure.ts';
import { procedureOf } from './procedures/versions.ts';

const DEPENDS_ON_STAGE = new Set(['wrong_stage', 'not_open', 'already_open']);

/**
 * Ids of decisions that follow the same event as another decision of their lane: made without knowledge of each other,
 * so neither applies until someone with the power rules. Supervision is a lane of its own. A decision that would be void
 * anyway (wrong role, no number, one officer) forks nothing, so that nobody without the power can block a case.
 */
export function findForks(own: readonly ReadEvent[], opening: CaseEvent): ReadonlySet<string> {
  const byFollowed = new Map<string, string[]>();
  let grants: Grants = new Map();
  let owners = firstOwner(opening.org);
  let isOpen = false;
  for (const one of own) {
    if (one.is === 'newer') continue;
    const { event } = one;
    isOpen ||= event._id === opening._id;
    const lane = isOpen ? soundDecisionLane(event, owners, grants) : undefined;
    grants = afterEvent(grants, event, owners);
    if (isOpen) owners = ownersAfter(owners, event);
    if (lane === undefined || event.follows === undefined) continue;
    const key = `${lane}|${event.follows}`;
    byFollowed.set(key, [...(byFollowed.get(key) ?? []), event._id]);
  }
  return new Set([...byFollowed.values()].filter((ids) => ids.length > 1).flat());
}

function soundDecisionLane(event: CaseEvent, owners: Owners, grants: Grants): 'procedure' | 'beside' | undefined {
  const line = transitionFor(procedureOf(event.rules), event.type);
  if (line?.kind !== 'decision' || judgeOwner(event, owners) !== undefined) return undefined;
  if (event.type === 'case.handedOver') return undefined; // the owner is never in doubt: the first one counts
  const broken = judgeStep(line, attemptOf(event, undefined, grants)).filter(({ code }) => !DEPENDS_ON_STAGE.has(code));
  if (broken.length > 0) return undefined;
  return line.beside === true ? 'beside' : 'procedure';
}
