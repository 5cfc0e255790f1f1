import type { ErrorText } from '#renderer/app/language/zh/errorText.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { receiptImportText as words } from '#renderer/app/language/zh/receiptImport.ts';

import type { RowProblem } from './matchReceipts.ts';
import type { ReceiptRow, TableProblem } from './receiptTable.ts';

/** Why a row is not imported: its cell, and what is to be done. */
export function problemWords(problem: RowProblem, row: ReceiptRow): string {
  if (problem.code === 'refused') {
    const { code, article, subject } = problem.refusal;
    const { what, todo } = messageOf({ code, article: article || undefined, subject });
    return `${what}。${todo}`;
  }
  const { code, column, about = '' } = problem;
  const why = words.problems[code];
  const said = typeof why === 'string' ? why : (why as (about: string | number) => string)(about);
  return `${words.cell(words.columns[column], row[column])}：${said}`;
}

/** Why a file is not read. */
export function fileWords({ code, missing = [] }: TableProblem): ErrorText {
  const { what, todo } = words.files[code];
  return missing.length === 0
    ? { what, todo }
    : { what, todo: `${todo}：${missing.map((column) => words.columns[column]).join('、')}。` };
}
