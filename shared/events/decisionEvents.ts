import { z } from 'zod';

import { instantField, optionalTextField, pairFields, photosField, textField, userField, uuidField } from './fields.ts';
import { discretionField, penaltyField } from './penalty.ts';

/** 不予处罚 grounds (行政处罚法 §30, §31, §33, §36, §57). */
export const NO_PENALTY = [
  'minor_corrected',
  'first_offence',
  'no_fault',
  'underage',
  'incapable',
  'time_barred',
  'not_established',
] as const;

/** Event types of a file from the defence to the decision (domain: 陈述申辩、听证、决定). */
export const DECISION_EVENTS = {
  /** 当场告知: certificates shown, facts, reasons, basis and rights told, the party heard (§44, §45, §52). */
  'case.told': z.strictObject({
    at: instantField,
    certificatesShownAt: instantField,
    words: optionalTextField(2000).optional(),
    objection: z.enum(['none', 'words', 'new_facts']),
    answer: optionalTextField(1000).optional(),
    ...pairFields,
  }),
  'statement.made': z.strictObject({ at: instantField, words: textField(4000), photos: photosField, ...pairFields }),
  /** 书面放弃 of statement or hearing: the signed sheet is the proof. */
  'statement.waived': z.strictObject({
    at: instantField,
    what: z.enum(['statement', 'hearing']),
    photos: photosField.min(1),
    ...pairFields,
  }),
  'statement.reviewed': z.strictObject({ adopted: z.boolean(), text: textField(2000) }),
  'hearing.requested': z.strictObject({ at: instantField, words: textField(2000), photos: photosField, ...pairFields }),
  'hearing.called': z.strictObject({
    heldAt: instantField,
    place: textField(200),
    host: userField,
    isPublic: z.boolean(),
    /** The agency holds it without a request in time. */
    byAgency: z.boolean(),
  }),
  'hearing.held': z.strictObject({ at: instantField, host: userField, text: textField(8000), photos: photosField }),
  /** 听证报告 of the host to the head of the agency: what both sides said, what the host finds, and what is suggested. */
  'hearing.reported': z.strictObject({
    words: textField(4000),
    handlers: textField(4000),
    facts: textField(4000),
    text: textField(2000),
  }),
  'case.brought': z.strictObject({ text: optionalTextField(1000).optional() }),
  'case.discussed': z.strictObject({
    at: instantField,
    members: z
      .array(z.strictObject({ name: textField(40), opinion: textField(500) }))
      .min(3)
      .max(20),
    text: textField(2000),
  }),
  'case.decided': z.strictObject({ penalty: penaltyField, discretion: discretionField, text: textField(4000) }),
  'case.noPenalty': z.strictObject({
    ground: z.enum(NO_PENALTY),
    text: textField(2000),
    /** 教育 (§33). */
    education: textField(1000),
  }),
  'case.acknowledged': z.strictObject({ text: optionalTextField(500).optional() }),
  'case.converted': z.strictObject({ to: uuidField, reason: textField(1000) }),
  /** 裁定: which of several decisions of a fork holds. */
  'fork.ruled': z.strictObject({ chosen: textField(200), text: textField(1000) }),
} as const;
