import { z } from 'zod';

import {
  countField,
  dateField,
  optionalTextField,
  photosField,
  positionField,
  textField,
  uuidField,
} from './fields.ts';

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

/** How photos of an own check are told apart from those of how a thing stands, in the same stream. */
export const SELF_CHECK_ITEM = 'self-check';

/** A duty of the three (三包) and whether it was kept; `name` as it was then, so that the record is readable without a file. */
export const dutyField = z.strictObject({
  duty: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/),
  name: textField(20),
  answer: z.enum(['pass', 'fail']),
});

/**
 * What an alliance of shops (自治联盟) found at one of them by itself: `by` is a person of the alliance, whoever entered it. No
 * inspection: it proves nothing and nobody is punished by it.
 */
export const selfCheckField = z.strictObject({
  alliance: textField(60),
  by: textField(40),
  checkedOn: dateField,
  duties: z.array(dutyField).min(1).max(10),
  note: optionalTextField(500).optional(),
  photos: photosField,
  batch: uuidField.optional(),
});
/** See `selfCheckField`. */
export type SelfCheckData = z.infer<typeof selfCheckField>;

/** Event types of the stream `site:<uuid>`; `batch` is the import that brought a thing or took it back. */
export const SITE_EVENTS = {
  'site.registered': siteDataField.extend({ batch: uuidField.optional() }),
  'site.changed': z.strictObject({ changes: siteChangesField, reason: optionalTextField(500).optional() }),
  'site.selfChecked': selfCheckField,
  'site.withdrawn': z.strictObject({ reason: textField(500), batch: uuidField.optional() }),
} as const;
