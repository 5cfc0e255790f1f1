import type { ReactNode } from 'react';

import { isOutOfNormal, numberIn } from '#shared/inspection/answers.ts';
import { isJudged, type ItemOf } from '#shared/inspection/item.ts';

import { TextField } from '../../components/fields.tsx';
import { inspectionsText } from '../language/zh/inspections.ts';

import type { ItemProps } from './itemProps.ts';

const words = inspectionsText.form;

type NumberItem = ItemOf<'number'>;

function limits({ min, max }: { readonly min?: number | undefined; readonly max?: number | undefined }): string {
  if (min === undefined && max === undefined) return '';
  if (min === undefined) return words.atMost(String(max));
  return max === undefined ? words.atLeast(String(min)) : words.numberRange(String(min), String(max));
}

function hintOf(item: NumberItem): string {
  const normal = item.normal === undefined ? '' : words.normal(limits(item.normal));
  return [item.unit === '' ? '' : words.unit(item.unit), limits(item), normal]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A measured or counted number with its unit; says at once when it is outside of what is in order. */
export function NumberField({ item, mark, answer, onChange, problem }: ItemProps<NumberItem>): ReactNode {
  const value = answer?.value ?? '';
  const decimals = item.decimals ?? 0;
  const wrong = value !== '' && numberIn(value, decimals) === undefined;
  const over = isOutOfNormal(item, value);
  const set = (typed: string): void => {
    // What a Chinese keyboard writes for a point.
    const text = typed.replaceAll(/[。．]/g, '.').replaceAll(decimals === 0 ? /[^\d-]/g : /[^\d.-]/g, '');
    const result = isJudged(item) && isOutOfNormal(item, text) ? 'fail' : 'pass';
    onChange({ value: text === '' ? undefined : text, answer: text === '' ? 'not_checked' : result }, 'soon');
  };
  return (
    <div>
      <TextField
        label={item.text}
        labelProps={{ style: { display: 'none' } }}
        aria-label={words.answerOf(mark, item.text)}
        description={hintOf(item)}
        inputMode={decimals === 0 ? 'numeric' : 'decimal'}
        maxLength={14}
        value={value}
        error={wrong ? words.notANumber(decimals) : problem !== undefined}
        onChange={set}
        rightSection={item.unit === '' ? undefined : <span>{item.unit}</span>}
        rightSectionWidth="4.5rem"
      />
      {over && (
        <p role="status" style={{ margin: '0.25rem 0 0', color: 'var(--xz-bad)', fontWeight: 600 }}>
          {words.over}
        </p>
      )}
    </div>
  );
}
