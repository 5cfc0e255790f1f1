import Papa from 'papaparse';

import { tableText } from '#renderer/app/tableText.ts';
import type { ReceiptRow } from '#shared/exchange/receipt.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Why a file is no receipt. */
export type ReceiptFileProblem = 'not_text' | 'no_columns' | 'empty' | 'too_large';

const MAX_BYTES = 2_000_000;
const MAX_ROWS = 2000;
const COLUMNS = ['package', 'taskNo', 'result', 'reason'] as const;
const HEADS: Readonly<Record<(typeof COLUMNS)[number], readonly string[]>> = {
  package: ['package', '数据包', '数据包编号'],
  taskNo: ['taskno', '任务号'],
  result: ['result', '结果', '状态'],
  reason: ['reason', '原因', '退回原因'],
};

/** Rows of a platform's receipt: CSV (UTF-8 or GBK), or JSON: a list, or an object with `package` and a list `items`. */
export function receiptRows(bytes: Uint8Array): Result<readonly ReceiptRow[], ReceiptFileProblem> {
  if (bytes.length > MAX_BYTES) return err('too_large');
  const text = tableText(bytes);
  if (text === undefined) return err('not_text');
  const table = /^\s*[[{]/.test(text) ? jsonTable(text) : Papa.parse<string[]>(text.replace(/^\ufeff/, '')).data;
  if (table === undefined) return err('not_text');
  const [heads = [], ...rows] = table;
  const names = heads.map((head) => head.trim().toLowerCase());
  const at = (column: (typeof COLUMNS)[number]): number => names.findIndex((name) => HEADS[column].includes(name));
  if (at('taskNo') === -1 || at('result') === -1) return err('no_columns');
  const read = rows.map((cells, index): ReceiptRow => {
    const cell = (column: (typeof COLUMNS)[number]): string => (cells[at(column)] ?? '').trim();
    return {
      ...{ line: index + 2, package: cell('package'), taskNo: cell('taskNo') },
      ...{ result: cell('result'), reason: cell('reason') },
    };
  });
  const filled = read.filter(({ taskNo, result, reason }) => `${taskNo}${result}${reason}` !== '');
  if (filled.length === 0) return err('empty');
  return filled.length > MAX_ROWS ? err('too_large') : ok(filled);
}

function jsonTable(text: string): readonly (readonly string[])[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const outer = Array.isArray(json) ? {} : (json as Readonly<Record<string, unknown>>);
  const list: unknown = Array.isArray(json) ? json : outer['items'];
  if (!Array.isArray(list)) return undefined;
  const rows = list.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
  const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
  return [
    [...COLUMNS],
    ...rows.map((row) =>
      COLUMNS.map((column) => textOf(row[column] ?? (column === 'package' ? outer['package'] : ''))),
    ),
  ];
}
