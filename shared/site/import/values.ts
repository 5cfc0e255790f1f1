import type { DivisionFile } from '../../catalogue/division.ts';
import type { RegisterField } from '../../catalogue/register.ts';
import { zoneIn } from '../../geo/zoneImport.ts';
import { dayIn } from '../../kernel/dayInCell.ts';

const YES = new Set(['是', '有', '√', '✓', 'y', 'yes', 'true', '1']);
const NO = new Set(['否', '无', '没有', '×', 'n', 'no', 'false', '0']);
const MOST_METRES = 9999;

/** A cell as a register keeps it: choices and flags by what people write, days in every usual way; else as it stands, to be refused. */
export function ownValueIn(field: RegisterField, cell: string): string {
  if (cell === '') return '';
  switch (field.kind) {
    case 'text':
      return cell;
    case 'number': {
      const plain = cell.normalize('NFKC').replaceAll(/[,\s]/g, '');
      return field.unit !== undefined && plain.endsWith(field.unit) ? plain.slice(0, -field.unit.length) : plain;
    }
    case 'choice':
      return field.options?.find(({ text, value }) => text === cell || value === cell)?.value ?? cell;
    case 'date':
      return dayIn(cell) ?? cell;
    case 'flag': {
      const plain = cell.normalize('NFKC').toLowerCase();
      return YES.has(plain) ? 'yes' : NO.has(plain) ? 'no' : cell;
    }
    case 'polygon':
      return zoneIn(cell);
  }
}

/** Millimetres of a length in metres; undefined when it is none. */
export function frontageIn(cell: string): number | undefined {
  const plain = cell.normalize('NFKC').replaceAll(/[\s米]|m$/g, '');
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(plain)) return undefined;
  const metres = Number(plain);
  return metres <= MOST_METRES ? Math.round(metres * 1000) : undefined;
}

/** Codes of a division and one of its streets, or which of both is not known. */
export type PlaceIn = {
  readonly division: string;
  readonly street: string;
  readonly problem?: 'unknown_division' | 'unknown_street';
};

/**
 * Division and street by name or code. Without a division the street tells it, unless two divisions have one of that name. Names may
 * leave out 区, 市, 县, 街道 and 镇.
 */
export function placeIn(divisions: DivisionFile['divisions'], division: string, street: string): PlaceIn {
  const inside = division === '' ? divisions : divisions.filter((one) => isNamed(one, division, /[区市县]$/));
  if (inside.length === 0) return { division: '', street: '', problem: 'unknown_division' };
  const found = inside.flatMap(({ code, streets }) =>
    streets
      .filter((one) => isNamed(one, street, /(街道(办事处)?|镇|乡)$/))
      .map((one) => ({ division: code, street: one.code })),
  );
  const [first] = found;
  return first === undefined || found.length > 1 ? { division: '', street: '', problem: 'unknown_street' } : first;
}

function isNamed(
  { code, name }: { readonly code: string; readonly name: string },
  cell: string,
  ending: RegExp,
): boolean {
  const plain = cell.normalize('NFKC').replaceAll(/\s/g, '');
  return plain !== '' && (plain === code || plain === name || plain.replace(ending, '') === name.replace(ending, ''));
}
