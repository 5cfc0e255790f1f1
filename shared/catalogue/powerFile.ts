import { z } from 'zod';

import { dateField, optionalTextField, orgField, textField, verificationField } from '../events/fields.ts';

const matterOrFamilyField = z.string().regex(/^[A-Z]{2}(-\d{2})?$/);
const divisionField = z.string().regex(/^\d{6}$/);
const streetField = z.string().regex(/^\d{9}$/);

/**
 * What one organisation may handle, where and when (both days included). `matters`: families (`MQ`) or codes (`MQ-01`).
 * Without `divisions` and `streets` everywhere; with both, in either. A division that ends with `00` is the whole city.
 * What an entry must not reach, a power that went to a street among it, is said by `exceptMatters` and `exceptStreets`.
 */
export const powerField = z
  .strictObject({
    org: orgField,
    matters: z.array(matterOrFamilyField).min(1),
    exceptMatters: z.array(matterOrFamilyField).optional(),
    divisions: z.array(divisionField).min(1).optional(),
    streets: z.array(streetField).min(1).optional(),
    exceptStreets: z.array(streetField).optional(),
    /** 法定职权 (行政处罚法 §22, with the decision of §18 behind it), or a power handed down (赋权 §24). */
    by: z.enum(['own', 'delegated']),
    /** Number of the document it rests on. */
    reference: optionalTextField(100).optional(),
    validFrom: dateField,
    validTo: dateField.optional(),
  })
  .superRefine(({ by, reference = '', validFrom, validTo }, ctx) => {
    const say = (path: string, message: string): void => ctx.addIssue({ code: 'custom', path: [path], message });
    if (validTo !== undefined && validTo < validFrom) say('validTo', 'before validFrom');
    // A transfer of power has to be published (§24): there is a document.
    if (by === 'delegated' && reference === '') say('reference', 'a delegated power needs its document');
  });
/** See `powerField`. */
export type Power = z.infer<typeof powerField>;

/** The file `powers.json` (赋权清单). `source` and `verification` of a list say where it was read, and how well. */
export const powerFileField = z.strictObject({
  schema: z.literal('xunzhi.powers.v1'),
  version: z.string(),
  lists: z
    .array(
      z.strictObject({
        name: textField(100),
        source: textField(500),
        verification: verificationField,
        powers: z.array(powerField).min(1),
      }),
    )
    .min(1),
});
