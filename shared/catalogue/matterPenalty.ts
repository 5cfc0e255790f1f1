import { z } from 'zod';

import { countField, textField, verificationField } from '../events/fields.ts';
import type { Party } from '../events/party.ts';

/**
 * What a norm threatens, for whom. Fines are in fen, `fine_permille` in permille of the cost of construction (工程造价).
 * A fine without a maximum is one whose amount is not known here; no minimum means that the norm names none.
 */
export const matterPenaltyField = z
  .strictObject({
    for: z.enum(['citizen', 'organisation', 'any']),
    kind: z.enum(['warning', 'fine', 'fine_permille', 'confiscation']),
    minFen: countField.optional(),
    maxFen: countField.optional(),
    minPermille: countField.optional(),
    maxPermille: countField.optional(),
    /** Condition of the norm, in Chinese, as a screen shows it (逾期不改正的). */
    onlyIf: textField(60).optional(),
    verification: verificationField,
    /** Where it was read, or why it was not (a key of the sources table). */
    source: textField(60),
  })
  .refine(({ kind, minFen, maxFen }) => kind === 'fine' || (minFen === undefined && maxFen === undefined), 'not_in_fen')
  .refine(
    (one) => one.kind === 'fine_permille' || (one.minPermille === undefined && one.maxPermille === undefined),
    'not_in_permille',
  )
  .refine((one) => isOrdered(one.minFen, one.maxFen) && isOrdered(one.minPermille, one.maxPermille), 'min_above_max')
  .refine((one) => one.verification !== 'verified' || hasAmount(one), 'verified_without_amount');
/** See `matterPenaltyField`. */
export type MatterPenalty = z.infer<typeof matterPenaltyField>;

/** Whom a penalty of the catalogue is for. */
export type PenaltyFor = 'citizen' | 'organisation';

/** How the law counts a 个体工商户: usually as a citizen (domain 0.5), which a bureau may decide otherwise. */
export type SoleTraderAs = PenaltyFor;

/** Whom a norm means when the party is of that kind. */
export function penaltyFor(kind: Party['kind'], soleTraderAs: SoleTraderAs = 'citizen'): PenaltyFor {
  if (kind === 'sole_trader') return soleTraderAs;
  return kind === 'citizen' ? 'citizen' : 'organisation';
}

/** The penalties that can meet such a party, in the order of the catalogue. */
export function penaltiesFor(penalties: readonly MatterPenalty[], who: PenaltyFor): readonly MatterPenalty[] {
  return penalties.filter((one) => one.for === 'any' || one.for === who);
}

type Maxima = {
  readonly kind: string;
  readonly maxFen?: number | undefined;
  readonly maxPermille?: number | undefined;
};

/** True for a warning or confiscation, and for a fine whose maximum is known. */
function hasAmount({ kind, maxFen, maxPermille }: Maxima): boolean {
  if (kind === 'fine') return maxFen !== undefined;
  return kind !== 'fine_permille' || maxPermille !== undefined;
}

/** A minimum stands only beside a maximum that is not below it. */
function isOrdered(min: number | undefined, max: number | undefined): boolean {
  return min === undefined || (max !== undefined && min <= max);
}
