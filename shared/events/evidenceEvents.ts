import { z } from 'zod';

import { countField, instantField, optionalTextField, positionField, sha256Field, textField } from './fields.ts';

/** What the picture is in the file: scene, detail, before or after correction, proof of service; a scan of a signed paper is no evidence. */
export const photoPurposeField = z.enum(['scene', 'detail', 'before', 'after', 'service', 'scan', 'other']);
/** See `photoPurposeField`. */
export type PhotoPurpose = z.infer<typeof photoPurposeField>;

/** What looked at the file and found: shown fully, decoded only in part, or kept without a picture (e.g. HEIC). */
export const photoConditionField = z.enum(['ok', 'partial', 'not_shown']);
/** See `photoConditionField`. */
export type PhotoCondition = z.infer<typeof photoConditionField>;

/** Metadata of an original whose bytes are `photo:<sha256>`; times as the camera wrote them, without a guessed zone. */
export const photoDataField = z.strictObject({
  sha256: sha256Field,
  name: textField(200),
  bytes: countField,
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/gif', 'image/bmp', 'image/tiff']),
  widthPx: countField.optional(),
  heightPx: countField.optional(),
  orientation: z.int().min(1).max(8).optional(),
  condition: photoConditionField,
  thumb: z
    .strictObject({ sha256: sha256Field, bytes: countField, widthPx: countField, heightPx: countField })
    .optional(),
  takenAtLocal: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
    .optional(),
  takenOffset: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/)
    .optional(),
  camera: optionalTextField(100).optional(),
  /** What last wrote the file, as it says itself: an editor's name is flagged, never refused. */
  software: optionalTextField(100).optional(),
  position: positionField.optional(),
  importedAt: instantField,
  purpose: photoPurposeField,
  item: textField(20).optional(),
});
/** See `photoDataField`. */
export type PhotoData = z.infer<typeof photoDataField>;

/** Event types about evidence; they stand in the stream of the inspection or case they belong to. */
export const EVIDENCE_EVENTS = { 'photo.added': photoDataField } as const;

/**
 * Event types about a log itself. `log.withheld` names what will never reach the server: ids of events of its own stream
 * (and log), or keys of their blobs, with the reason. `places`: the `n` of the named events, so that readers of the log can
 * tell an explained gap from a lost record.
 */
export const LOG_EVENTS = {
  'log.withheld': z.strictObject({
    events: z.array(textField(200)).min(1).max(500),
    places: z.array(z.int().min(1)).max(500).optional(),
    reason: textField(500),
  }),
} as const;
