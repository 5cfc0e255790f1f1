import { z } from 'zod';

import { checklistItemField, conditionField } from './item.ts';

/** A register's id. */
const registerField = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);

const sectionField = z.strictObject({
  id: z.string(),
  name: z.string(),
  maxDeduction: z.int().optional(),
  showIf: conditionField.optional(),
  /** Filled once for each thing of its kind (第1处, 第2处 …), at most `max` times. */
  repeat: z.strictObject({ noun: z.string().min(1).max(10), max: z.int().min(2).max(50) }).optional(),
  items: z.array(checklistItemField).min(1),
});
/** A part of a checklist with its own cap. */
export type Section = z.infer<typeof sectionField>;

/** What a record counts for in the year plan: a measure, when, how much (a number item), and what must be seen. */
const proofField = z.strictObject({
  measure: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  when: conditionField,
  amount: z.string().optional(),
  photos: z.array(z.string()).optional(),
});

/** A versioned checklist with its scoring model: base points, deduction by weight and severity, caps, bands. */
export const checklistField = z.strictObject({
  schema: z.literal('xunzhi.checklist.v1'),
  id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
  version: z.int().min(1),
  name: z.string().min(1).max(60),
  validFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  verification: z.enum(['verified', 'memory', 'proposal']),
  /** What it is made for, its own register first; absent: shops. */
  registers: z.array(registerField).min(1).optional(),
  proofs: z.array(proofField).optional(),
  scoring: z.strictObject({
    basePoints: z.int(),
    severityFactor: z.strictObject({ minor: z.int(), normal: z.int(), severe: z.int() }),
    /** A failure fixed on the spot keeps this percentage of its deduction. */
    fixedOnSitePercent: z.int().min(0).max(100),
    vetoMaxPoints: z.int(),
    bands: z.array(z.strictObject({ from: z.int(), id: z.enum(['red', 'good', 'yellow', 'black']), name: z.string() })),
  }),
  sections: z.array(sectionField).min(1),
});
/** See `checklistField`. */
export type Checklist = z.infer<typeof checklistField>;

/** The registers whose sites it is made for, its own one first. */
export function registersOf(checklist: Checklist): readonly string[] {
  return checklist.registers ?? ['shop'];
}
