import type { Register, RegisterField } from '../../catalogue/register.ts';
import { DEFAULT_REGISTER } from '../checkSite.ts';

/** The members that every register has, as a table has columns of them. */
export type CommonKey =
  'name' | 'operator' | 'uscc' | 'phone' | 'division' | 'street' | 'address' | 'frontage' | 'state';

/** A column that a table may have: a common member, or an own field of the register. `label` heads it in the template. */
export type ImportColumn = { readonly label: string; readonly required: boolean } & (
  | { readonly key: CommonKey; readonly field?: undefined }
  | { readonly key: `own.${string}`; readonly field: RegisterField }
);

/** How the common members are called; those that a register names itself are its own words. */
export type CommonLabels = Readonly<Record<Exclude<CommonKey, 'name' | 'operator'>, string>>;

/** Which column of the table holds what: its place from 0 by the key of the column; absent where the table has none. */
export type ColumnPlaces = Readonly<Partial<Record<ImportColumn['key'], number>>>;

/** The columns of a register, in the order of the template. */
export function importColumns(register: Register, labels: CommonLabels): readonly ImportColumn[] {
  const isShop = register.id === DEFAULT_REGISTER;
  const common: readonly ImportColumn[] = [
    { key: 'name', label: register.nameLabel, required: true },
    { key: 'operator', label: register.operatorLabel, required: true },
    { key: 'uscc', label: labels.uscc, required: false },
    { key: 'phone', label: labels.phone, required: false },
    { key: 'division', label: labels.division, required: false },
    { key: 'street', label: labels.street, required: true },
    { key: 'address', label: labels.address, required: true },
    { key: 'state', label: labels.state, required: false },
  ];
  const own = register.fields.map((field): ImportColumn => ({
    key: `own.${field.id}`,
    field,
    label: field.unit === undefined ? field.label : `${field.label}（${field.unit}）`,
    required: field.required === true,
  }));
  return [
    ...common,
    ...(isShop ? [{ key: 'frontage' as const, label: labels.frontage, required: false }] : []),
    ...own,
  ];
}

/**
 * Finds the columns by their heads: the label, with or without what stands in brackets; blanks, stars and the kind of brackets do
 * not count. What is not found is for a person to choose.
 */
export function matchColumns(heads: readonly string[], columns: readonly ImportColumn[]): ColumnPlaces {
  const names = heads.map(plain);
  const taken = new Set<number>();
  const places: Partial<Record<ImportColumn['key'], number>> = {};
  for (const same of [exactly, withoutBrackets])
    for (const { key, label } of columns) {
      const at = names.findIndex((name, index) => name !== '' && !taken.has(index) && same(name, plain(label)));
      if (places[key] !== undefined || at === -1) continue;
      places[key] = at;
      taken.add(at);
    }
  return places;
}

/** The name that a spreadsheet gives a column: 0 is `A`, 26 is `AA`. */
export function columnName(at: number): string {
  const rest = at % 26;
  const letter = String.fromCharCode(65 + rest);
  return at < 26 ? letter : `${columnName((at - rest) / 26 - 1)}${letter}`;
}

function exactly(a: string, b: string): boolean {
  return a === b;
}

function withoutBrackets(a: string, b: string): boolean {
  const bare = (text: string): string => text.replaceAll(/\(.*?\)/g, '');
  return bare(a) !== '' && bare(a) === bare(b);
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s*]/g, '').replaceAll('〔', '(').replaceAll('〕', ')').toLowerCase();
}
