import { z } from 'zod';

import { PAGE_RANGES } from '../kernel/pageRanges.ts';

import { deadlineField } from './caseEvents.ts';
import {
  countField,
  dateField,
  instantField,
  officerField,
  orgField,
  secondSignatureField,
  sha256Field,
  textField,
  uuidField,
} from './fields.ts';
import { discretionField, penaltyField } from './penalty.ts';

/** A number series: organisation, kind of document, calendar year. */
export const seriesField = z.strictObject({
  org: orgField,
  kind: z.string().regex(/^D\d{2}$/),
  year: z.int().min(2020).max(2100),
});
/** See `seriesField`. */
export type Series = z.infer<typeof seriesField>;

/**
 * Documents of a file beside the correction notice D07, by the ids of the bureau's list: summons (D04), orders to stop
 * (D06), measures (D09-D12), notices before a penalty (D17, D18) and of a hearing (D19), decisions (D21-D24), urging (D25),
 * public announcement (D26), decision to enforce (D27), application to the court (D28), substitute performance (D29),
 * deferred payment (D32), how to pay (D33), transfer (D34).
 */
// prettier-ignore
export const FILE_DOCUMENTS = [
  'D04', 'D06', 'D09', 'D10', 'D11', 'D12', 'D17', 'D18', 'D19', 'D21', 'D22',
  'D23', 'D24', 'D25', 'D26', 'D27', 'D28', 'D29', 'D32', 'D33', 'D34',
] as const;

/** A sheet as it was frozen: model, renderer, and the PDF kept as evidence. */
const printFields = {
  model: z.record(z.string(), z.json()),
  modelHash: sha256Field,
  pdf: z.strictObject({ sha256: sha256Field, bytes: countField, pages: countField }),
  renderer: textField(60),
  /** What its QR code holds, signed by the device; absent on what was printed before codes were signed. */
  code: textField(400).optional(),
} as const;

const issuedFields = {
  document: uuidField,
  number: textField(60),
  issuedAt: instantField,
  officer: officerField,
  second: secondSignatureField,
} as const;

/** 责令限期改正通知书. */
const correctionNoticeField = z.strictObject({
  ...issuedFields,
  kind: z.literal('D07'),
  noticeOn: dateField,
  deadline: deadlineField,
  ...printFields,
});

/** Any other document of a file, with what the rules need to know of it. */
const fileDocumentField = z.strictObject({
  ...issuedFields,
  kind: z.enum(FILE_DOCUMENTS),
  penalty: penaltyField.optional(),
  discretion: discretionField.optional(),
  /** Last day of the period it sets: to stop, to demolish, to perform. */
  untilOn: dateField.optional(),
  /** The measure it is about (D09-D12). */
  measure: uuidField.optional(),
  /** 调查（询问）: when and where the party is to come. */
  heldAt: instantField.optional(),
  place: textField(200).optional(),
  /** 代履行: what, how, when, by whom, and what it will cost (行政强制法 §51). */
  object: textField(500).optional(),
  manner: textField(500).optional(),
  startAt: instantField.optional(),
  performer: textField(100).optional(),
  costFen: countField.optional(),
  /** 缴款码 of the fine, where the payment system gave one. */
  payCode: textField(60).optional(),
  /** 听证: fines from this amount on give a right to a hearing, as the agency published it (§63); notices only. */
  hearingFromFen: countField.optional(),
  text: textField(8000),
  ...z.object(printFields).partial().shape,
});

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
  'document.issued': z.discriminatedUnion('kind', [correctionNoticeField, fileDocumentField]),
  /** Paper came out: stands beside every procedure, at any stage, and changes nothing (全过程记录, 行政处罚法 §47). */
  'document.printed': z.strictObject({
    document: uuidField,
    /** The print job of the device that made it: told twice it counts once. */
    job: uuidField,
    printedAt: instantField,
    /** Name of the queue, as the device knows it. */
    printer: textField(127),
    copies: z.int().min(1).max(99),
    /** `1-2,4`; absent when every page was printed. */
    pages: z.string().max(100).regex(PAGE_RANGES).optional(),
    /** Small paper, and the renderer that drew it from the frozen model; absent when the PDF of the issue was printed. */
    narrow: z.strictObject({ medium: z.enum(['A5', 'roll80']), renderer: textField(60) }).optional(),
  }),
} as const;
