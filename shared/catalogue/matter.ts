import { z } from 'zod';

/** How well a legal fact is known: read in its source, from memory, or a proposal of ours. */
export const verificationField = z.enum(['verified', 'memory', 'proposal']);

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

/** An enforcement matter (执法事项). Amounts are absent until legal staff verified them. */
export const matterField = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}-\d{2}$/),
  name: z.string().min(1).max(200),
  family: z.enum(['WJ', 'HW', 'MQ']),
  /** The duty that was broken; only verified citations may print on a notice. */
  rule: z.array(citationField),
  /** The norm that orders correction. */
  correction: z.array(citationField),
  /** What the shop has to do, as the notice proposes it. */
  toCorrect: z.string().min(1).max(300),
  standardRef: z.string().max(40),
  standardCode: z.string().max(20).optional(),
  validFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  validTo: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});
/** See `matterField`. */
export type Matter = z.infer<typeof matterField>;

/** The file `matters.json`. `sources` says for every key of a citation what was read there, and what was not. */
export const matterFileField = z.strictObject({
  schema: z.literal('xunzhi.matters.v1'),
  version: z.string(),
  sources: z.record(z.string(), z.string()),
  matters: z.array(matterField),
});

/** True when the matter's broken rule and order to correct can be cited on a document. */
export function hasVerifiedCitation(matter: Matter): boolean {
  return (
    matter.rule.some((citation) => citation.verification === 'verified') &&
    matter.correction.some((citation) => citation.verification === 'verified')
  );
}
