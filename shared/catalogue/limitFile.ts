import { z } from 'zod';

import { textField, verificationField } from '../events/fields.ts';
import { limitUnitField } from '../events/reportEvents.ts';

const clockField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A limit for reports; `codes`: the matters of GB/T 47678.5-2026 that it is proposed for. */
const limitField = z.strictObject({
  id: textField(40),
  name: textField(60),
  count: z.int().min(1).max(1000),
  unit: limitUnitField,
  verification: verificationField,
  source: textField(200),
  codes: z.array(z.string().regex(/^\d{5}$/)).optional(),
});

/**
 * The file `limits.json`: how fast reports are to be answered, the office hours by which 工作时 are counted, and the matters
 * that a report may be of. `triage`: the limit within which somebody has to say whether it is taken on.
 */
export const limitFileField = z
  .strictObject({
    schema: z.literal('xunzhi.limits.v1'),
    source: textField(500),
    hours: z.array(z.strictObject({ from: clockField, to: clockField })).min(1),
    triage: textField(40),
    usual: textField(40),
    limits: z.array(limitField).min(1),
    matters: z.array(z.strictObject({ code: z.string().regex(/^\d{5}$/), name: textField(30) })),
  })
  .refine(({ triage, usual, limits }) => [triage, usual].every((id) => limits.some((one) => one.id === id)), {
    error: 'no such limit',
    path: ['triage'],
  })
  .refine(({ hours }) => hours.every((one, at) => one.from < one.to && (hours[at - 1]?.to ?? '') < one.from), {
    error: 'hours follow each other',
    path: ['hours'],
  });

/** See `limitFileField`. */
export type ReportLimits = Pick<z.infer<typeof limitFileField>, 'hours' | 'triage' | 'usual' | 'limits' | 'matters'>;
/** One of the limits. */
export type ReportLimit = ReportLimits['limits'][number];

/** Without a file: one day, of all reports, so that none is without a limit. */
export const DEFAULT_LIMITS: ReportLimits = {
  hours: [
    { from: '08:00', to: '12:00' },
    { from: '14:30', to: '17:30' },
  ],
  triage: 'default',
  usual: 'default',
  limits: [
    {
      id: 'default',
      name: '默认时限',
      count: 1,
      unit: 'work_day',
      verification: 'proposal',
      source: '没有 limits.json 时的默认值',
    },
  ],
  matters: [],
};
