import { z } from 'zod';

import {
  instantField,
  optionalTextField,
  sha256Field,
  textField,
  userField,
  uuidField,
} from '#shared/events/fields.ts';
import { answerWayField, reportDataField, reporterField } from '#shared/events/reportEvents.ts';

/** What a person or a file says of a report; the instant it came in is the worker's. */
const reportInput = reportDataField.omit({ receivedAt: true, batch: true, photos: true });
/** See `reportInput`. */
export type ReportInput = z.infer<typeof reportInput>;

const photos = z.array(sha256Field).max(20);

/** One step of a report that is there. `limit`: the id of one of the catalogue's. */
const step = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('merge'), into: uuidField, reason: textField(500) }),
  z.strictObject({ step: z.literal('unmerge'), reason: textField(500) }),
  z.strictObject({ step: z.literal('accept'), urgent: z.boolean(), limit: textField(40) }),
  z.strictObject({ step: z.literal('reject'), reason: textField(500) }),
  z.strictObject({
    step: z.literal('dispatch'),
    team: textField(40).optional(),
    officer: userField.optional(),
    note: optionalTextField(1000),
  }),
  z.strictObject({
    step: z.literal('handle'),
    result: textField(2000),
    photos,
    caseId: uuidField.optional(),
    inspectionId: uuidField.optional(),
  }),
  z.strictObject({
    step: z.literal('answer'),
    text: textField(2000),
    way: answerWayField,
    /** Now, where it is left out. */
    at: instantField.optional(),
  }),
  z.strictObject({ step: z.literal('close'), note: optionalTextField(500) }),
]);
/** See `step`. */
export type ReportStepInput = z.infer<typeof step>;

/** Commands about reports of citizens, with their inputs. `reporter` goes under seal and nowhere else. */
export const REPORT_INPUTS = {
  'report.receive': z.strictObject({ data: reportInput, photos, reporter: reporterField.optional() }),
  /** Rows of a file: each has the number that its system gave it, and is taken once. */
  'report.import': z.strictObject({
    rows: z
      .array(
        z.strictObject({
          data: reportInput.extend({ external: textField(60) }),
          reporter: reporterField.optional(),
        }),
      )
      .min(1)
      .max(2000),
  }),
  'report.step': z.strictObject({ reportId: uuidField, what: step }),
  'report.nameReporter': z.strictObject({ reportId: uuidField, reporter: reporterField }),
} as const;

/** What each of them answers. `known`: rows whose number was here already. */
export type ReportResults = {
  readonly 'report.receive': { readonly reportId: string };
  readonly 'report.import': { readonly taken: number; readonly known: number };
  readonly 'report.step': Record<string, never>;
  readonly 'report.nameReporter': Record<string, never>;
};
