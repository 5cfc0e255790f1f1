import { siteImportText as words, cellProblemText } from '#renderer/app/language/zh/siteImport.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import type { Lines, SheetToWrite } from '#renderer/app/sheet/sheet.ts';
import type { Register, RegisterField } from '#shared/catalogue/register.ts';
import { importColumns, matchColumns, type ColumnPlaces, type ImportColumn } from '#shared/site/import/columns.ts';
import type { JudgedRow, TableRow } from '#shared/site/import/judge.ts';

/** A table with its heads found: where its columns are, and the rows below them. */
export type ImportTable = {
  readonly heads: readonly string[];
  readonly places: ColumnPlaces;
  readonly rows: readonly TableRow[];
};

/** Titles and notes may stand above the heads. */
const HEADS_WITHIN = 10;

/** The columns that a table of the register may have. */
export function columnsOf(register: Register): readonly ImportColumn[] {
  const { uscc, phone, division, street, address, frontage, state } = sites;
  return importColumns(register, { uscc, phone, division, street, address, frontage, state });
}

/** The heads are the line, of the first ten, that names most columns; empty rows are left out. */
export function tableOf(lines: Lines, columns: readonly ImportColumn[]): ImportTable {
  const found = lines.slice(0, HEADS_WITHIN).map((heads, at) => ({ at, heads, places: matchColumns(heads, columns) }));
  const named = (places: ColumnPlaces): number => Object.keys(places).length;
  const best = found.reduce((a, b) => (named(b.places) > named(a.places) ? b : a), {
    at: 0,
    heads: lines[0] ?? [],
    places: {},
  });
  const rows = lines
    .map((cells, at) => ({ line: at + 1, cells }))
    .slice(best.at + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { heads: best.heads, places: best.places, rows };
}

/** Labels of columns that must be there and are nowhere. */
export function missingOf(columns: readonly ImportColumn[], places: ColumnPlaces): readonly string[] {
  return columns.filter(({ key, required }) => required && places[key] === undefined).map(({ label }) => label);
}

/** The bad rows as they stood in the file, each with its reasons behind it. */
export function badSheet(heads: readonly string[], bad: readonly JudgedRow[]): SheetToWrite {
  const width = Math.max(heads.length, ...bad.map(({ cells }) => cells.length));
  const filled = (cells: readonly string[]): string[] => Array.from({ length: width }, (_, at) => cells[at] ?? '');
  const rows = bad.map(({ cells, problems }) => [...filled(cells), problems.map(cellProblemText).join('；')]);
  return { name: words.badSheet, lines: [[...filled(heads), words.reasonHead], ...rows] };
}

/** An empty table to fill in, and a sheet that says what each column takes. */
export function templateSheets(register: Register, columns: readonly ImportColumn[]): readonly SheetToWrite[] {
  const notes = columns.map((column) => [
    column.label,
    column.required ? words.required : words.optional,
    column.field === undefined ? commonNote(column.key, register) : fieldNote(column.field),
  ]);
  return [
    { name: register.name, lines: [columns.map(({ label }) => label)] },
    { name: words.templateNotes, lines: [[...words.notesHead], ...notes] },
  ];
}

function commonNote(key: ImportColumn['key'], { states }: Register): string {
  if (key === 'state') return states.map(({ name }) => name).join('、');
  if (key === 'uscc') return words.usccNote;
  if (key === 'street') return words.anyStreet;
  return key === 'frontage' ? words.anyNumber : words.anyText;
}

function fieldNote({ kind, options = [] }: RegisterField): string {
  switch (kind) {
    case 'text':
      return words.anyText;
    case 'number':
      return words.anyNumber;
    case 'date':
      return words.anyDate;
    case 'flag':
      return words.flags;
    case 'polygon':
      return words.anyPolygon;
    case 'choice':
      return options.map(({ text }) => text).join('、');
  }
}
