import { isPlanned } from '#shared/case/planned.ts';

import type { ActField } from './actFields.ts';
import { isPartyComplete, partyOf } from './party.ts';
import { textOf, type Values } from './values.ts';

/** A member that is missing or wrong: the way to it, and how. */
export type Problem = { readonly field: ActField; readonly is: 'missing' | 'bad_number' | 'same_people' };

const CHINA = '+08:00';

/** The data of the act from what was typed; members left empty are left out. */
export function dataOf(fields: readonly ActField[], values: Values): Values {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueOf(field, values[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );
}

function valueOf(field: ActField, value: unknown): unknown {
  switch (field.is) {
    case 'flag':
      return value === true ? true : isLiteral(field) ? undefined : false;
    case 'number':
      return numberOf(field, textOf(value)) ?? (field.name === 'fineFen' && textOf(value) === '' ? 0 : undefined);
    case 'instant':
      return textOf(value) === '' ? undefined : new Date(`${textOf(value)}:00${CHINA}`).toISOString();
    case 'party':
      return partyOf((value ?? {}) as Values);
    case 'photos':
    case 'choices':
      return Array.isArray(value) ? value : [];
    case 'group':
      return isUntouched(field, value) ? undefined : dataOf(field.fields, (value ?? {}) as Values);
    case 'rows':
      if (!field.required && rowsOf(value).length === 0) return undefined;
      return rowsOf(value).map((row) => dataOf(field.fields, row));
    default:
      return value === '' ? undefined : value;
  }
}

/** What is missing or wrong, in the order of the form. */
export function problemsOf(fields: readonly ActField[], values: Values): readonly Problem[] {
  return fields.flatMap((field): readonly Problem[] => {
    const value = values[field.name];
    if (field.is === 'number' && textOf(value) !== '' && numberOf(field, textOf(value)) === undefined)
      return [{ field, is: 'bad_number' }];
    if (field.is === 'group' && field.required && isEmptyGroup(field, value)) return [{ field, is: 'missing' }];
    if (field.is === 'group')
      return !field.required && isUntouched(field, value) ? [] : problemsOf(field.fields, (value ?? {}) as Values);
    if (field.is === 'rows') {
      const rows = rowsOf(value);
      if (rows.length < field.min) return [{ field, is: 'missing' }];
      return rows.flatMap((row) => problemsOf(field.fields, row));
    }
    return field.required && isMissing(field, value) ? [{ field, is: 'missing' }] : [];
  });
}

function isMissing(field: ActField, value: unknown): boolean {
  if (field.is === 'instant') return isPlanned(field.name) && textOf(value) === ''; // another one left out is now
  if (field.is === 'flag' || field.is === 'choices') return false;
  if (field.is === 'photos') return !Array.isArray(value) || value.length === 0;
  if (field.is === 'party') return !isPartyComplete((value ?? {}) as Values);
  if (field.is === 'officers') return !Array.isArray(value) || value.length !== 2;
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** A flag that is either said or absent, as the law's word for it is. */
function isLiteral(field: ActField): boolean {
  return field.name === 'incapable';
}

function isUntouched(field: Extract<ActField, { readonly is: 'group' }>, value: unknown): boolean {
  if (value === undefined) return true;
  return !field.required && field.fields.every(({ name }) => isEmpty((value as Values)[name]));
}

/** Nothing of it was touched, and something of it has to be. */
function isEmptyGroup(field: Extract<ActField, { readonly is: 'group' }>, value: unknown): boolean {
  return field.fields.every(({ name }) => isEmpty(((value ?? {}) as Values)[name]));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0);
}

/** Rows as typed. */
export function rowsOf(value: unknown): readonly Values[] {
  return Array.isArray(value) ? (value as readonly Values[]) : [];
}

/** A whole number in the unit of the record (fen, 0.01 m²) from what was typed; undefined when it is none. */
function numberOf(field: Extract<ActField, { readonly is: 'number' }>, text: string): number | undefined {
  const clean = text.replaceAll(/[,，\s]/g, '');
  if (field.unit === 'count') return /^-?\d{1,9}$/.test(clean) ? Number(clean) : undefined;
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(clean)) return undefined;
  return Math.round(Number(clean) * 100);
}
