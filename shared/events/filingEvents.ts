import { z } from 'zod';

import { findingField } from './caseEvents.ts';
import {
  countField,
  dateField,
  instantField,
  officerField,
  optionalTextField,
  orgField,
  pairFields,
  photosField,
  positionField,
  secondSignatureField,
  textField,
  userField,
  uuidField,
} from './fields.ts';
import { partyField } from './party.ts';
import { discretionField, matterSnapshotField, penaltyField } from './penalty.ts';
import { siteSnapshotField } from './siteEvents.ts';

/** 程序 of a file: 普通程序, 简易程序 (当场处罚), 违法建设. */
export const procedureField = z.enum(['ordinary', 'spot', 'structure']);

/** 案件来源. */
export const SOURCES = [
  'patrol',
  'citizen',
  'hotline',
  'grid',
  'handed_over',
  'superior',
  'converted',
  'other',
] as const;

/** 笔录: what kind of signed record was taken. */
export const RECORDS = ['site', 'inquiry', 'inquiry_refused', 'execution', 'education'] as const;

/** 一期: its part of a fine and the last day to pay it. */
const instalmentField = z.strictObject({ amountFen: countField.min(1), dueOn: dateField });
/** See `instalmentField`. */
export type Instalment = z.infer<typeof instalmentField>;

/** Event types of a file from the clue to the proposal (domain: 线索、立案、调查). */
export const FILING_EVENTS = {
  /** Opens the stream `case:<uuid>` of a file; the correction flow is opened by `case.found`. */
  'case.opened': z.strictObject({
    procedure: procedureField,
    title: textField(200),
    source: z.enum(SOURCES),
    site: siteSnapshotField,
    inspection: uuidField.optional(),
    /** The report of a citizen that it is about; who reported stands nowhere in a case. */
    report: uuidField.optional(),
    foundAt: instantField,
    position: positionField.optional(),
    findings: z.array(findingField).min(1).max(50),
    facts: textField(2000),
    party: partyField.optional(),
    matter: matterSnapshotField.optional(),
    officer: officerField.optional(),
    second: secondSignatureField.optional(),
    /** The on-the-spot case that this file goes on with. */
    convertedFrom: uuidField.optional(),
  }),
  'case.assigned': z.strictObject({
    officers: z.array(officerField).length(2),
    text: optionalTextField(500).optional(),
  }),
  'case.notFiled': z.strictObject({
    reason: z.enum(['no_breach', 'not_ours', 'time_barred', 'minor_corrected', 'other']),
    text: textField(1000),
  }),
  'case.filed': z.strictObject({
    matter: matterSnapshotField,
    /** Last day of the act; absent while it continues (行政处罚法 §36). */
    actEndedOn: dateField.optional(),
    /** Life, health or finance with harm: five years instead of two (§36). */
    graveHarm: z.boolean(),
    /** By what the unit has power over the matter: its own, or a delegation (赋权, §24). */
    power: z.strictObject({
      org: orgField,
      by: z.enum(['own', 'delegated']),
      reference: optionalTextField(100).optional(),
    }),
    text: textField(1000),
  }),
  'party.identified': z.strictObject({ party: partyField, ...pairFields }),
  'record.made': z.strictObject({
    record: z.enum(RECORDS),
    startedAt: instantField,
    endedAt: instantField,
    place: textField(200),
    /** Who was asked or present. */
    person: optionalTextField(60).optional(),
    text: textField(8000),
    signature: z.enum(['signed', 'refused']),
    refusalReason: optionalTextField(500).optional(),
    witness: optionalTextField(60).optional(),
    /** 已出示执法证件 (§55). */
    certificatesShown: z.boolean(),
    photos: photosField,
    ...pairFields,
  }),
  'case.investigated': z.strictObject({
    facts: textField(4000),
    proposal: penaltyField.optional(),
    discretion: discretionField,
    /** 重大复杂: collective discussion before the decision (§57). */
    grave: z.boolean(),
    text: textField(2000),
    ...pairFields,
  }),
  'case.submitted': z.strictObject({ text: optionalTextField(1000).optional() }),
  'case.reviewed': z.strictObject({
    opinion: z.enum(['pass', 'return']),
    /** 初次从事法制审核 need the national exam (§58). */
    qualified: z.boolean(),
    text: textField(2000),
  }),
  'case.approved': z.strictObject({
    what: z.enum(['notice', 'measure', 'urge', 'defer', 'extend', 'enforcement']),
    text: textField(1000),
    /** Days more, for an extension or a deferred payment. */
    days: countField.max(1095).optional(),
    /** 分期缴纳: what is to be paid of a fine until when; the rules want two or more that make up what is owed (§66). */
    instalments: z.array(instalmentField).min(1).max(60).optional(),
  }),
  'recusal.requested': z.strictObject({ of: userField, ground: textField(500), byParty: z.boolean() }),
  'recusal.decided': z.strictObject({ of: userField, granted: z.boolean(), text: textField(500) }),
} as const;
