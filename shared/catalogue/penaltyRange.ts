import type { Party } from '../events/party.ts';
import type { Penalty } from '../events/penalty.ts';
import { assert } from '../kernel/assert.ts';
import { err, ok, type Result } from '../kernel/result.ts';

import type { Matter } from './matter.ts';
import { penaltiesFor, penaltyFor, type MatterPenalty, type SoleTraderAs } from './matterPenalty.ts';

/** Bounds of a fine in fen, both included. */
export type FenRange = { readonly minFen: number; readonly maxFen: number };

/** The range of a fine by law for one party, and how well it is known. `onlyIf`: the condition of the norm. */
export type FineRange = FenRange & {
  readonly amount: Penalty['amount'];
  readonly onlyIf?: string | undefined;
};

/** What a range depends on beside the matter. Cost of construction (工程造价) in fen. */
export type RangeQuestion = {
  readonly kind: Party['kind'];
  readonly soleTraderAs?: SoleTraderAs | undefined;
  readonly costFen?: number | undefined;
  /** `onlyIf` of the fine that is meant, where the norm knows several. */
  readonly onlyIf?: string | undefined;
};

/**
 * Why there is no range: the norm knows no fine for such a party (or none under that condition), several fines under
 * different conditions, a fine whose amount was not read, or one by the cost of construction, which is not known yet.
 */
export type RangeRefusal = 'no_fine' | 'several_fines' | 'amount_unknown' | 'cost_needed';

/** The fines that can meet such a party, in the order of the catalogue: what an officer chooses from by `onlyIf`. */
export function finesFor(matter: Matter, { kind, soleTraderAs }: RangeQuestion): readonly MatterPenalty[] {
  const threatened = penaltiesFor(matter.penalties, penaltyFor(kind, soleTraderAs));
  return threatened.filter((one) => one.kind === 'fine' || one.kind === 'fine_permille');
}

/**
 * The range of the fine for such a party in fen. Without a minimum in the norm it begins at 0. Bounds by permille are
 * rounded inwards to whole fen. Refuses as `RangeRefusal` says; never guesses an amount.
 */
export function penaltyRange(matter: Matter, question: RangeQuestion): Result<FineRange, RangeRefusal> {
  const fines = finesFor(matter, question);
  const meant = question.onlyIf === undefined ? fines : fines.filter(({ onlyIf }) => onlyIf === question.onlyIf);
  const [fine, another] = meant;
  if (fine === undefined) return err('no_fine');
  if (another !== undefined) return err('several_fines');
  const known = { amount: fine.verification, ...(fine.onlyIf !== undefined && { onlyIf: fine.onlyIf }) };
  if (fine.kind === 'fine') {
    if (fine.maxFen === undefined) return err('amount_unknown');
    return ok({ minFen: fine.minFen ?? 0, maxFen: fine.maxFen, ...known });
  }
  if (fine.maxPermille === undefined) return err('amount_unknown');
  if (question.costFen === undefined) return err('cost_needed');
  return ok({ ...byCost(question.costFen, fine.minPermille ?? 0, fine.maxPermille), ...known });
}

function byCost(costFen: number, minPermille: number, maxPermille: number): FenRange {
  assert(Number.isSafeInteger(costFen) && costFen >= 0, 'a cost is a whole number of fen');
  const maxFen = Math.floor((costFen * maxPermille) / 1000);
  return { minFen: Math.min(Math.ceil((costFen * minPermille) / 1000), maxFen), maxFen };
}

/** The three grades of the discretion table, lightest first. */
export const TIERS = ['slight', 'general', 'serious'] as const;
/** See `TIERS`. */
export type Tier = (typeof TIERS)[number];

/**
 * The range cut in equal thirds: 轻微、一般、严重. A proposal where the bureau has published no table of its own (裁量基准,
 * 行政处罚法 §34). Neighbours share their bound, the three together are the whole range; whole yuan where that is possible.
 */
export function tiers(range: FenRange): Readonly<Record<Tier, FenRange>> {
  const span = range.maxFen - range.minFen;
  const cut = (thirds: 1 | 2): number => {
    const exact = range.minFen + Math.floor((span * thirds) / 3);
    const yuan = Math.floor(exact / 100) * 100;
    return yuan < range.minFen ? exact : yuan;
  };
  const [first, second] = [cut(1), cut(2)];
  return {
    slight: { minFen: range.minFen, maxFen: first },
    general: { minFen: first, maxFen: second },
    serious: { minFen: second, maxFen: range.maxFen },
  };
}
