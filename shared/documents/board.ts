import { z } from 'zod';

import { instantField } from '../events/fields.ts';

const word = z.string().max(400);

/**
 * One indicator on the printed board. `months`: how high the bars of the twelve months stand, in thousandths of the highest; null
 * where there is no data. `urgent`: somebody has to see to it.
 */
const boardLineField = z.strictObject({
  rows: word,
  name: z.string().min(1).max(60),
  target: word,
  actual: word,
  percent: word,
  months: z.array(z.int().min(0).max(1000).nullable()).length(12),
  forecast: word,
  state: word,
  urgent: z.boolean(),
  orgs: word,
});
/** See `boardLineField`. */
export type BoardLine = z.infer<typeof boardLineField>;

/**
 * The printed model of 年度计划进度表: every word it shows. No document of enforcement: no number, no code, nobody signs it. It says
 * what one device knew on one day, so a print is drawn from the model that was looked at.
 */
export const boardModelField = z.strictObject({
  schema: z.literal('xunzhi.board.v1'),
  kind: z.literal('plan-board'),
  agency: word,
  title: z.string().min(1).max(100),
  /** Which plan, and as of which day. */
  plan: word,
  asOf: word,
  /** What the numbers come to: so many met, so many behind. */
  sums: word,
  /** What keeps the numbers or the targets from being taken at their word; empty when nothing does. */
  caution: word,
  madeAt: instantField,
  heads: z.strictObject({
    rows: word,
    name: word,
    target: word,
    actual: word,
    percent: word,
    months: word,
    forecast: word,
    state: word,
    orgs: word,
  }),
  lines: z.array(boardLineField).max(200),
  note: word,
});
/** See `boardModelField`. */
export type BoardModel = z.infer<typeof boardModelField>;
