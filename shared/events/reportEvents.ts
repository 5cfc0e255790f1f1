import { z } from 'zod';

import {
  countField,
  instantField,
  optionalTextField,
  photosField,
  positionField,
  textField,
  userField,
  uuidField,
} from './fields.ts';

/** 群众举报 | 三进社区 | 开门纳谏. */
export const REPORT_KINDS = ['report', 'visit', 'suggestion'] as const;
/** See `REPORT_KINDS`. */
export type ReportKind = (typeof REPORT_KINDS)[number];

/** 随手拍 | 热线12345 | 网格员 | 快递小哥 | 无人机 | 视频 | 督察 | 其他. */
export const REPORT_SOURCES = [
  'snapshot',
  'hotline',
  'grid',
  'courier',
  'drone',
  'video',
  'supervision',
  'other',
] as const;
/** See `REPORT_SOURCES`. */
export type ReportSource = (typeof REPORT_SOURCES)[number];

/** Where it is; a file of another system often knows an address and nothing else. */
export const reportPlaceField = z.strictObject({
  division: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  street: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
  address: textField(200),
  position: positionField.optional(),
});

/** What a visit to a community was: 宣传 | 执法 | 服务, how many came, what they named as problems. */
export const visitField = z.strictObject({
  community: textField(60),
  topic: z.enum(['publicity', 'enforcement', 'service']),
  headcount: countField,
  problems: optionalTextField(2000).optional(),
});

/**
 * What was reported, and never by whom: that stands in `reporter.named`, in another database. `external`: the number that
 * the outside system gave; the same number of a source is one report. `matter`: class and minor class of GB/T 47678.5-2026.
 */
export const reportDataField = z.strictObject({
  kind: z.enum(REPORT_KINDS),
  source: z.enum(REPORT_SOURCES),
  external: textField(60).optional(),
  text: textField(2000),
  place: reportPlaceField,
  matter: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  happenedAt: instantField,
  receivedAt: instantField,
  photos: photosField,
  batch: uuidField.optional(),
  visit: visitField.optional(),
  wish: optionalTextField(1000).optional(),
});
/** See `reportDataField`. */
export type ReportData = z.infer<typeof reportDataField>;

/** 工作时 | 紧急工作时 | 工作日 | 紧急工作日; the urgent ones are clock time. */
export const limitUnitField = z.enum(['work_hour', 'clock_hour', 'work_day', 'clock_day']);
/** See `limitUnitField`. */
export type LimitUnit = z.infer<typeof limitUnitField>;

/** How the reporter was answered; `none_possible`: nobody knows whom to answer. */
export const answerWayField = z.enum(['phone', 'message', 'letter', 'none_possible']);
/** See `answerWayField`. */
export type AnswerWay = z.infer<typeof answerWayField>;

/** A limit as it was when a report was triaged, and the instant it came to: data may change later, this stays. */
export const frozenLimitField = z.strictObject({
  id: textField(40),
  name: textField(60),
  count: z.int().min(1).max(1000),
  unit: limitUnitField,
  dueAt: instantField,
});

/** Event types of the stream `report:<uuid>`. */
export const REPORT_EVENTS = {
  'report.received': reportDataField,
  'report.merged': z.strictObject({ into: uuidField, reason: textField(500) }),
  'report.unmerged': z.strictObject({ reason: textField(500) }),
  'report.triaged': z.discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('accepted'), urgent: z.boolean(), limit: frozenLimitField }),
    z.strictObject({ verdict: z.literal('rejected'), reason: textField(500) }),
  ]),
  'report.dispatched': z.strictObject({
    team: textField(40).optional(),
    officer: z.strictObject({ user: userField, name: textField(40) }).optional(),
    note: optionalTextField(1000),
  }),
  'report.handled': z.strictObject({
    result: textField(2000),
    photos: photosField,
    caseId: uuidField.optional(),
    inspectionId: uuidField.optional(),
  }),
  'report.answered': z.strictObject({ text: textField(2000), way: answerWayField, at: instantField }),
  'report.closed': z.strictObject({ note: optionalTextField(500) }),
} as const;

/** Who reported something. Empty texts are not known. */
export const reporterField = z.strictObject({ name: optionalTextField(40), phone: optionalTextField(30) });
/** See `reporterField`. */
export type Reporter = z.infer<typeof reporterField>;

/**
 * Event types of the stream `reporter:<uuid>`, the uuid being the report's: the one place that says who reported, in the
 * database `sealed-<org>`, which few roles read (个人信息保护法 §34-35).
 */
export const REPORTER_EVENTS = { 'reporter.named': reporterField } as const;
