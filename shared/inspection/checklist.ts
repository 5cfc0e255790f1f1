import { z } from 'zod';

import { answerField, severityField } from '../events/inspectionEvents.ts';

/** When an item is shown: another item has one of the answers or values, or the site has a trait. */
export const conditionField = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('answer'), item: z.string(), isOneOf: z.array(answerField) }),
  z.strictObject({ when: z.literal('value'), item: z.string(), isOneOf: z.array(z.string()) }),
]);

const itemBase = {
  code: z.string().regex(/^[A-Z]\d{1,2}$/),
  text: z.string().min(1).max(200),
  hint: z.string().max(300).optional(),
  showIf: conditionField.optional(),
} as const;

/** One item. `check` items are scored; `number`, `choice`, `text` and `photo` items record. */
export const checklistItemField = z.discriminatedUnion('kind', [
  z.strictObject({
    ...itemBase,
    kind: z.literal('check'),
    weight: z.int().min(1).max(10),
    matters: z.array(z.string()),
    photoRequiredWhenFailed: z.boolean(),
    /** 一票否决: failing it caps the whole score at `vetoMaxPoints`. */
    veto: z.boolean().optional(),
    /** The veto counts only for a failure of this severity; absent: for every failure. */
    vetoSeverity: severityField.optional(),
    /** May be left unanswered out of season. */
    seasonal: z.boolean().optional(),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('number'),
    optional: z.boolean().optional(),
    unit: z.string(),
    min: z.int().optional(),
    max: z.int().optional(),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('choice'),
    optional: z.boolean().optional(),
    options: z.array(z.strictObject({ value: z.string(), text: z.string() })).min(2),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('text'),
    optional: z.boolean().optional(),
    maxLength: z.int().min(1).max(500),
  }),
  z.strictObject({ ...itemBase, kind: z.literal('photo'), required: z.boolean() }),
]);
/** See `checklistItemField`. */
export type ChecklistItem = z.infer<typeof checklistItemField>;
/** A scored item. */
export type CheckItem = Extract<ChecklistItem, { kind: 'check' }>;

/** A versioned checklist with its scoring model: base points, deduction by weight and severity, caps, bands. */
export const checklistField = z.strictObject({
  schema: z.literal('xunzhi.checklist.v1'),
  id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
  version: z.int().min(1),
  name: z.string().min(1).max(60),
  validFrom: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  verification: z.enum(['verified', 'memory', 'proposal']),
  scoring: z.strictObject({
    basePoints: z.int(),
    severityFactor: z.strictObject({ minor: z.int(), normal: z.int(), severe: z.int() }),
    /** A failure fixed on the spot keeps this percentage of its deduction. */
    fixedOnSitePercent: z.int().min(0).max(100),
    vetoMaxPoints: z.int(),
    bands: z.array(z.strictObject({ from: z.int(), id: z.enum(['red', 'good', 'yellow', 'black']), name: z.string() })),
  }),
  sections: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        maxDeduction: z.int().optional(),
        items: z.array(checklistItemField).min(1),
      }),
    )
    .min(1),
});
/** See `checklistField`. */
export type Checklist = z.infer<typeof checklistField>;
