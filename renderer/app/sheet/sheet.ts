import { read, SSF, utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import Papa from 'papaparse';

import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Why a file is no table. */
export type SheetProblem = 'too_large' | 'unreadable' | 'empty' | 'too_many_rows';
/** A table as it stands in a file: its lines from the first one on, every cell as text. */
export type Lines = readonly (readonly string[])[];
/** A sheet to be written: its name, and its lines. */
export type SheetToWrite = { readonly name: string; readonly lines: Lines };

const MAX_BYTES = 50 * 1024 * 1024;
/** More than any register of a district has; the whole table stands in memory. */
const MAX_ROWS = 60_000;
const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Spreadsheets' formats, which the package has no types for. */
const FORMATS = SSF as {
  readonly is_date: (format: string) => boolean;
  readonly parse_date_code: (serial: number) => { readonly y: number; readonly m: number; readonly d: number };
};
/** What no text has: zeros as in packed files, and the mark of bytes that are none. */
const NO_TEXT = ['\u0000', '\ufffd'];

/** The first sheet with anything in it, of XLSX, XLS or CSV; text may be UTF-8, UTF-16 or GB18030. */
export function readSheet(bytes: Uint8Array): Result<Lines, SheetProblem> {
  if (bytes.length > MAX_BYTES) return err('too_large');
  const lines = beginsWith(bytes, ZIP) || beginsWith(bytes, OLE) ? linesOfBook(bytes) : linesOfText(bytes);
  if (lines === undefined) return err('unreadable');
  if (!hasContent(lines)) return err('empty');
  return lines.length > MAX_ROWS ? err('too_many_rows') : ok(lines);
}

/** A workbook (XLSX) in which every cell is text: nothing becomes a formula, a number or a day. */
export function writeSheets(sheets: readonly SheetToWrite[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, lines } of sheets) {
    const sheet = utils.aoa_to_sheet(lines.map((line) => [...line]));
    sheet['!cols'] = (lines[0] ?? []).map((head) => ({ wch: Math.max(12, head.length * 2 + 2) }));
    utils.book_append_sheet(book, sheet, name);
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

function linesOfBook(bytes: Uint8Array): Lines | undefined {
  try {
    const book = read(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false, sheetRows: MAX_ROWS + 1 });
    for (const name of book.SheetNames) {
      const lines = linesOfSheet(book.Sheets[name]);
      if (hasContent(lines)) return lines;
    }
    return [];
  } catch {
    return undefined; // damaged, or locked with a password
  }
}

function hasContent(lines: Lines): boolean {
  return lines.some((line) => line.some((cell) => cell !== ''));
}

function linesOfSheet(sheet: WorkSheet | undefined): Lines {
  const range = sheet?.['!ref'];
  if (sheet === undefined || range === undefined) return [];
  const { e: end } = utils.decode_range(range);
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  return Array.from({ length: end.r + 1 }, (_, r) =>
    Array.from({ length: end.c + 1 }, (__, c) => cellText(data[r]?.[c])),
  );
}

/** A cell as a person would type it: numbers in full, days as days, formulas as what they came to. */
function cellText(cell: CellObject | undefined): string {
  if (cell === undefined) return '';
  switch (cell.t) {
    case 'n': {
      const serial = Number(cell.v);
      return typeof cell.z === 'string' && FORMATS.is_date(cell.z) ? dayOf(serial) : String(serial);
    }
    case 'b':
      return cell.v === true ? '是' : '否';
    case 's':
      return String(cell.v ?? '').trim();
    default:
      return (cell.w ?? '').trim();
  }
}

function dayOf(serial: number): string {
  const { y, m, d } = FORMATS.parse_date_code(serial);
  return [String(y), String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('-');
}

function linesOfText(bytes: Uint8Array): Lines | undefined {
  const text = decoded(bytes);
  if (text === undefined || NO_TEXT.some((one) => text.includes(one))) return undefined;
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';'] });
  return data.map((line) => line.map((cell) => cell.trim()));
}

/** By its byte order mark, else UTF-8, else GB18030. */
function decoded(bytes: Uint8Array): string | undefined {
  const marked = beginsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : beginsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : undefined;
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  return undefined;
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
