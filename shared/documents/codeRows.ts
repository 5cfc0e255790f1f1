import { formatChinaDate } from '../kernel/chinaTime.ts';

import type { CodeContent } from './code.ts';
import { yuanOf } from './fileWording.ts';

/** What a code says, as it must stand on the paper: labels and values in order. `orgName`, `kindName`: as people call them. */
export function codeRows(
  { number, issuedOn, fineFen, hashPrefix }: CodeContent,
  orgName: string,
  kindName: string,
): readonly (readonly [label: string, value: string])[] {
  return [
    ['开具机关', orgName],
    ['文书', kindName],
    ['文号', number],
    ['日期', formatChinaDate(issuedOn)],
    ['罚款', fineFen === 0 ? NO_FINE : `${yuanOf(fineFen)}元`],
    ['内容摘要', hashPrefix.slice(0, 8)],
  ];
}

/** Stands where a code names no fine. */
export const NO_FINE = '没有罚款';
