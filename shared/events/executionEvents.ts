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

/** 先行登记保存, 扣押, 查封 of things or places, 查封施工现场 (城乡规划法 §68). */
export const MEASURES = ['register', 'seizure', 'seal', 'site_seal'] as const;

/** Event types of a file about compulsory measures, payment, remedies, enforcement and its end. */
export const EXECUTION_EVENTS = {
  'measure.taken': z.strictObject({
    measure: z.enum(MEASURES),
    id: uuidField,
    at: instantField,
    place: textField(200),
    items: z
      .array(
        z.strictObject({
          name: textField(100),
          /** 规格型号. */
          spec: optionalTextField(100).optional(),
          quantity: textField(40),
          state: optionalTextField(200).optional(),
          note: optionalTextField(200).optional(),
        }),
      )
      .min(1)
      .max(200),
    reason: textField(1000),
    /** Taken at once, reported within 24 hours (行政强制法 §19). */
    urgent: z.boolean(),
    photos: photosField,
    ...pairFields,
  }),
  'measure.extended': z.strictObject({ id: uuidField, text: textField(1000) }),
  'measure.ended': z.strictObject({
    id: uuidField,
    at: instantField,
    result: z.enum(['returned', 'confiscated', 'seized', 'handed_on', 'auctioned']),
    text: textField(1000),
    ...pairFields,
  }),
  'payment.entered': z.strictObject({
    at: instantField,
    amountFen: countField.min(1),
    receipt: textField(60),
    way: z.enum(['bank', 'electronic', 'cash']),
    /** Why an officer took it in cash: at most 100 yuan, not to be collected later, or a remote place (§68, §69). */
    cashGround: z.enum(['small', 'unenforceable', 'remote']).optional(),
    /** What made it so. */
    cashReason: textField(200).optional(),
  }),
  /** 缴付: cash that was collected on the spot goes from the officer to the unit, and from there to the bank (§71). */
  'cash.handedIn': z.strictObject({
    to: z.enum(['unit', 'bank']),
    at: instantField,
    amountFen: countField.min(1),
    receipt: textField(60),
  }),
  'remedy.filed': z.strictObject({
    remedy: z.enum(['reconsideration', 'litigation']),
    at: instantField,
    body: textField(100),
    reference: optionalTextField(100).optional(),
  }),
  'remedy.ended': z.strictObject({
    remedy: z.enum(['reconsideration', 'litigation']),
    at: instantField,
    result: z.enum(['upheld', 'changed', 'revoked', 'withdrawn', 'rejected']),
    reference: textField(100),
  }),
  'case.enforcementDecided': z.strictObject({ text: textField(2000) }),
  'case.courtApplied': z.strictObject({ court: textField(100), on: dateField, text: textField(2000) }),
  'case.enforced': z.strictObject({
    at: instantField,
    result: z.enum(['full', 'partial', 'ended']),
    text: textField(2000),
    photos: photosField,
    ...pairFields,
  }),
  'case.transferred': z.strictObject({
    to: textField(100),
    ground: z.enum(['other_authority', 'suspected_crime']),
    text: textField(2000),
  }),
  'case.suspended': z.strictObject({
    ground: z.enum(['appraisal', 'party_died', 'awaiting_decision', 'remedy', 'no_means', 'other']),
    text: textField(1000),
  }),
  'case.resumed': z.strictObject({ text: textField(1000) }),
  'case.terminated': z.strictObject({
    ground: z.enum(['party_died', 'ended_no_heir', 'object_lost', 'basis_revoked', 'other']),
    text: textField(1000),
  }),
  'case.revoked': z.strictObject({
    by: z.enum(['agency', 'reconsideration', 'court']),
    reference: textField(100),
    text: textField(1000),
  }),
  /** 公开: where the decision can be read by everybody (行政处罚法 §48). */
  'case.published': z.strictObject({ on: dateField, where: textField(200) }),
  'case.closed': z.strictObject({ text: textField(1000) }),
  'case.archived': z.strictObject({
    pieces: countField,
    pages: countField,
    retention: z.enum(['30_years', 'permanent']),
  }),
} as const;
