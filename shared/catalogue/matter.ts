import { z } from 'zod';

import { dateField, textField, verificationField } from '../events/fields.ts';
import { matterSnapshotField } from '../events/penalty.ts';

import { matterPenaltyField } from './matterPenalty.ts';

/** One citation of a norm: the law's full name, the article as printed, and whether the text was read. */
export const citationField = z.strictObject({
  law: z.string().min(1).max(100),
  article: z.string().min(1).max(60),
  verification: verificationField,
  /** Where it was read, for the reviewer (a key of the sources table). */
  source: z.string().min(1).max(60),
});
/** See `citationField`. */
export type Citation = z.infer<typeof citationField>;

/** An enforcement matter (执法事项) in one version: what holds from `validFrom` to `validTo`, both included. */
export const matterField = z
  .strictObject({
    code: z.string().regex(/^[A-Z]{2}-\d{2}$/),
    name: z.string().min(1).max(200),
    family: z.enum(['WJ', 'HW', 'MQ']),
    /** The duty that was broken; only verified citations may print on a notice. */
    rule: z.array(citationField).min(1),
    /** The norm that orders correction. */
    correction: z.array(citationField),
    /** The norm that threatens the penalty; empty where none is known. */
    penaltyBasis: z.array(citationField),
    /** What it threatens; empty where the norm knows no penalty. A fine without amounts is one that was not read. */
    penalties: z.array(matterPenaltyField).max(10),
    /** 简易程序 may be used (行政处罚法 §51): always, if the amount chosen is within the limits, for a warning only, or never. */
    simple: matterSnapshotField.shape.simple,
    /** The norm threatens its penalty only for what was not put right after an order. */
    correctionFirst: z.boolean(),
    /** What the norm allows to be ordered beside correction. */
    measures: matterSnapshotField.shape.measures,
    /** A statute (法律) lets the agency enforce by itself (行政强制法 §13). */
    ownEnforcement: z.boolean(),
    /** What legal staff have to look at before a penalty document. Present whenever something is not verified. */
    verify: z.strictObject({ who: z.literal('法制'), what: textField(300) }).optional(),
    /** What the shop has to do, as the notice proposes it. */
    toCorrect: z.string().min(1).max(300),
    standardRef: z.string().max(40),
    standardCode: z.string().max(20).optional(),
    validFrom: dateField,
    validTo: dateField.optional(),
  })
  .superRefine((matter, ctx) => {
    const say = (path: string, message: string): void => ctx.addIssue({ code: 'custom', path: [path], message });
    if (!matter.code.startsWith(`${matter.family}-`)) say('family', 'code of another family');
    if (matter.validTo !== undefined && matter.validTo < matter.validFrom) say('validTo', 'before validFrom');
    if (matter.verify === undefined && !isAllVerified(matter)) say('verify', 'something is not verified');
  });
/** See `matterField`. */
export type Matter = z.infer<typeof matterField>;

/** A file of `matters/`. `sources` says for every key of a citation what was read there, and what was not. */
export const matterFileField = z
  .strictObject({
    schema: z.literal('xunzhi.matters.v2'),
    version: z.string(),
    sources: z.record(z.string(), z.string()),
    matters: z.array(matterField),
  })
  .superRefine(({ sources, matters }, ctx) => {
    for (const [index, matter] of matters.entries())
      for (const { source } of [...citationsOf(matter), ...matter.penalties])
        if (!Object.hasOwn(sources, source))
          ctx.addIssue({ code: 'custom', path: ['matters', index], message: `unknown source ${source}` });
  });

/** True when the matter's broken rule and order to correct can be cited on a document. */
export function hasVerifiedCitation(matter: Matter): boolean {
  return (
    matter.rule.some((citation) => citation.verification === 'verified') &&
    matter.correction.some((citation) => citation.verification === 'verified')
  );
}

type Cited = Pick<Matter, 'rule' | 'correction' | 'penaltyBasis'>;

/** Every citation of the matter: rule, correction, penalty. */
export function citationsOf(matter: Cited): readonly Citation[] {
  return [...matter.rule, ...matter.correction, ...matter.penaltyBasis];
}

function isAllVerified(matter: Cited & Pick<Matter, 'penalties'>): boolean {
  return [...citationsOf(matter), ...matter.penalties].every(({ verification }) => verification === 'verified');
}
