import { z } from 'zod';

import { deadlineField } from './caseEvents.ts';
import {
  countField,
  dateField,
  instantField,
  officerField,
  optionalTextField,
  orgField,
  secondSignatureField,
  sha256Field,
  textField,
  uuidField,
} from './fields.ts';

/** A number series: organisation, kind of document, calendar year. */
export const seriesField = z.strictObject({
  org: orgField,
  kind: z.string().regex(/^D\d{2}$/),
  year: z.int().min(2020).max(2100),
});
/** See `seriesField`. */
export type Series = z.infer<typeof seriesField>;

/** 直接送达 or 留置送达 (民事诉讼法 §87-89). */
export const serviceModeField = z.enum(['direct', 'left']);

/** Event types about documents and their numbers; they stand in the stream of the case the document belongs to. */
export const DOCUMENT_EVENTS = {
  'number.granted': z.strictObject({
    series: seriesField,
    n: z.int().min(1),
    lease: textField(80),
    number: textField(60),
    document: uuidField,
  }),
  'number.voided': z.strictObject({
    series: seriesField,
    n: z.int().min(1),
    lease: textField(80),
    number: textField(60),
    document: uuidField.optional(),
    reason: textField(500),
  }),
  'document.issued': z.strictObject({
    document: uuidField,
    kind: z.literal('D07'),
    number: textField(60),
    issuedAt: instantField,
    noticeOn: dateField,
    deadline: deadlineField,
    officer: officerField,
    second: secondSignatureField,
    model: z.record(z.string(), z.json()),
    modelHash: sha256Field,
    pdf: z.strictObject({ sha256: sha256Field, bytes: countField, pages: countField }),
    renderer: textField(60),
  }),
  'document.served': z.strictObject({
    document: uuidField,
    mode: serviceModeField,
    servedAt: instantField,
    receiver: textField(60),
    relation: textField(40),
    place: textField(200),
    refusalReason: optionalTextField(500).optional(),
    witness: optionalTextField(60).optional(),
    photos: z.array(sha256Field).max(20),
    officer: officerField,
    second: secondSignatureField,
  }),
} as const;
