import { z } from 'zod';

import { countField, textField } from '../events/fields.ts';

/**
 * The file `settings.json`: what the law leaves to the place. `source`: on what it rests, for the reviewer.
 * `soleTraderAs`: whether a 个体工商户 is fined like a citizen (on the spot up to 200 yuan) or like an organisation (3,000
 * yuan, 行政处罚法 §51); courts and bureaus differ. `hearingFromFen`: the published fine from which there is a hearing (§63).
 */
export const settingsFileField = z.strictObject({
  schema: z.literal('xunzhi.settings.v1'),
  source: textField(500),
  soleTraderAs: z.enum(['citizen', 'organisation']),
  hearingFromFen: countField.min(1).optional(),
});

/** What the law leaves to the place; see `settingsFileField`. */
export type Settings = Pick<z.infer<typeof settingsFileField>, 'soleTraderAs' | 'hearingFromFen'>;

/** Without a file: the careful way, and no threshold, which is then asked for on each notice. */
export const DEFAULT_SETTINGS: Settings = { soleTraderAs: 'citizen' };
