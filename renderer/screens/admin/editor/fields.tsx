import { Checkbox, MultiSelect, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { TextArea, TextField } from '#renderer/components/fields.tsx';
import { valueAt, type Place } from '#shared/inspection/editing/place.ts';

import { errorAt, useEditing } from './editing.ts';
import classes from './editor.module.css';
import { optionsWith, type Option } from './options.ts';

type FieldProps = {
  readonly place: Place;
  readonly label: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  /** A place around the field whose own faults are shown here. */
  readonly exactly?: Place;
};

type TextProps = FieldProps & { readonly optional?: boolean; readonly long?: boolean; readonly maxLength?: number };

/** A text; one that may be missing is taken out when nothing is left of it. */
export function TextMember(props: TextProps): ReactNode {
  const { place, label, hint, disabled = false, exactly, optional = false, long = false, maxLength } = props;
  const { draft, faults, set } = useEditing();
  const value = valueAt(draft, place);
  const shared = {
    ...{ label, disabled, description: hint, error: errorAt(faults, place, exactly) },
    ...(maxLength === undefined ? {} : { maxLength }),
    value: typeof value === 'string' ? value : '',
    onChange: (text: string) => set(place, optional && text === '' ? undefined : text, 'typing'),
  };
  return <div data-place={place}>{long ? <TextArea {...shared} minRows={1} /> : <TextField {...shared} />}</div>;
}

/** The number that a text is, also with the point of a Chinese keyboard. */
function numberOf(text: string, isWhole: boolean): number | undefined {
  return (isWhole ? /^-?\d{1,9}$/ : /^-?\d{1,9}(\.\d{1,3})?$/).test(text) ? Number(text) : undefined;
}

/** A number, typed; nothing typed is no number. What is no number yet is said and not taken. */
export function NumberMember(props: FieldProps & { readonly whole?: boolean }): ReactNode {
  const { place, label, hint, disabled = false, exactly, whole = false } = props;
  const { draft, faults, set } = useEditing();
  const [typed, setTyped] = useState<string>();
  const value = valueAt(draft, place);
  const known = typeof value === 'number' ? value : undefined;
  // What was typed is shown as long as it is what the draft has: not after an undo.
  const text = typed !== undefined && numberOf(typed, whole) === known ? typed : (known?.toString() ?? '');
  const isNone = text !== '' && numberOf(text, whole) === undefined;
  return (
    <div data-place={place}>
      <TextField
        {...{ label, disabled, description: hint, value: text }}
        inputMode={whole ? 'numeric' : 'decimal'}
        maxLength={14}
        error={isNone ? (whole ? words.notWhole : words.notANumber) : errorAt(faults, place, exactly)}
        onChange={(next) => {
          const clean = next.replaceAll(/[。．]/g, '.').replaceAll(whole ? /[^\d-]/g : /[^\d.-]/g, '');
          setTyped(clean);
          set(place, numberOf(clean, whole), 'typing');
        }}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  );
}

type FlagProps = FieldProps & {
  /** What stands there when it is not ticked. */
  readonly off?: false | undefined;
};

/** A tick: true, or what `off` says. */
export function FlagMember({ place, label, hint, off }: FlagProps): ReactNode {
  const { draft, faults, set } = useEditing();
  return (
    <div data-place={place}>
      <Flag
        {...{ label, hint, error: errorAt(faults, place) }}
        checked={valueAt(draft, place) === true}
        onChange={(checked) => set(place, checked ? true : off)}
      />
    </div>
  );
}

type TickProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** A tick box with a target as high as a button. */
export function Flag({ label, hint, error, checked, onChange }: TickProps): ReactNode {
  return (
    <Checkbox
      {...{ label, description: hint, error, checked }}
      classNames={{ body: classes['flag'] ?? '', labelWrapper: classes['flagLabel'] ?? '' }}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

type PickProps = FieldProps & {
  readonly options: readonly Option[];
  readonly optional?: boolean;
  /** What is chosen when the member is missing. */
  readonly missing?: string;
};

/** One of several; one that may be missing can be cleared. */
export function PickMember(props: PickProps): ReactNode {
  const { place, label, hint, disabled = false, exactly, options, optional = false, missing } = props;
  const { draft, faults, set } = useEditing();
  const value = valueAt(draft, place);
  const chosen = typeof value === 'string' && value !== '' ? value : (missing ?? null);
  return (
    <div data-place={place}>
      <Select
        {...{ label, disabled, description: hint, error: errorAt(faults, place, exactly) }}
        data={optionsWith(options, chosen === null ? [] : [chosen])}
        value={chosen}
        onChange={(next) => set(place, next === null || next === missing ? undefined : next)}
        allowDeselect={false}
        clearable={optional}
        searchable={options.length > 8}
      />
    </div>
  );
}

/** Several of many, in the order in which they were chosen; with `optional` none of them is no member. */
export function ManyMember(
  props: FieldProps & { readonly options: readonly Option[]; readonly optional?: boolean },
): ReactNode {
  const { place, label, hint, disabled = false, exactly, options, optional = false } = props;
  const { draft, faults, set } = useEditing();
  const value = valueAt(draft, place);
  const chosen = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  return (
    <div data-place={place}>
      <MultiSelect
        {...{ label, disabled, description: hint, error: errorAt(faults, place, exactly) }}
        data={optionsWith(options, chosen)}
        value={chosen}
        onChange={(next) => set(place, optional && next.length === 0 ? undefined : next)}
        searchable
      />
    </div>
  );
}
