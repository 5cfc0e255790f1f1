import { cleanText } from '../kernel/text.ts';

import { packageOf, type ExchangePackage } from './outbox.ts';

/** A row of a platform's receipt as it stands in the file. `line`: of the table, the heads being the first. */
export type ReceiptRow = {
  readonly line: number;
  readonly package: string;
  readonly taskNo: string;
  readonly result: string;
  readonly reason: string;
};

/** Why a row says nothing. */
export type ReceiptProblem = 'unknown_task' | 'bad_result' | 'no_reason' | 'twice';

/** A row that counts, with the package it belongs to; or why it does not. */
export type ReceiptLine =
  | {
      readonly is: 'received' | 'returned';
      readonly row: ReceiptRow;
      readonly package: string;
      readonly title: string;
      readonly reason?: string;
    }
  | { readonly is: 'bad'; readonly row: ReceiptRow; readonly problem: ReceiptProblem };

const RESULTS: Readonly<Record<string, 'received' | 'returned'>> = {
  ...{ received: 'received', 已接收: 'received', 接收: 'received', 成功: 'received' },
  ...{ returned: 'returned', 已退回: 'returned', 退回: 'returned', 被退回: 'returned' },
};
const LONGEST_REASON = 500;

/** What each row of a receipt comes to. A row of a task that was there already in the file counts not again. */
export function judgeReceipt(
  rows: readonly ReceiptRow[],
  packages: readonly ExchangePackage[],
): readonly ReceiptLine[] {
  const seen = new Set<string>();
  return rows.map((row): ReceiptLine => {
    const bad = (problem: ReceiptProblem): ReceiptLine => ({ is: 'bad', row, problem });
    const found = packageOf(packages, row.taskNo, row.package);
    if (found === undefined) return bad('unknown_task');
    const is = RESULTS[row.result.trim().toLowerCase()];
    if (is === undefined) return bad('bad_result');
    const reason = cleanText(row.reason).trim().slice(0, LONGEST_REASON);
    if (is === 'returned' && reason === '') return bad('no_reason');
    const key = `${found.id} ${row.taskNo}`;
    if (seen.has(key)) return bad('twice');
    seen.add(key);
    const title = found.items.find(({ taskNo }) => taskNo === row.taskNo)?.title ?? '';
    return { is, row, package: found.id, title, ...(reason === '' ? {} : { reason }) };
  });
}
