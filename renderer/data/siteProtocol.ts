import { z } from 'zod';

import { countField, optionalTextField, sha256Field, textField, uuidField } from '#shared/events/fields.ts';
import { selfCheckField, siteChangesField, siteDataField } from '#shared/events/siteEvents.ts';
import { IMPORT_PORTION } from '#shared/site/batch.ts';

/** Input of the commands about things of the registers. */
export const SITE_INPUTS = {
  'site.register': siteDataField,
  'site.change': z.strictObject({
    siteId: uuidField,
    changes: siteChangesField,
    reason: optionalTextField(500).optional(),
  }),
  'site.withdraw': z.strictObject({ siteId: uuidField, reason: textField(500) }),
  /** 现状照片 of a thing. */
  'site.addPhotos': z.strictObject({ siteId: uuidField, photos: z.array(sha256Field).min(1).max(20) }),
  /** 自查 of an alliance at a shop. */
  'site.selfCheck': selfCheckField.omit({ batch: true }).extend({ siteId: uuidField }),
  /** Rows of a table of such checks; what was entered before is passed over. */
  'site.importSelfChecks': z.strictObject({
    rows: z
      .array(selfCheckField.omit({ batch: true, photos: true }).extend({ siteId: uuidField }))
      .min(1)
      .max(2000),
  }),
  /** A portion of an import: the rows from the place `from` on. What was registered of them before is passed over. */
  'site.import': z.strictObject({
    batch: uuidField,
    from: countField,
    rows: z.array(siteDataField).min(1).max(IMPORT_PORTION),
  }),
  /** Takes an import back, a portion at a time: the things after the id `after`. */
  'site.undoImport': z.strictObject({ batch: uuidField, after: uuidField.optional() }),
} as const;

/**
 * What was taken back of an import. `kept`: what somebody has changed or used since. `next`: where the rest of the batch begins;
 * absent at its end.
 */
export type UndonePortion = {
  readonly withdrawn: number;
  readonly kept: readonly { readonly siteId: string; readonly name: string }[];
  readonly next?: string | undefined;
};

/** What they answer. */
export type SiteResults = {
  readonly 'site.register': { readonly siteId: string };
  readonly 'site.change': Record<string, never>;
  readonly 'site.withdraw': Record<string, never>;
  readonly 'site.addPhotos': Record<string, never>;
  readonly 'site.selfCheck': Record<string, never>;
  readonly 'site.importSelfChecks': { readonly taken: number; readonly known: number };
  readonly 'site.import': { readonly registered: number };
  readonly 'site.undoImport': UndonePortion;
};
