import { z } from 'zod';

import {
  countField,
  instantField,
  officerField,
  optionalTextField,
  positionField,
  secondSignatureField,
  sha256Field,
  textField,
  uuidField,
} from './fields.ts';
import { siteSnapshotField } from './siteEvents.ts';

/** 合格 | 不合格 | 不适用 | 未检查. */
export const answerField = z.enum(['pass', 'fail', 'not_applicable', 'not_checked']);
/** See `answerField`. */
export type Answer = z.infer<typeof answerField>;

/** 轻 | 一般 | 严重 (weight factor 1, 2, 4). */
export const severityField = z.enum(['minor', 'normal', 'severe']);
/** See `severityField`. */
export type Severity = z.infer<typeof severityField>;

/**
 * The answer to one checklist item. `value` holds number (as decimal text), choice, text and date items and the name of who
 * signed; `entry` says which entry of a repeated section it belongs to, from 1.
 */
export const itemAnswerField = z.strictObject({
  item: textField(20),
  entry: z.int().min(1).max(50).optional(),
  answer: answerField,
  severity: severityField.optional(),
  fixedOnSite: z.boolean().optional(),
  value: optionalTextField(500).optional(),
  position: positionField.optional(),
  note: optionalTextField(1000).optional(),
  photos: z.array(sha256Field).max(20),
});
/** See `itemAnswerField`. */
export type ItemAnswer = z.infer<typeof itemAnswerField>;

/** Ids of campaigns (专项行动), as the catalogue's file names them. */
export const campaignsField = z.array(z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)).max(5);

/** Event types of the stream `inspection:<uuid>`. `scoreTenths` is the score times ten, by the checklist's model. */
export const INSPECTION_EVENTS = {
  'inspection.submitted': z.strictObject({
    checklist: textField(60),
    checklistVersion: z.int().min(1),
    site: siteSnapshotField,
    startedAt: instantField,
    submittedAt: instantField,
    officer: officerField,
    second: secondSignatureField.optional(),
    answers: z.array(itemAnswerField).max(300),
    scoreTenths: countField,
    vetoed: z.boolean(),
    note: optionalTextField(2000).optional(),
    /** The report of a citizen that somebody went there for. */
    report: uuidField.optional(),
    /** 专项行动 that it counts for: ids of the catalogue's. */
    campaigns: campaignsField.optional(),
  }),
} as const;
