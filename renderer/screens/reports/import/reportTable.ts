import Papa from 'papaparse';

import { tableText } from '#renderer/app/tableText.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { cleanText } from '#shared/kernel/text.ts';

/** A column of a file of reports. */
export const COLUMNS = ['external', 'source', 'text', 'address', 'lon', 'lat', 'at', 'name', 'phone'] as const;
/** See `COLUMNS`. */
export type ReportColumn = (typeof COLUMNS)[number];
/** A row as it stands in the file; `line`: the row of the table, the heads being the first. */
export type ReportTableRow = Readonly<Record<ReportColumn, string>> & { readonly line: number };
/** Why a file is no table of reports. */
export type TableProblem = 'too_large' | 'not_text' | 'empty_table' | 'no_columns' | 'too_many_rows';

const MAX_BYTES = 2_000_000;
const MAX_ROWS = 2000;

const HEADS: Readonly<Record<ReportColumn, readonly string[]>> = {
  external: ['编号', '工单编号', '来源编号'],
  source: ['来源'],
  text: ['内容', '诉求内容'],
  address: ['地址', '地点'],
  lon: ['经度'],
  lat: ['纬度'],
  at: ['时间', '发生时间', '上报时间'],
  name: ['姓名', '联系人'],
  phone: ['电话', '联系电话'],
};
const NEEDED: readonly ReportColumn[] = ['external', 'source', 'text', 'address', 'at'];

/** Rows of a file of reports: JSON (a list of objects), or CSV (UTF-8 or GBK); empty rows are left out. */
export function reportTableRows(bytes: Uint8Array): Result<readonly ReportTableRow[], TableProblem> {
  if (bytes.length > MAX_BYTES) return err('too_large');
  const text = tableText(bytes);
  if (text === undefined) return err('not_text');
  const table = /^\s*[[{]/.test(text) ? jsonTable(text) : csvTable(text);
  if (table === undefined) return err('not_text');
  const [heads = [], ...rows] = table;
  const names = heads.map((head) => head.normalize('NFKC').replaceAll(/\s/g, ''));
  const places = new Map(COLUMNS.map((column) => [column, names.findIndex((name) => HEADS[column].includes(name))]));
  if (rows.length === 0) return err('empty_table');
  if (NEEDED.some((column) => places.get(column) === -1)) return err('no_columns');
  const filled = rows
    .map((cells, at) => rowOf(cells, places, at + 2))
    .filter((row) => COLUMNS.some((column) => row[column] !== ''));
  if (filled.length === 0) return err('empty_table');
  return filled.length > MAX_ROWS ? err('too_many_rows') : ok(filled);
}

function csvTable(text: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';'] }).data;
}

function jsonTable(text: string): readonly (readonly string[])[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(json)) return undefined;
  const objects = json.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null);
  const heads = [...new Set(objects.flatMap((one) => Object.keys(one)))];
  return [heads, ...objects.map((one) => heads.map((head) => cellOf(one[head])))];
}

function cellOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function rowOf(cells: readonly string[], places: ReadonlyMap<ReportColumn, number>, line: number): ReportTableRow {
  const cell = (column: ReportColumn): string => cleanText(cells[places.get(column) ?? -1] ?? '').trim();
  return {
    ...{ line, external: cell('external').replace(/^'/, ''), source: cell('source'), text: cell('text') },
    ...{ address: cell('address'), lon: cell('lon'), lat: cell('lat'), at: cell('at') },
    ...{ name: cell('name'), phone: cell('phone').replace(/^'/, '') },
  };
}
