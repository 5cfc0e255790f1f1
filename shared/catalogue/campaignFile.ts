import { z } from 'zod';

import { dateField, textField } from '../events/fields.ts';

/** A campaign (专项行动): inspections may be marked as part of it, from its first day to its last; without a last day it goes on. */
const campaignField = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    name: textField(30),
    from: dateField,
    to: dateField.optional(),
  })
  .refine(({ from, to }) => to === undefined || from <= to, { error: 'ends before it begins', path: ['to'] });

/** The file `campaigns.json`; each id once. Ended ones stay in it, so that old records keep their name. */
export const campaignFileField = z.strictObject({
  schema: z.literal('xunzhi.campaigns.v1'),
  source: textField(500),
  campaigns: z
    .array(campaignField)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { error: 'an id is there twice' }),
});

/** See `campaignFileField`. */
export type Campaign = z.infer<typeof campaignField>;

/** Those that an inspection of that day may be marked with. */
export function campaignsOn(campaigns: readonly Campaign[], on: string): readonly Campaign[] {
  return campaigns.filter(({ from, to }) => from <= on && (to === undefined || on <= to));
}

/** Their names, joined; one that the file does not know keeps its id. Empty without any. */
export function campaignNames(campaigns: readonly Campaign[], ids: readonly string[] = []): string {
  return ids.map((id) => campaigns.find((one) => one.id === id)?.name ?? id).join('、');
}
