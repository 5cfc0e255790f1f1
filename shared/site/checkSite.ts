import type { Register, RegisterField } from '../catalogue/register.ts';
import type { SiteData } from '../events/siteEvents.ts';
import { readZone } from '../geo/zone.ts';
import { isDate } from '../kernel/days.ts';

/** The register of things that name none: the shops, which there were before any other. */
export const DEFAULT_REGISTER = 'shop';
/** The state of a shop that names none. */
export const DEFAULT_STATE = 'open';

/** What is wrong with a value, by the register's file. */
export type SiteProblemCode =
  | 'required'
  | 'not_a_number'
  | 'too_precise'
  | 'not_a_choice'
  | 'not_a_date'
  | 'not_a_flag'
  | 'not_a_zone'
  | 'too_long'
  | 'unknown_state'
  | 'unknown_field';

/** `field`: `state`, or the id of an own field; `label` as people read it. */
export type SiteProblem = { readonly field: string; readonly label: string; readonly code: SiteProblemCode };

/** The longest own text where a register sets no length. */
const MAX_TEXT = 200;
const NUMBER = /^-?\d{1,12}(?:\.(\d+))?$/;

/**
 * What a thing's state and own values lack by the file of their register, in its order; empty when it may be written. What
 * is common to all registers is checked by the schema. A value that the register does not know is a problem, too.
 */
export function checkSite(register: Register, data: Pick<SiteData, 'state' | 'fields'>): readonly SiteProblem[] {
  const values = data.fields ?? {};
  const own = register.fields.flatMap((field): SiteProblem[] => {
    const code = problemOf(field, Object.hasOwn(values, field.id) ? (values[field.id] ?? '') : '');
    return code === undefined ? [] : [{ field: field.id, label: field.label, code }];
  });
  const ids = new Set(register.fields.map(({ id }) => id));
  const unknown = Object.keys(values).filter((id) => !ids.has(id));
  const hasState = data.state === undefined || register.states.some(({ id }) => id === data.state);
  return [
    ...(hasState ? [] : [{ field: 'state', label: data.state ?? '', code: 'unknown_state' as const }]),
    ...own,
    ...unknown.map((id) => ({ field: id, label: id, code: 'unknown_field' as const })),
  ];
}

function problemOf(field: RegisterField, value: string): SiteProblemCode | undefined {
  if (value === '') return field.required === true ? 'required' : undefined;
  switch (field.kind) {
    case 'text':
      return value.length > (field.maxLength ?? MAX_TEXT) ? 'too_long' : undefined;
    case 'number': {
      const found = NUMBER.exec(value);
      if (found === null) return 'not_a_number';
      return (found[1] ?? '').length > (field.decimals ?? 0) ? 'too_precise' : undefined;
    }
    case 'choice':
      return field.options?.some((option) => option.value === value) === true ? undefined : 'not_a_choice';
    case 'date':
      return isDate(value) ? undefined : 'not_a_date';
    case 'flag':
      return value === 'yes' || value === 'no' ? undefined : 'not_a_flag';
    case 'polygon':
      return readZone(value).ok ? undefined : 'not_a_zone';
  }
}
