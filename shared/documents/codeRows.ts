import { formatChinaDate } from '../kernel/chinaTime.ts';

import type { CodeContent } from './code.ts';
import { yuanOf } from './fileWording.ts';
import { recordIn } from './recordInCode.ts';

/** What a code says, as it must stand on the paper: labels and values in order. `orgName`, `kindName`: as people call them. */
export function codeRows(
  content: CodeContent,
  orgName: string,
  kindName: string,
): readonly (readonly [label: string, value: string])[] {
  const { number, issuedOn, fineFen, hashPrefix } = content;
  const record = recordIn(content);
  const noFine = record === undefined ? NO_FINE : ONLY_A_REMINDER;
  return [
    ['开具机关', orgName],
    ['文书', kindName],
    record === undefined ? ['文号', number] : ['检查记录', record],
    ['日期', formatChinaDate(issuedOn)],
    ['罚款', fineFen === 0 ? noFine : `${yuanOf(fineFen)}元`],
    ['内容摘要', hashPrefix.slice(0, 8)],
  ];
}

/** Stands where a code names no fine. */
export const NO_FINE = '没有罚款';
/** The same on a paper that has no number because it imposes nothing. */
export const ONLY_A_REMINDER = '没有罚款（只是提醒，不是行政处罚）';
