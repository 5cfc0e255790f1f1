import type { ReactNode } from 'react';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { BigChoice } from '#renderer/components/BigChoice.tsx';
import { TextField } from '#renderer/components/fields.tsx';
import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import type { ChecklistItem } from '#shared/inspection/checklist.ts';

import type { AnswerPatch } from './draftAnswers.ts';

const words = inspectionsText.form;

type ValueItem = Extract<ChecklistItem, { kind: 'number' | 'choice' | 'text' }>;

type Props = {
  readonly item: ValueItem;
  readonly answer: ItemAnswer | undefined;
  readonly onChange: (patch: AnswerPatch, when: 'now' | 'soon') => void;
  readonly problem: string | undefined;
};

function rangeHint(item: Extract<ValueItem, { kind: 'number' }>): string {
  const range =
    item.min !== undefined && item.max !== undefined ? words.numberRange(String(item.min), String(item.max)) : '';
  return [item.unit === '' ? '' : words.unit(item.unit), range].filter((part) => part !== '').join(' · ');
}

/** A number, choice or text item: recorded, never scored. */
export function ValueField({ item, answer, onChange, problem }: Props): ReactNode {
  const value = answer?.value ?? '';
  const label = words.answerOf(item.code, item.text);
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
  if (item.kind === 'number') {
    const wrong = value !== '' && !/^-?\d+$/.test(value);
    return (
      <TextField
        label={item.text}
        labelProps={{ style: { display: 'none' } }}
        aria-label={label}
        description={rangeHint(item)}
        inputMode="numeric"
        maxLength={12}
        value={value}
        error={wrong ? words.notANumber : problem !== undefined}
        onChange={(text) => set(text.replaceAll(/[^\d-]/g, ''), 'soon')}
      />
    );
  }
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
