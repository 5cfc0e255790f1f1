import type { CaseEvent } from './caseEvent.ts';
import { judgeAuthor, type Refusal } from './judge.ts';
import { HANDOVER_SINCE } from './procedures/versions.ts';

/** The organisation a case belongs to at a point of its history, and those that handed it over before. */
export type Owners = { readonly owner: string; readonly former: ReadonlySet<string> };

/** The owner of a case that its opening event gives it. */
export function firstOwner(org: string): Owners {
  return { owner: org, former: new Set() };
}

/**
 * The owners after an event of an open case. A hand-over by someone entitled in the owner moves the case at once, whatever
 * its stage: two of them are no fork, the first in fold order counts, so that a case always belongs to exactly one.
 */
export function ownersAfter(owners: Owners, event: CaseEvent): Owners {
  if (event.type !== 'case.handedOver' || event.data.to === owners.owner) return owners;
  if (event.rules < HANDOVER_SINCE) return owners;
  if (judgeAuthor(event, event.type, owners.owner) !== undefined) return owners;
  const former = new Set([...owners.former, owners.owner]);
  former.delete(event.data.to);
  return { owner: event.data.to, former };
}

/**
 * Whether its author may write the event into a case with these owners. `handed_over` (行政处罚法 §25, jurisdiction): the
 * author's organisation had the case before, so what he did is kept, and what he decided has no effect any more.
 */
export function judgeOwner(event: CaseEvent, { owner, former }: Owners): Refusal | undefined {
  const foreign = judgeAuthor(event, event.type, owner);
  if (foreign === undefined || !former.has(event.org)) return foreign;
  return judgeAuthor(event, event.type, event.org) ?? { code: 'handed_over', article: HANDED_OVER_ARTICLE };
}

/** The law that says which of several authorities has a case. */
export const HANDED_OVER_ARTICLE = '行政处罚法 §25';
