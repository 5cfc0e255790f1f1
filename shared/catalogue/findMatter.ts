import type { Party } from '../events/party.ts';
import type { MatterSnapshot } from '../events/penalty.ts';

import { isInForce } from './find.ts';
import type { Matter } from './matter.ts';
import { penaltiesFor, penaltyFor, type PenaltyFor, type SoleTraderAs } from './matterPenalty.ts';

/**
 * The version of a matter that holds on that date, or undefined: for what a file is judged by, with the date of the act
 * (行政处罚法 §37). That a newer and lighter law has to be used instead is for the officer to see: ask for today, too.
 */
export function findMatter(matters: readonly Matter[], code: string, on: string): Matter | undefined {
  return matters.find((matter) => matter.code === code && isInForce(matter, on));
}

/**
 * What a file keeps of its matter. `verified` is true only if the broken rule, the basis of the penalty and everything
 * that it threatens such a party with were read in their source: nothing unverified gets onto a penalty document.
 */
export function matterSnapshot(
  matter: Matter,
  partyKind: Party['kind'],
  soleTraderAs: SoleTraderAs = 'citizen',
): MatterSnapshot {
  const { code, name, simple, correctionFirst, ownEnforcement, measures } = matter;
  const verified = isPenaltyVerified(matter, penaltyFor(partyKind, soleTraderAs));
  const snapshot = { code, name, simple, verified, correctionFirst, ownEnforcement, measures: [...measures] };
  return soleTraderAs === 'organisation' ? { ...snapshot, soleTraderAs } : snapshot;
}

function isPenaltyVerified(matter: Matter, who: PenaltyFor): boolean {
  const threatened = penaltiesFor(matter.penalties, who);
  // Penalties, but none for such a party: nothing was read that would meet it.
  if (threatened.length === 0 && matter.penalties.length > 0) return false;
  if (matter.penaltyBasis.length === 0) return false;
  const parts = [...matter.rule, ...matter.penaltyBasis, ...threatened];
  return parts.every(({ verification }) => verification === 'verified');
}
