import { z } from 'zod';

import { countField, optionalTextField, positionField, textField, uuidField } from './fields.ts';

/** A border of a hundred corners is the longest. */
const MOST_OWN_TEXT = 2400;
/** Values of the register's own fields by their ids: numbers as decimal text, flags `yes` or `no`, dates `YYYY-MM-DD`, borders `zoneText`. */
const ownValuesField = z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), optionalTextField(MOST_OWN_TEXT));

/**
 * What a register knows of a thing: a shop where `register` is absent. `uscc` may fail its check digit: that is warned about,
 * never blocked. `state` and `fields` are judged by the register's file (`shared/site/checkSite`) when they are written.
 */
export const siteDataField = z.strictObject({
  name: textField(100),
  operator: textField(60),
  uscc: optionalTextField(18).optional(),
  phone: optionalTextField(30).optional(),
  address: textField(200),
  division: z.string().regex(/^\d{6}$/),
  street: z.string().regex(/^\d{9}$/),
  frontageMm: countField.optional(),
  position: positionField.optional(),
  register: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
  state: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
  fields: ownValuesField.optional(),
});
/** See `siteDataField`. */
export type SiteData = z.infer<typeof siteDataField>;

/** A site as it stood when a record was made: the record stays true when the register changes. */
export const siteSnapshotField = siteDataField.extend({ siteId: uuidField });
/** See `siteSnapshotField`. */
export type SiteSnapshot = z.infer<typeof siteSnapshotField>;

/**
 * What somebody changed of a thing, field by field: what is not named stays. Empty text takes a value away, `null` a length or a
 * position. A thing never moves to another register.
 */
export const siteChangesField = siteDataField.omit({ register: true }).partial().extend({
  frontageMm: countField.nullable().optional(),
  position: positionField.nullable().optional(),
});
/** See `siteChangesField`. */
export type SiteChanges = z.infer<typeof siteChangesField>;

/** Event types of the stream `site:<uuid>`; `batch` is the import that brought a thing or took it back. */
export const SITE_EVENTS = {
  'site.registered': siteDataField.extend({ batch: uuidField.optional() }),
  'site.changed': z.strictObject({ changes: siteChangesField, reason: optionalTextField(500).optional() }),
  'site.withdrawn': z.strictObject({ reason: textField(500), batch: uuidField.optional() }),
} as const;
