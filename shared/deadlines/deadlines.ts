import type { Period } from '../kernel/days.ts';

/** Names of the periods that the law or the bureau sets in a case. */
export type DeadlineId =
  | 'verifyClue'
  | 'reportSimple'
  | 'registerKeep'
  | 'urgentMeasureReport'
  | 'seizure'
  | 'stmt'
  | 'hearingRequest'
  | 'hearingNotice'
  | 'decide'
  | 'serveDecision'
  | 'publish'
  | 'pay'
  | 'cashIn'
  | 'bankIn'
  | 'reconsider'
  | 'sue'
  | 'sueAfterReview'
  | 'publicService'
  | 'cuigao'
  | 'courtCuigao'
  | 'substituteUrge'
  | 'courtApply'
  | 'suspended'
  | 'limitation'
  | 'limitationGrave';

/**
 * A period as data. `extension` is added once for each approval, as often as `times`. `pauses`: which days of rest do not
 * count, `any` (hearing, appraisal, suspension) or those of an `appraisal` alone. `rolls: false`: it ends on its last day even when that is a day off,
 * because it is counted in hours, or is the time for which a power lasts and not one to do something in. `tag` says how well the length is known; `warnDays` are calendar
 * days before its end at which people are warned.
 */
export type Deadline = {
  readonly period: Period | { readonly count: number; readonly unit: 'hour' };
  readonly extension?: Period & { readonly times: number };
  readonly pauses: false | 'any' | 'appraisal';
  readonly rolls?: false;
  readonly warnDays: readonly number[];
  readonly article: string;
  readonly tag: 'verified' | 'memory' | 'proposal';
};

const working = (count: number): Period => ({ count, unit: 'working' });
const days = (count: number): Period => ({ count, unit: 'calendar' });
const months = (count: number): Period => ({ count, unit: 'month' });

/** Every period, with its legal source. Two to seven days of the 行政处罚法 are working days (§85), those up to ten of the 行政强制法 too (§69). */
export const DEADLINES: Readonly<Record<DeadlineId, Deadline>> = {
  verifyClue: {
    period: working(15),
    extension: { ...working(10), times: 1 },
    pauses: false,
    warnDays: [3],
    article: '住房和城乡建设行政处罚程序规定 §15',
    tag: 'memory',
  },
  reportSimple: {
    period: working(3),
    pauses: false,
    warnDays: [1],
    article: '住房和城乡建设行政处罚程序规定 §14',
    tag: 'memory',
  },
  registerKeep: { period: working(7), pauses: false, warnDays: [2], article: '行政处罚法 §56', tag: 'verified' },
  urgentMeasureReport: {
    period: { count: 24, unit: 'hour' },
    pauses: false,
    rolls: false,
    warnDays: [],
    article: '行政强制法 §19',
    tag: 'verified',
  },
  seizure: {
    period: days(30),
    extension: { ...days(30), times: 1 },
    pauses: 'appraisal',
    rolls: false,
    warnDays: [5],
    article: '行政强制法 §25',
    tag: 'verified',
  },
  stmt: { period: working(3), pauses: false, warnDays: [1], article: '行政处罚法 §44', tag: 'memory' },
  hearingRequest: { period: working(5), pauses: false, warnDays: [1], article: '行政处罚法 §64', tag: 'verified' },
  hearingNotice: { period: working(7), pauses: false, warnDays: [], article: '行政处罚法 §64', tag: 'verified' },
  decide: {
    period: days(90),
    extension: { ...days(30), times: 3 },
    pauses: 'any',
    warnDays: [15, 5],
    article: '行政处罚法 §60',
    tag: 'verified',
  },
  serveDecision: { period: working(7), pauses: false, warnDays: [2], article: '行政处罚法 §61', tag: 'verified' },
  publish: {
    period: working(7),
    pauses: false,
    warnDays: [2],
    article: '住房和城乡建设行政处罚程序规定 §10',
    tag: 'memory',
  },
  pay: { period: days(15), pauses: false, warnDays: [3], article: '行政处罚法 §67', tag: 'verified' },
  cashIn: { period: working(2), pauses: false, warnDays: [1], article: '行政处罚法 §71', tag: 'verified' },
  bankIn: { period: working(2), pauses: false, warnDays: [1], article: '行政处罚法 §71', tag: 'verified' },
  reconsider: { period: days(60), pauses: false, warnDays: [], article: '行政复议法 §20', tag: 'verified' },
  sue: { period: months(6), pauses: false, warnDays: [], article: '行政诉讼法 §46', tag: 'verified' },
  sueAfterReview: { period: days(15), pauses: false, warnDays: [], article: '行政诉讼法 §45', tag: 'verified' },
  publicService: { period: days(30), pauses: false, warnDays: [], article: '民事诉讼法 §95', tag: 'verified' },
  cuigao: { period: working(10), pauses: false, warnDays: [2], article: '行政强制法 §35', tag: 'proposal' },
  courtCuigao: { period: working(10), pauses: false, warnDays: [2], article: '行政强制法 §54', tag: 'verified' },
  substituteUrge: { period: working(3), pauses: false, warnDays: [1], article: '行政强制法 §51', tag: 'verified' },
  courtApply: { period: months(3), pauses: false, warnDays: [30, 7], article: '行政强制法 §53', tag: 'verified' },
  suspended: {
    period: months(36),
    pauses: false,
    rolls: false,
    warnDays: [60],
    article: '行政强制法 §39',
    tag: 'verified',
  },
  limitation: {
    period: months(24),
    pauses: false,
    rolls: false,
    warnDays: [60],
    article: '行政处罚法 §36',
    tag: 'verified',
  },
  limitationGrave: {
    period: months(60),
    pauses: false,
    rolls: false,
    warnDays: [60],
    article: '行政处罚法 §36',
    tag: 'verified',
  },
};
