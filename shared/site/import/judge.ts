import type { DivisionFile } from '../../catalogue/division.ts';
import type { Register } from '../../catalogue/register.ts';
import type { SiteData } from '../../events/siteEvents.ts';
import { cleanText } from '../../kernel/text.ts';
import { checkSite, type SiteProblemCode } from '../checkSite.ts';
import { checkUscc } from '../uscc.ts';

import { columnName, type ColumnPlaces, type ImportColumn } from './columns.ts';
import { frontageIn, ownValueIn, placeIn } from './values.ts';

/** Why a cell is not taken. `about`: the row or the name it is the same as. */
export type CellProblemCode =
  | SiteProblemCode
  | 'bad_uscc'
  | 'unknown_division'
  | 'unknown_street'
  | 'bad_frontage'
  | 'twice_in_file'
  | 'in_register';

/** What is wrong with a cell, which a spreadsheet calls `cell`. */
export type CellProblem = {
  readonly cell: string;
  readonly label: string;
  readonly code: CellProblemCode;
  readonly about?: string;
};

/** A row of the table: `line` as the spreadsheet counts it. Without problems it has its data. */
export type JudgedRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly CellProblem[];
  readonly data?: SiteData | undefined;
  /** It is taken, and its credit code should be looked at again. */
  readonly doubtful: boolean;
};

/** A row of a table as it was read, with the line it stands in. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

/** What is in the register already: names by credit code, and by name and place. */
export type KnownSites = ReadonlyMap<string, string>;

/** Where the rows go: the register, its columns, the places it knows, and what is in it already. */
export type ImportTarget = {
  readonly register: Register;
  readonly columns: readonly ImportColumn[];
  readonly divisions: DivisionFile['divisions'];
  readonly known: KnownSites;
};

/** Under what a thing is looked for, to find it twice: its credit code, and its name with its place. */
export function siteKeys({ uscc = '', name, street, address }: SiteData): readonly string[] {
  const place = `${name}|${street}|${address}`.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  return [...(uscc === '' ? [] : [`uscc ${uscc}`]), `place ${place}`];
}

/**
 * What every row becomes. Rows count in their order: the second one of a credit code, or of a name at an address, is the wrong one. A
 * code of the right form that fails its check digit is taken with a doubt, as in the form.
 */
export function judgeRows(rows: readonly TableRow[], places: ColumnPlaces, target: ImportTarget): readonly JudgedRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const { data, problems } = readRow(row, places, target);
    const twice = problems.length > 0 ? undefined : doubleOf(data, row, places, target, seen);
    const all = twice === undefined ? problems : [twice];
    const isGood = all.length === 0;
    // A bad row takes no place: the same thing further down may be right.
    if (isGood) for (const key of siteKeys(data)) seen.set(key, row.line);
    const doubtful = isGood && data.uscc !== undefined && checkUscc(data.uscc) !== 'ok';
    return { ...row, problems: all, doubtful, ...(isGood && { data }) };
  });
}

type Read = { readonly data: SiteData; readonly problems: readonly CellProblem[] };

function readRow(row: TableRow, places: ColumnPlaces, { register, columns, divisions }: ImportTarget): Read {
  const problems: CellProblem[] = [];
  const at = (key: ImportColumn['key']): string => textIn(row, places[key]);
  const wrong = (key: ImportColumn['key'], code: CellProblemCode): void => {
    problems.push({ ...cellOf(row, places, columns, key), code });
  };
  for (const { key, required, field } of columns)
    if (required && field === undefined && at(key) === '') wrong(key, 'required');
  const uscc = at('uscc').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (uscc !== '' && ['bad_length', 'bad_character'].includes(checkUscc(uscc))) wrong('uscc', 'bad_uscc');
  const place = placeIn(divisions, at('division'), at('street'));
  if (place.problem !== undefined && at('street') !== '')
    wrong(place.problem === 'unknown_division' ? 'division' : 'street', place.problem);
  const frontageMm = at('frontage') === '' ? undefined : frontageIn(at('frontage'));
  if (frontageMm === undefined && at('frontage') !== '') wrong('frontage', 'bad_frontage');
  for (const [key, max] of [
    ['name', 100],
    ['operator', 60],
    ['phone', 30],
    ['address', 200],
  ] as const)
    if (at(key).length > max) wrong(key, 'too_long');
  const state = register.states.find(({ id, name }) => at('state') === name || at('state') === id)?.id;
  if (state === undefined && at('state') !== '') wrong('state', 'unknown_state');

  const own = columns.flatMap(({ key, field }): [string, string][] => {
    const value = field === undefined ? '' : ownValueIn(field, at(key));
    return field === undefined || value === '' ? [] : [[field.id, value]];
  });
  const fields = Object.fromEntries(own);
  for (const { field, code } of checkSite(register, { fields })) wrong(`own.${field}`, code);
  const data: SiteData = {
    ...{ name: at('name'), operator: at('operator'), address: at('address') },
    ...{ division: place.division, street: place.street, register: register.id },
    ...{ state: state ?? register.states[0]?.id ?? '' },
    ...(uscc !== '' && { uscc }),
    ...(at('phone') !== '' && { phone: at('phone') }),
    ...(frontageMm !== undefined && { frontageMm }),
    ...(own.length > 0 && { fields }),
  };
  return { data, problems };
}

function doubleOf(
  data: SiteData,
  row: TableRow,
  places: ColumnPlaces,
  { columns, known }: ImportTarget,
  seen: ReadonlyMap<string, number>,
): CellProblem | undefined {
  for (const key of siteKeys(data)) {
    const cell = cellOf(row, places, columns, key.startsWith('uscc') ? 'uscc' : 'name');
    const line = seen.get(key);
    if (line !== undefined) return { ...cell, code: 'twice_in_file', about: String(line) };
    const name = known.get(key);
    if (name !== undefined) return { ...cell, code: 'in_register', about: name };
  }
  return undefined;
}

function cellOf(
  row: TableRow,
  places: ColumnPlaces,
  columns: readonly ImportColumn[],
  key: ImportColumn['key'],
): Pick<CellProblem, 'cell' | 'label'> {
  const place = places[key];
  const label = columns.find((column) => column.key === key)?.label ?? key;
  return { cell: place === undefined ? String(row.line) : `${columnName(place)}${String(row.line)}`, label };
}

function textIn({ cells }: TableRow, place: number | undefined): string {
  return place === undefined
    ? ''
    : cleanText(cells[place] ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim();
}
