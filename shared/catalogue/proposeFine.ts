import type { AGGRAVATING, MITIGATING } from '../events/penalty.ts';

import { tiers, type FenRange, type Tier } from './penaltyRange.ts';

/** What an officer found that bears on the amount. It proposes; the agency decides (行政处罚法 §57). */
export type FineQuestion = {
  readonly range: FenRange;
  readonly tier: Tier;
  readonly mitigating: readonly (typeof MITIGATING)[number][];
  readonly aggravating: readonly (typeof AGGRAVATING)[number][];
  /** Earlier cases of the same matter and party within two years: see `earlierCases`. */
  readonly earlierCases: number;
  /** 及时改正. Absent: not known, and then nothing speaks for no penalty. */
  readonly correctedInTime?: boolean | undefined;
  /** 危害后果. Absent: not known. */
  readonly harm?: 'none' | 'slight' | 'grave' | undefined;
};

/** Every reason of a proposal and the article that it comes from; empty: no statute says so. */
export const FINE_REASONS = {
  /** 轻微并及时改正，没有造成危害后果: there is no penalty. */
  no_penalty_slight: '行政处罚法 §33',
  /** 初次违法且危害后果轻微并及时改正: there may be none; the amount is proposed for the case that there is one. */
  may_be_none_first: '行政处罚法 §33',
  must_be_lighter: '行政处罚法 §32',
  must_be_lighter_minor: '行政处罚法 §30',
  may_be_lighter: '行政处罚法 §31',
  /** 减轻: the law lets the agency go below the minimum; the proposal does not. */
  may_go_below_minimum: '行政处罚法 §32',
  /** By the discretion table only. */
  heavier: '行政处罚法 §34',
  earlier_cases: '',
  /** The norm names no minimum: a tenth of the maximum stands for it (a proposal). */
  tenth_of_maximum: '',
} as const;
/** See `FINE_REASONS`. */
export type FineReason = keyof typeof FINE_REASONS;

/** A proposed fine in fen and why, in the order of `FINE_REASONS`. 0 only where there is no penalty or no range. */
export type FineProposal = { readonly fineFen: number; readonly reasons: readonly FineReason[] };

/**
 * Proposes a fine inside the tier's third of the range: its middle, its lower end when something speaks for a lighter
 * penalty, its upper end when only heavier grounds were named; both together are the middle. Grounds never leave the
 * tier, so that the tier stays what the officer chose.
 */
export function proposeFine(question: FineQuestion): FineProposal {
  const { range, tier, mitigating, aggravating, earlierCases } = question;
  const isCorrected = question.correctedInTime === true && !aggravating.includes('refused_correction');
  const harm = aggravating.includes('grave_harm') ? 'grave' : question.harm;
  const found = new Set<FineReason>();
  if (tier === 'slight' && isCorrected && harm === 'none') found.add('no_penalty_slight');
  else if (earlierCases === 0 && isCorrected && (harm === 'none' || harm === 'slight')) found.add('may_be_none_first');
  for (const ground of mitigating) found.add(lighterBy(ground));
  const isLighter = mitigating.length > 0;
  if (mitigating.some((ground) => ground !== 'impaired') && range.minFen > 0) found.add('may_go_below_minimum');
  if (aggravating.length > 0) found.add('heavier');
  if (earlierCases > 0) found.add('earlier_cases');
  const third = tiers(range)[tier];
  if (isLighter && aggravating.length === 0 && third.minFen === 0) found.add('tenth_of_maximum');
  const amount = amountIn(third, range, Number(aggravating.length > 0) - Number(isLighter));
  return {
    fineFen: found.has('no_penalty_slight') ? 0 : amount,
    reasons: (Object.keys(FINE_REASONS) as FineReason[]).filter((reason) => found.has(reason)),
  };
}

function lighterBy(ground: (typeof MITIGATING)[number]): FineReason {
  if (ground === 'impaired') return 'may_be_lighter';
  return ground === 'minor_14_18' ? 'must_be_lighter_minor' : 'must_be_lighter';
}

function amountIn(third: FenRange, range: FenRange, weight: number): number {
  if (weight > 0) return third.maxFen;
  if (weight === 0) return inYuan(Math.floor((third.minFen + third.maxFen) / 2), third);
  return third.minFen > 0 ? third.minFen : inYuan(Math.floor(range.maxFen / 10), third);
}

/** Rounded down to whole yuan where that stays inside and is something. */
function inYuan(fen: number, { minFen, maxFen }: FenRange): number {
  const yuan = Math.floor(fen / 100) * 100;
  return Math.min(yuan >= minFen && yuan > 0 ? yuan : Math.max(fen, minFen), maxFen);
}
