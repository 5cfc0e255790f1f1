import type { EventData } from '../events/registry.ts';

import type { CaseState } from './state.ts';

type Ground = NonNullable<EventData<'payment.entered'>['cashGround']>;
type Taken = {
  readonly ground: Ground | undefined;
  /** What made it so, in the officer's words. */
  readonly reason: string;
};

/** A fine of so much may be taken at once whatever the reason, in fen (行政处罚法 §68: 一百元以下, which includes 100 yuan). */
const SMALL_FEN = 10_000;

/**
 * Whether an officer may take the fine in cash: of a decision on the spot a small fine, or one that could not be collected
 * later (行政处罚法 §68); of any decision in a remote place, on the water or where traffic is bad, when the party cannot well pay
 * otherwise and asks for it (§69). The last two need their reason in words.
 */
export function isCashLawful({ procedure, file }: Pick<CaseState, 'procedure' | 'file'>, taken: Taken): boolean {
  const { ground, reason } = taken;
  const isOnTheSpot = procedure === 'spot';
  if (ground === 'small') return isOnTheSpot && (file?.decided?.fineFen ?? Infinity) <= SMALL_FEN;
  if (reason.trim() === '') return false;
  return ground === 'remote' || (ground === 'unenforceable' && isOnTheSpot);
}
