import { z } from 'zod';

import {
  countField,
  dateField,
  instantField,
  optionalTextField,
  pairFields,
  photosField,
  textField,
  uuidField,
} from './fields.ts';

/** Structure of an illegal building. */
export const STRUCTURES = ['brick_concrete', 'steel', 'colour_steel', 'glass', 'frame', 'other'] as const;

/** Event types of a file about an illegal structure (违法建设); areas in units of 0.01 m². */
export const STRUCTURE_EVENTS = {
  'structure.measured': z.strictObject({
    at: instantField,
    floors: z
      .array(z.strictObject({ floor: z.int().min(-5).max(120), areaE2: countField.min(1) }))
      .min(1)
      .max(60),
    structure: z.enum(STRUCTURES),
    use: optionalTextField(100).optional(),
    occupied: z.boolean(),
    builtYear: z.int().min(1900).max(2100).optional(),
    /** 在建 or 存量. */
    being: z.enum(['being_built', 'existing']),
    costFen: countField.optional(),
    photos: photosField.min(1),
    ...pairFields,
  }),
  /** 规划认定: the planning authority's letter. */
  'structure.identified': z.strictObject({
    on: dateField,
    authority: textField(100),
    letter: textField(100),
    permit: z.enum(['none', 'deviates', 'expired', 'valid']),
    correctable: z.boolean(),
    area: z.enum(['urban', 'village']),
    temporary: z.boolean(),
    photos: photosField,
  }),
  /** 责成: the government's instruction (城乡规划法 §68). */
  'government.ordered': z.strictObject({
    what: z.enum(['site_seal', 'demolition']),
    government: textField(100),
    reference: textField(100),
    on: dateField,
  }),
  /** 公告 posted on site (行政强制法 §44). */
  'document.posted': z.strictObject({
    document: uuidField,
    at: instantField,
    place: textField(200),
    photos: photosField.min(1),
    ...pairFields,
  }),
  'demolition.scheduled': z.strictObject({
    startAt: instantField,
    endAt: instantField,
    /** 情况紧急 (行政强制法 §43). */
    urgent: z.boolean(),
    text: textField(2000),
  }),
  'structure.demolished': z.strictObject({
    mode: z.enum(['self', 'assisted', 'forced']),
    at: instantField,
    endedAt: instantField,
    areaE2: countField.min(1),
    before: photosField.min(1),
    after: photosField.min(1),
    witness: optionalTextField(60).optional(),
    ...pairFields,
  }),
  'structure.accepted': z.strictObject({ areaE2: countField.min(1), text: textField(1000), photos: photosField }),
} as const;
