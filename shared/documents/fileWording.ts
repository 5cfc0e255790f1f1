import type { Penalty } from '../events/penalty.ts';
import { capitalYuan } from '../kernel/capitalYuan.ts';
import { formatChinaDate, formatChinaInstant, type ChinaDate } from '../kernel/chinaTime.ts';

import { CROSSED_OUT } from './form.ts';

/** Where a party turns against a decision: data of the agency, never guessed. */
export type RemedyBodies = { readonly government: string; readonly court: string };

/** 行政处罚的种类和数额 in words, e.g. `警告；罚款人民币200元（大写：贰佰元整）`. */
export function penaltyWords(penalty: Penalty): string {
  const { warning, fineFen, confiscation = '', demolition = '' } = penalty;
  return [
    warning ? '警告' : '',
    fineFen > 0 ? `罚款人民币${yuanOf(fineFen)}元（大写：${capitalYuan(fineFen)}）` : '',
    confiscation === '' ? '' : `没收${confiscation}`,
    demolition === '' ? '' : `限期拆除${demolition}`,
  ]
    .filter((part) => part !== '')
    .join('；');
}

/** Yuan from fen, two decimals only when there are any. */
export function yuanOf(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

/** 缴纳罚款 (行政处罚法 §67, §72): time, ways, and what is added for each day late. */
export const PAYMENT =
  '请自收到本决定书之日起十五日内，到本机关指定的银行或者通过电子支付系统缴纳罚款。到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。';

/** 陈述、申辩 before a penalty (行政处罚法 §44, §45, §62). */
export const STATEMENT_RIGHT =
  '你（单位）有权陈述和申辩，可以自收到本告知书之日起三个工作日内向本机关提出；放弃这项权利的，请书面说明。本机关不会因为陈述、申辩而给予更重的处罚。';

/** 听证 (行政处罚法 §63, §64, §85). */
export const HEARING_RIGHT =
  '你（单位）有权要求听证。要求听证的，应当自收到本告知书之日起五个工作日内向本机关提出；组织听证的费用由本机关承担。';

/** 复议前置 of an on-the-spot decision (行政复议法 §20, §23, §32; 行政诉讼法 §45). */
export function spotRemedy({ government, court }: RemedyBodies): string {
  return `不服本决定的，应当自收到本决定书之日起六十日内先向${government}申请行政复议，也可以把复议申请交给本机关转送；对复议决定仍不服的，可以自收到复议决定书之日起十五日内向${court}提起行政诉讼。`;
}

/** Both remedies (行政复议法 §20; 行政诉讼法 §46), with or without the clause that performance goes on meanwhile. */
export function generalRemedy({ government, court }: RemedyBodies, paper: string, suspends: boolean): string {
  const either = `不服本${paper}的，可以自收到之日起六十日内向${government}申请行政复议，也可以自收到之日起六个月内直接向${court}提起行政诉讼。`;
  return suspends ? either : `${either}复议或者诉讼期间，除法律另有规定外，本${paper}不停止执行。`;
}

/** 强制拆除 only after both remedy periods (行政强制法 §44). */
export const DEMOLITION_WARNING =
  '逾期不拆除，又没有在法定期限内申请行政复议或者提起行政诉讼的，本机关将依法强制拆除。';

/** 催告 (行政强制法 §35-37, §54): what is due until when, and the right to be heard once more. */
export function urging(what: string): string {
  return `请自收到本催告书之日起十个工作日内${what}。你（单位）有权进行陈述和申辩。逾期仍不履行又没有正当理由的，本机关将依法强制执行或者申请人民法院强制执行。`;
}

/** `2024年3月12日前（含当日）`. */
export function until(on: ChinaDate): string {
  return `${formatChinaDate(on)}前（含当日）`;
}

/** As `until`; crossed out where the file knows no such day. */
export function untilKnown(on: ChinaDate | undefined): string {
  return on === undefined ? CROSSED_OUT : until(on);
}

/** `2024年3月12日9时0分` of an instant; crossed out where the file knows none. */
export function atKnown(iso: string | undefined): string {
  return iso === undefined ? CROSSED_OUT : formatChinaInstant(Date.parse(iso));
}
