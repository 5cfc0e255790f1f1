import { z } from 'zod';

import { dateField, instantField } from '../events/fields.ts';

/** A device's key as the bureau publishes it. `revokedOn`: since that day the device may sign nothing. */
const publishedKeyField = z.strictObject({
  device: z.string(),
  x: z.string(),
  y: z.string(),
  revokedOn: dateField.optional(),
});
/** See `publishedKeyField`. */
export type PublishedKey = z.infer<typeof publishedKeyField>;

/** The keys of a bureau's devices, and the names of what they sign. */
export const publishedKeysField = z.strictObject({
  publishedAt: instantField,
  orgs: z.record(z.string(), z.string()),
  kinds: z.record(z.string(), z.string()),
  keys: z.array(publishedKeyField),
});
/** See `publishedKeysField`. */
export type PublishedKeys = z.infer<typeof publishedKeysField>;
