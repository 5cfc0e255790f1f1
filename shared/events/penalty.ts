import { z } from 'zod';

import { countField, optionalTextField, textField, verificationField } from './fields.ts';

/** Grounds that make a penalty lighter (从轻、减轻, 行政处罚法 §30-32). */
export const MITIGATING = [
  'minor_14_18',
  'removed_harm',
  'coerced',
  'confessed',
  'merit',
  'impaired',
  'other',
] as const;
/** Grounds that make it heavier: by the discretion table (裁量基准, §34), none by the statute itself. */
export const AGGRAVATING = [
  'repeated',
  'refused_correction',
  'obstructed',
  'grave_harm',
  'emergency',
  'other',
] as const;

/** 行政处罚: what is imposed or proposed, with the range it lies in and how well that range is known. */
export const penaltyField = z
  .strictObject({
    warning: z.boolean(),
    fineFen: countField,
    /** Range of the fine by law for this party. */
    minFen: countField,
    maxFen: countField,
    amount: verificationField,
    confiscation: optionalTextField(300).optional(),
    /** 限期拆除: what is to be demolished. */
    demolition: optionalTextField(300).optional(),
  })
  .refine((one) => one.fineFen === 0 || (one.minFen <= one.maxFen && one.fineFen <= one.maxFen), 'outside_range')
  .refine(
    (one) => one.warning || one.fineFen > 0 || hasText(one.confiscation) || hasText(one.demolition),
    'no_penalty',
  );
/** See `penaltyField`. */
export type Penalty = z.infer<typeof penaltyField>;

/** 裁量: how the amount was arrived at, recorded with it (行政处罚法 §34). */
export const discretionField = z.strictObject({
  tier: z.enum(['slight', 'general', 'serious']),
  mitigating: z.array(z.enum(MITIGATING)).max(10),
  aggravating: z.array(z.enum(AGGRAVATING)).max(10),
  reasons: textField(1000),
});
/** What the catalogue said of the matter when the file took it up: the file stays true when the catalogue changes. */
export const matterSnapshotField = z.strictObject({
  code: textField(20),
  name: textField(200),
  /** 简易程序 may be used: for a fine, for a warning only, or not at all (行政处罚法 §51). */
  simple: z.enum(['yes', 'partly', 'warning_only', 'no']),
  /** Citation of rule and penalty, and every amount, read by legal staff. */
  verified: z.boolean(),
  correctionFirst: z.boolean(),
  /** The law lets the agency enforce by itself (行政强制法 §13). */
  ownEnforcement: z.boolean(),
  measures: z.array(z.enum(['stop_order', 'site_seal', 'demolition_order', 'seizure'])).max(4),
  /** 个体工商户 is fined like an organisation here (§51); without it like a citizen. */
  soleTraderAs: z.literal('organisation').optional(),
});
/** See `matterSnapshotField`. */
export type MatterSnapshot = z.infer<typeof matterSnapshotField>;

function hasText(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}
