import { z } from 'zod';

import { isCleanText } from '../kernel/text.ts';

/** Clean text of 1 to `max` characters (NFC, no control characters, no lone surrogates). */
export function textField(max: number): z.ZodString {
  return z.string().min(1).max(max).refine(isCleanText, 'unclean_text');
}

/** Clean text that may be empty. */
export function optionalTextField(max: number): z.ZodString {
  return z.string().max(max).refine(isCleanText, 'unclean_text');
}

/** SHA-256 in 64 lower-case hex digits. */
export const sha256Field = z.string().regex(/^[0-9a-f]{64}$/);
/** Instant in UTC, ISO 8601 with milliseconds and `Z`. */
export const instantField = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
/** Calendar date in Asia/Shanghai, `YYYY-MM-DD`. */
export const dateField = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Lower-case UUID. */
export const uuidField = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
/** Identifier of an organisation (it becomes part of database names). */
export const orgField = z.string().regex(/^[a-z][a-z0-9]{1,15}$/);
/** Account name on the server. */
export const userField = z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/);
/** Safe integer, zero or more. */
export const countField = z.int().min(0);

/** An officer as named on records: account, name, certificate number (行政处罚法 §42: two certified officers). */
export const officerField = z.strictObject({
  user: userField,
  name: textField(40),
  certificate: textField(40),
});
/** See `officerField`. */
export type Officer = z.infer<typeof officerField>;

/** The second officer's signature inside an event of the signed-in officer: who, and when the PIN was checked here. */
export const secondSignatureField = officerField.extend({ at: instantField, pinChecked: z.literal(true) });
/** See `secondSignatureField`. */
export type SecondSignature = z.infer<typeof secondSignatureField>;

/** A position as recorded: degrees times 1e7, the reference system, and where it came from. Never converted in place. */
export const positionField = z.strictObject({
  lonE7: z.int().min(-1_800_000_000).max(1_800_000_000),
  latE7: z.int().min(-900_000_000).max(900_000_000),
  crs: z.enum(['WGS84', 'CGCS2000', 'GCJ02', 'BD09']),
  accuracyMm: countField.optional(),
  source: z.enum(['exif', 'device', 'manual', 'map']),
});
/** See `positionField`. */
export type Position = z.infer<typeof positionField>;

/** How well a legal fact is known: read in its source, from memory, or a proposal of ours. */
export const verificationField = z.enum(['verified', 'memory', 'proposal']);

/** Photos that an event names, in order. */
export const photosField = z.array(sha256Field).max(40);

/** Both certified officers of an act (行政处罚法 §42). */
export const pairFields = { officer: officerField, second: secondSignatureField } as const;
