import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

import { actForm, choiceLabel, fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { casesText } from '#renderer/app/language/zh/cases.ts';
import { PhotosInput } from '#renderer/app/photos/PhotosInput.tsx';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { DateField } from '#renderer/components/DateField.tsx';
import { SignaturePad, type Drawing } from '#renderer/components/SignaturePad.tsx';
import { TextArea, TextField } from '#renderer/components/fields.tsx';
import { isPlanned } from '#shared/case/planned.ts';

import { PartyInput } from './PartyInput.tsx';
import { PickInput } from './PickInput.tsx';
import { RowsInput } from './RowsInput.tsx';
import type { ActField } from './actFields.ts';
import classes from './acts.module.css';
import type { FormPlace } from './formPlace.ts';
import { textOf, type Values } from './values.ts';

/** How a member is shown and changed. `when`: a choice is saved at once, typing after a pause. */
export type FieldProps = {
  readonly field: ActField;
  readonly value: unknown;
  readonly place: FormPlace;
  readonly onChange: (change: (before: unknown) => unknown, when: 'now' | 'soon') => void;
  readonly error?: string | undefined;
};

const FEW = 3;

/** One member of an act, by what the schema says it is. */
export function FieldInput(props: FieldProps): ReactNode {
  const { field, value, place, onChange, error } = props;
  const label = fieldLabel(place.act, field.name);
  switch (field.is) {
    case 'photos':
      return (
        <PhotosInput
          label={label}
          photos={listOf(value)}
          stream={`case:${place.caseId}`}
          missing={error}
          onChange={(change) => onChange((before) => change(listOf(before)), 'now')}
        />
      );
    case 'drawn':
      return (
        <SignaturePad
          label={label}
          hint={casesText.actions.drawnHint}
          value={value as Drawing | undefined}
          onChange={(next) => onChange(() => next, 'now')}
        />
      );
    case 'party':
      return <PartyInput value={(value ?? {}) as Values} onChange={(next, when) => onChange(() => next, when)} />;
    case 'rows':
      return (
        <RowsInput
          field={field}
          value={value}
          act={place.act}
          onChange={onChange}
          error={error}
          cell={(inner, one, change) => <FieldInput field={inner} value={one} place={place} onChange={change} />}
        />
      );
    case 'group':
      return (
        <fieldset className={classes['group']}>
          <legend>{label}</legend>
          {field.fields.map((inner) => (
            <FieldInput
              key={inner.name}
              field={inner}
              value={((value ?? {}) as Values)[inner.name]}
              place={place}
              onChange={(change, when) =>
                onChange((before) => {
                  const group = (before ?? {}) as Values;
                  return { ...group, [inner.name]: change(group[inner.name]) };
                }, when)
              }
            />
          ))}
        </fieldset>
      );
    default:
      return <SingleInput {...props} label={label} />;
  }
}

/** A member that is one value. */
function SingleInput({
  field,
  value,
  place,
  onChange,
  error,
  label,
}: FieldProps & { readonly label: string }): ReactNode {
  const set = (next: unknown, when: 'now' | 'soon' = 'now'): void => onChange(() => next, when);
  const common = { label, required: field.required, error };
  switch (field.is) {
    case 'text':
    case 'lines': {
      const Input = field.is === 'text' ? TextField : TextArea;
      return <Input {...common} maxLength={field.max} value={textOf(value)} onChange={(text) => set(text, 'soon')} />;
    }
    case 'number':
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          value={textOf(value)}
          onChange={(event) => set(event.currentTarget.value, 'soon')}
        />
      );
    case 'instant':
      return (
        <TextInput
          {...common}
          required={field.required && isPlanned(field.name)}
          type="datetime-local"
          description={isPlanned(field.name) ? undefined : actForm.instantHint}
          value={textOf(value)}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    case 'date':
      return <DateField {...common} value={textOf(value)} onChange={(date) => set(date)} />;
    case 'flag':
      return (
        <Checkbox
          size="md"
          label={label}
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return <ChoiceInput {...common} field={field} value={textOf(value)} onChange={(next) => set(next)} />;
    case 'choices':
      return (
        <MultiSelect
          label={label}
          data={field.options.map((option) => ({ value: option, label: choiceLabel(field.name, option) }))}
          value={[...listOf(value)]}
          onChange={(next) => set(next)}
        />
      );
    default:
      return (
        <PickInput
          field={field}
          value={value}
          place={place}
          label={label}
          onChange={(next) => set(next)}
          error={error}
        />
      );
  }
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

type ChoiceProps = {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  readonly field: Extract<ActField, { readonly is: 'choice' | 'choices' }>;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Few choices are pressed, many are picked from a list. */
function ChoiceInput({ label, required, error, field, value, onChange }: ChoiceProps): ReactNode {
  const options = field.options.map((option) => ({ value: option, label: choiceLabel(field.name, option) }));
  if (options.length > FEW)
    return (
      <Select
        label={label}
        required={required}
        error={error}
        data={options}
        value={value === '' ? null : value}
        onChange={(next) => onChange(next ?? '')}
        allowDeselect={!required}
      />
    );
  return (
    <div>
      <div className={classes['label']} aria-hidden>
        {label}
        {required && <span className={classes['star']}> *</span>}
      </div>
      <BigChoice label={label} options={options} value={value === '' ? undefined : value} onChange={onChange} />
      {error !== undefined && <p className={classes['error']}>{error}</p>}
    </div>
  );
}
