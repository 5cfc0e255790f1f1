import { z } from 'zod';

import { answerField, severityField } from '../events/inspectionEvents.ts';

/**
 * When an item or a section is shown: another item has one of the answers or values, or a number of at least, or below, so
 * much. Inside a repeated section the item of the same entry is meant.
 */
export const conditionField = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('answer'), item: z.string(), isOneOf: z.array(answerField) }),
  z.strictObject({ when: z.literal('value'), item: z.string(), isOneOf: z.array(z.string()) }),
  z.strictObject({
    when: z.literal('number'),
    item: z.string(),
    atLeast: z.number().optional(),
    below: z.number().optional(),
  }),
]);
/** See `conditionField`. */
export type Condition = z.infer<typeof conditionField>;

const itemBase = {
  code: z.string().regex(/^[A-Z]\d{1,2}$/),
  text: z.string().min(1).max(200),
  hint: z.string().max(300).optional(),
  showIf: conditionField.optional(),
} as const;

const optional = z.boolean().optional();
const weightField = z.int().min(1).max(10);

/**
 * One item. `check` items are scored, and `number` items that name `matters` where the number is outside of `normal`; all
 * others record.
 */
export const checklistItemField = z.discriminatedUnion('kind', [
  z.strictObject({
    ...itemBase,
    kind: z.literal('check'),
    weight: weightField,
    matters: z.array(z.string()),
    photoRequiredWhenFailed: z.boolean(),
    /** 一票否决: failing it caps the whole score at `vetoMaxPoints`. */
    veto: z.boolean().optional(),
    /** The veto counts only for a failure of this severity; absent: for every failure. */
    vetoSeverity: severityField.optional(),
    /** May be left unanswered out of season. */
    seasonal: z.boolean().optional(),
    /** 线索移送: whom a failure is told to, where it is nothing that the bureau may punish. */
    transferTo: z.string().min(1).max(40).optional(),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('number'),
    optional,
    unit: z.string(),
    /** Digits after the point; absent: a whole number. */
    decimals: z.int().min(0).max(3).optional(),
    /** What can be at all. */
    min: z.number().optional(),
    max: z.number().optional(),
    /** What is in order; outside of it the number is 超限, and a failure where the item has `matters`. */
    normal: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
    matters: z.array(z.string()).optional(),
    weight: weightField.optional(),
    photoRequiredWhenFailed: z.boolean().optional(),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('choice'),
    optional,
    options: z.array(z.strictObject({ value: z.string(), text: z.string() })).min(2),
  }),
  z.strictObject({ ...itemBase, kind: z.literal('text'), optional, maxLength: z.int().min(1).max(500) }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('photo'),
    required: z.boolean(),
    moment: z.enum(['before', 'after']).optional(),
  }),
  z.strictObject({ ...itemBase, kind: z.literal('date'), optional }),
  z.strictObject({ ...itemBase, kind: z.literal('location'), optional }),
  z.strictObject({ ...itemBase, kind: z.literal('signature'), optional }),
]);
/** See `checklistItemField`. */
export type ChecklistItem = z.infer<typeof checklistItemField>;
/** The items of one kind. */
export type ItemOf<K extends ChecklistItem['kind']> = Extract<ChecklistItem, { kind: K }>;
/** A scored item. */
export type CheckItem = ItemOf<'check'>;
/** An item that can fail: a check, or a number with matters. */
export type JudgedItem = CheckItem | ItemOf<'number'>;

/** True when the item can fail. */
export function isJudged(item: ChecklistItem): item is JudgedItem {
  return item.kind === 'check' || (item.kind === 'number' && item.matters !== undefined);
}

/** The matters that a failure of the item may be, the likeliest first. */
export function mattersOf(item: ChecklistItem): readonly string[] {
  return item.kind === 'check' || item.kind === 'number' ? (item.matters ?? []) : [];
}
