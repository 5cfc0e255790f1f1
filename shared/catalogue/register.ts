import { z } from 'zod';

import { textField, verificationField } from '../events/fields.ts';
import { zoneWords } from '../geo/zone.ts';

const idField = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** The id of a register's own field, as it stands in the records: letters and digits, as in a program. */
export const registerKeyField = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

/** A state that things of a register can be in; `done`: nothing is left to do with it. */
const stateField = z.strictObject({
  id: idField,
  name: textField(20),
  tone: z.enum(['good', 'bad', 'warning', 'info', 'neutral']),
  done: z.boolean().optional(),
});

const optionField = z.strictObject({ value: idField, text: textField(40) });

/** A field that only this register has. Numbers are kept as decimal text, flags as `yes` and `no`, borders as `zoneText`. */
const ownField = z
  .strictObject({
    id: registerKeyField,
    label: textField(30),
    kind: z.enum(['text', 'number', 'choice', 'date', 'flag', 'polygon']),
    unit: textField(10).optional(),
    decimals: z.int().min(0).max(3).optional(),
    options: z.array(optionField).min(1).optional(),
    maxLength: z.int().min(1).max(500).optional(),
    required: z.boolean().optional(),
    /** Shown in the list, and found by the search. */
    listed: z.boolean().optional(),
  })
  .refine(({ kind, options }) => (kind === 'choice') === (options !== undefined), {
    error: 'a choice has options, and nothing else has',
  });

/**
 * A file `registers/*.json`: one kind of things that a bureau keeps a list of (台账). Name, operator, credit code, phone, address
 * and place are common to all; `fields` are its own. A thing that is registered without a state is in the first one.
 */
export const registerField = z
  .strictObject({
    schema: z.literal('xunzhi.register.v1'),
    id: idField,
    name: textField(20),
    order: z.int().min(0),
    verification: verificationField,
    nameLabel: textField(20),
    operatorLabel: textField(20),
    states: z.array(stateField).min(1),
    fields: z.array(ownField),
  })
  .superRefine(({ states, fields }, context) => {
    const labels = new Set<string>();
    for (const [path, list] of [
      ['states', states],
      ['fields', fields],
    ] as const) {
      const seen = new Set<string>();
      for (const [at, { id }] of list.entries()) {
        if (seen.has(id)) context.addIssue({ code: 'custom', path: [path, at], message: `twice: ${id}` });
        seen.add(id);
      }
    }
    for (const [at, { label }] of fields.entries()) {
      if (labels.has(label)) context.addIssue({ code: 'custom', path: ['fields', at], message: `twice: ${label}` });
      labels.add(label);
    }
  });
/** See `registerField`. */
export type Register = z.infer<typeof registerField>;
/** A field of one register. */
export type RegisterField = Register['fields'][number];

/** The register with that id, or undefined where the bureau has no such file. */
export function findRegister(catalogue: { readonly registers: readonly Register[] }, id: string): Register | undefined {
  return catalogue.registers.find((register) => register.id === id);
}

/** A value of an own field as people read it; the value itself where the field does not know it. Empty where there is none. */
export function shownValue(field: RegisterField, value: string | undefined): string {
  if (value === undefined || value === '') return '';
  if (field.kind === 'choice') return field.options?.find((option) => option.value === value)?.text ?? value;
  if (field.kind === 'flag') return value === 'yes' ? '是' : value === 'no' ? '否' : value;
  if (field.kind === 'polygon') return zoneWords(value);
  return field.unit === undefined ? value : `${value} ${field.unit}`;
}

/** The values that lists show and searches find, in the register's order. */
export function listedValues(register: Register, values: Readonly<Record<string, string>>): readonly string[] {
  return register.fields
    .filter(({ listed }) => listed === true)
    .map((field) => shownValue(field, values[field.id]))
    .filter((text) => text !== '');
}
