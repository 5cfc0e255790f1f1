import { z } from 'zod';

import { countField, optionalTextField, sha256Field } from './fields.ts';

/** Event types of the stream `indicator:<uuid>`: what an organisation reports of an indicator of the year plan. */
export const INDICATOR_EVENTS = {
  /**
   * The value of a month, in the smallest unit of the indicator. One for the same indicator and month says it anew: the last
   * one counts, and all stay to be read. `report`: the photo of the signed or printed report it rests on.
   */
  'indicator.entered': z
    .strictObject({
      year: z.int().min(2000).max(2100),
      indicator: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      value: countField,
      note: optionalTextField(500).optional(),
      report: sha256Field.optional(),
    })
    .refine(({ year, month }) => month.startsWith(`${String(year)}-`), 'month_of_other_year'),
} as const;
