import Papa from 'papaparse';

import { tableText } from '#renderer/app/tableText.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** A column of a table of receipts. */
export type ReceiptColumn = 'number' | 'code' | 'on' | 'amount' | 'receipt';

/** A row as it stands in the file; `line`: the row of the table it is, the heads being the first. */
export type ReceiptRow = Readonly<Record<ReceiptColumn, string>> & { readonly line: number };

/** Why a file is no table of receipts; `missing`: columns that it lacks. */
export type TableProblem = {
  readonly code: 'too_large' | 'not_text' | 'empty_table' | 'no_columns' | 'too_many_rows';
  readonly missing?: readonly ReceiptColumn[];
};

const MAX_BYTES = 2_000_000;
/** More payments than a unit has in a year. */
const MAX_ROWS = 2000;

/** Heads by which banks, finance offices and the ledger's own table name a column. */
const HEADS: Readonly<Record<ReceiptColumn, readonly string[]>> = {
  number: ['决定书文号', '处罚决定书文号', '文号'],
  code: ['缴款码', '缴款识别码'],
  on: ['缴款日期', '日期'],
  amount: ['金额', '缴款金额', '金额(元)', '缴款金额(元)'],
  receipt: ['票据号', '票据号码'],
};

/** The rows of a table of receipts (CSV, UTF-8 or GBK; comma, semicolon or tab), empty ones left out. */
export function receiptRows(bytes: Uint8Array): Result<readonly ReceiptRow[], TableProblem> {
  if (bytes.length > MAX_BYTES) return err({ code: 'too_large' });
  const text = tableText(bytes);
  if (text === undefined) return err({ code: 'not_text' });
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';'] });
  const [heads = [], ...rows] = data;
  const columns = columnsOf(heads);
  const missing = missingOf(columns);
  if (missing.length > 0) return err({ code: 'no_columns', missing });
  const filled = rows
    .map((cells, index) => rowOf(cells, columns, index + 2))
    .filter(({ line: _, ...cells }) => Object.values(cells).some((cell) => cell !== ''));
  if (filled.length === 0) return err({ code: 'empty_table' });
  return filled.length > MAX_ROWS ? err({ code: 'too_many_rows' }) : ok(filled);
}

type Columns = Readonly<Record<ReceiptColumn, number>>;

function columnsOf(heads: readonly string[]): Columns {
  const names = heads.map((head) => head.normalize('NFKC').replaceAll(/\s/g, ''));
  const at = (column: ReceiptColumn): number => names.findIndex((name) => HEADS[column].includes(name));
  return { number: at('number'), code: at('code'), on: at('on'), amount: at('amount'), receipt: at('receipt') };
}

/** A case is named by the number of its decision or by the code to pay with: one of both is enough. */
function missingOf(columns: Columns): readonly ReceiptColumn[] {
  const asked: readonly ReceiptColumn[] = columns.code === -1 ? ['number'] : [];
  return [...asked, 'on' as const, 'amount' as const, 'receipt' as const].filter((column) => columns[column] === -1);
}

function rowOf(cells: readonly string[], columns: Columns, line: number): ReceiptRow {
  const cell = (column: ReceiptColumn): string => (cells[columns[column]] ?? '').trim();
  return {
    ...{ line, number: cell('number'), code: cell('code'), on: cell('on') },
    ...{ amount: cell('amount'), receipt: cell('receipt') },
  };
}
