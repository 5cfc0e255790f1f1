import { z } from 'zod';

import { countField, optionalTextField, positionField, textField, uuidField } from './fields.ts';

/** What the register knows of a shop. `uscc` may fail its check digit: that is warned about, never blocked. */
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
  /** Which register it stands in; absent: shops. */
  register: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/).optional(),
});
/** See `siteDataField`. */
export type SiteData = z.infer<typeof siteDataField>;

/** A site as it stood when a record was made: the record stays true when the register changes. */
export const siteSnapshotField = siteDataField.extend({ siteId: uuidField });
/** See `siteSnapshotField`. */
export type SiteSnapshot = z.infer<typeof siteSnapshotField>;

/** Event types of the stream `site:<uuid>`. */
export const SITE_EVENTS = {
  'site.registered': siteDataField,
  'site.amended': siteDataField,
} as const;
