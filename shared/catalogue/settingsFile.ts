import { z } from 'zod';

import { countField, textField } from '../events/fields.ts';
import { dutyField } from '../events/siteEvents.ts';

import { tileSourceField } from './tileSource.ts';

/** The name of a TrueType file, without a folder. */
export const fontField = textField(100).regex(/^[^/\\]+\.ttf$/i);

const bandField = z.enum(['red', 'good', 'yellow', 'black']);

/**
 * The file `settings.json`: what the law leaves to the place. `source`: on what it rests, for the reviewer.
 * `soleTraderAs`: whether a 个体工商户 is fined like a citizen (on the spot up to 200 yuan) or like an organisation (3,000
 * yuan, 行政处罚法 §51); courts and bureaus differ. `hearingFromFen`: the published fine from which there is a hearing (§63).
 * `documentFonts`: files among the fonts of a computer (`simfang.ttf`) that documents are set in, by what GB/T 9704 wants
 * 仿宋, 黑 and 小标宋 for; the app brings a free 宋 for everything. `standing`: when a shop stands on the list of the good or of the bad
 * (红黑榜); without it there is no such list. Its `selfChecks` lets own checks of an alliance raise a shop to the red list; absent, they
 * count for nothing. `selfCheckDuties`: what such a check looks at; absent: the three duties. `tiles`: a ground map beneath the bureau's own
 * areas.
 */
export const settingsFileField = z.strictObject({
  schema: z.literal('xunzhi.settings.v1'),
  source: textField(500),
  soleTraderAs: z.enum(['citizen', 'organisation']),
  hearingFromFen: countField.min(1).optional(),
  documentFonts: z
    .strictObject({ text: fontField.optional(), heading: fontField.optional(), title: fontField.optional() })
    .optional(),
  tiles: tileSourceField.optional(),
  standing: z
    .strictObject({
      red: z.array(bandField).min(1),
      black: z.array(bandField).min(1),
      failing: z.array(bandField).min(1),
      failures: z.int().min(2).max(10),
      selfChecks: z
        .strictObject({
          bands: z.array(bandField).min(1),
          passed: z.int().min(1).max(20),
          days: z.int().min(7).max(366),
        })
        .optional(),
    })
    .optional(),
  selfCheckDuties: z
    .array(z.strictObject({ id: dutyField.shape.duty, name: dutyField.shape.name }))
    .min(1)
    .max(10)
    .optional(),
});

/** What the law leaves to the place; see `settingsFileField`. */
export type Settings = Pick<
  z.infer<typeof settingsFileField>,
  'soleTraderAs' | 'hearingFromFen' | 'documentFonts' | 'standing' | 'selfCheckDuties' | 'tiles'
>;

/** Without a file: the careful way, and no threshold, which is then asked for on each notice. */
export const DEFAULT_SETTINGS: Settings = { soleTraderAs: 'citizen' };

/** 包卫生、包秩序、包设施: what an alliance looks at where the file names nothing else. */
export const SELF_CHECK_DUTIES: NonNullable<Settings['selfCheckDuties']> = [
  { id: 'hygiene', name: '包卫生' },
  { id: 'order', name: '包秩序' },
  { id: 'facilities', name: '包设施' },
];
