import { Select, SimpleGrid } from '@mantine/core';
import type { ReactNode } from 'react';

import { sites } from '#renderer/app/language/zh/sites.ts';
import { BorderField } from '#renderer/app/map/BorderField.tsx';
import { DateField } from '#renderer/components/DateField.tsx';
import { TextField } from '#renderer/components/fields.tsx';
import type { Register, RegisterField } from '#shared/catalogue/register.ts';

import type { SiteErrors, SiteForm } from './siteForm.ts';

type Props = {
  readonly form: SiteForm;
  readonly onChange: (form: SiteForm) => void;
  readonly errors: SiteErrors;
  readonly register: Register;
};

/** The state, and the fields that only this register has. */
export function OwnFields({ form, onChange, errors, register }: Props): ReactNode {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      {register.states.length > 1 && (
        <Select
          label={sites.state}
          data={register.states.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.state === '' ? (register.states[0]?.id ?? null) : form.state}
          onChange={(state) => onChange({ ...form, state: state ?? '' })}
          allowDeselect={false}
        />
      )}
      {register.fields.map((field) => (
        <OwnField
          key={field.id}
          field={field}
          value={form.own[field.id] ?? ''}
          error={errors[`own.${field.id}`]}
          onChange={(value) => onChange({ ...form, own: { ...form.own, [field.id]: value } })}
        />
      ))}
    </SimpleGrid>
  );
}

const FLAGS = [
  { value: 'yes', label: sites.yes },
  { value: 'no', label: sites.no },
];

type FieldProps = {
  readonly field: RegisterField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

function OwnField({ field, value, error, onChange }: FieldProps): ReactNode {
  const required = field.required === true;
  const label = field.unit === undefined ? field.label : `${field.label}（${field.unit}）`;
  switch (field.kind) {
    case 'date':
      return <DateField {...{ label, value, onChange, error, required }} />;
    case 'choice':
    case 'flag':
      return (
        <Select
          label={label}
          placeholder={required ? sites.pick : sites.optional}
          data={
            field.kind === 'flag' ? FLAGS : (field.options ?? []).map((one) => ({ value: one.value, label: one.text }))
          }
          value={value === '' ? null : value}
          onChange={(picked) => onChange(picked ?? '')}
          error={error}
          clearable={!required}
          withAsterisk={required}
        />
      );
    case 'polygon':
      return <BorderField {...{ label, value, error, required, onChange }} />;
    case 'number':
    case 'text':
      return (
        <TextField
          {...{ label, value, onChange, error }}
          withAsterisk={required}
          maxLength={field.kind === 'number' ? 20 : (field.maxLength ?? 200)}
          {...(field.kind === 'number' && { inputMode: 'decimal' })}
        />
      );
  }
}
