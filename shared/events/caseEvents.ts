import { z } from 'zod';

import {
  dateField,
  instantField,
  officerField,
  optionalTextField,
  orgField,
  positionField,
  secondSignatureField,
  sha256Field,
  textField,
  uuidField,
} from './fields.ts';
import { siteSnapshotField } from './siteEvents.ts';

/** One thing found: the checklist item it came from, the matter it may be, what was seen, and the photos that show it. */
export const findingField = z.strictObject({
  item: textField(20).optional(),
  matter: textField(20),
  description: textField(500),
  photos: z.array(sha256Field).max(20),
});
/** See `findingField`. */
export type Finding = z.infer<typeof findingField>;

/** How the officer set the deadline: a date, or n working or calendar days counted from the notice's service. */
export const deadlineField = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('date'), dueOn: dateField }),
  z.strictObject({
    by: z.literal('days'),
    count: z.int().min(1).max(365),
    unit: z.enum(['working', 'calendar']),
    dueOn: dateField,
  }),
]);
/** See `deadlineField`. */
export type Deadline = z.infer<typeof deadlineField>;

/**
 * Event types of the stream `case:<uuid>` that belong to the correction flow. `case.found` opens the case
 * (`case.filed` is only 立案).
 */
export const CASE_EVENTS = {
  'case.found': z.strictObject({
    title: textField(200),
    site: siteSnapshotField,
    inspection: uuidField.optional(),
    /** The report of a citizen that the inspection was made for. */
    report: uuidField.optional(),
    foundAt: instantField,
    position: positionField.optional(),
    findings: z.array(findingField).min(1).max(50),
    facts: textField(2000),
    officer: officerField,
    second: secondSignatureField,
  }),
  'case.fixedOnSite': z.strictObject({
    fixedAt: instantField,
    before: z.array(sha256Field).min(1).max(20),
    after: z.array(sha256Field).min(1).max(20),
    note: optionalTextField(1000).optional(),
    officer: officerField,
    second: secondSignatureField,
  }),
  'case.rechecked': z.strictObject({
    recheckedAt: instantField,
    result: z.enum(['fixed', 'not_fixed']),
    photos: z.array(sha256Field).min(1).max(20),
    note: optionalTextField(1000).optional(),
    officer: officerField,
    second: secondSignatureField,
  }),
  /** The case goes to another organisation; who gives it stands in the envelope. */
  'case.handedOver': z.strictObject({ to: orgField, reason: textField(1000) }),
  'supervision.returned': z.strictObject({ reason: textField(1000) }),
  'supervision.accepted': z.strictObject({ note: optionalTextField(1000).optional() }),
} as const;
