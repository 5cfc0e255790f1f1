import type { ReactNode } from 'react';

import type { ItemOf } from '#shared/inspection/item.ts';

import { BigChoice } from '../../components/BigChoice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { TextField } from '../../components/fields.tsx';
import { inspectionsText } from '../language/zh/inspections.ts';

import type { ItemProps } from './itemProps.ts';

const words = inspectionsText.form;

/** A choice, text or date item: recorded, never scored. */
export function ValueField({
  item,
  mark,
  answer,
  onChange,
  problem,
}: ItemProps<ItemOf<'choice' | 'text' | 'date'>>): ReactNode {
  const value = answer?.value ?? '';
  const label = words.answerOf(mark, item.text);
  const set = (text: string, when: 'now' | 'soon'): void =>
    onChange({ value: text === '' ? undefined : text, answer: text === '' ? 'not_checked' : 'pass' }, when);

  if (item.kind === 'choice') {
    const options = item.options.map((option) => ({ value: option.value, label: option.text }));
    return (
      <BigChoice
        label={label}
        options={options}
        value={value === '' ? undefined : value}
        onChange={(v) => set(v, 'now')}
      />
    );
  }
  if (item.kind === 'date')
    return <DateField label={label} labelHidden value={value} onChange={(v) => set(v, 'now')} />;
  return (
    <TextField
      label={item.text}
      labelProps={{ style: { display: 'none' } }}
      aria-label={label}
      maxLength={item.maxLength}
      value={value}
      error={problem !== undefined}
      onChange={(text) => set(text, 'soon')}
    />
  );
}
