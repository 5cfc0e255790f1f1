import { useRef, type KeyboardEvent, type ReactNode } from 'react';

import classes from './BigChoice.module.css';
import type { Tone } from './StatusBadge.tsx';
import { kit } from './text.ts';

/** One of the answers. */
export type ChoiceOption<V extends string> = { readonly value: V; readonly label: string; readonly tone?: Tone };

/** The four answers of a checklist item, in the order of the keys 1 to 4. */
export const ANSWER_OPTIONS = [
  { value: 'pass', label: kit.pass, tone: 'good' },
  { value: 'fail', label: kit.fail, tone: 'bad' },
  { value: 'not_applicable', label: kit.not_applicable, tone: 'neutral' },
  { value: 'not_checked', label: kit.not_checked, tone: 'neutral' },
] as const satisfies readonly ChoiceOption<string>[];

type Props<V extends string> = {
  /** Names the group for screen readers and tests. */
  readonly label: string;
  readonly options: readonly ChoiceOption<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean;
  /** Takes the focus when the dialog around it opens. */
  readonly focusFirst?: boolean;
};

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Big segments to press with a thumb; on a keyboard one stop, arrows move, digits choose. */
export function BigChoice<V extends string>({
  label,
  options,
  value,
  onChange,
  disabled = false,
  focusFirst = false,
}: Props<V>): ReactNode {
  const group = useRef<HTMLDivElement>(null);
  const chosen = options.findIndex((option) => option.value === value);

  const pick = (index: number): void => {
    const option = options[(index + options.length) % options.length];
    if (option === undefined || disabled) return;
    onChange(option.value);
    group.current?.querySelectorAll('button')[options.indexOf(option)]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const digit = Number(event.key);
    if (step !== undefined) pick(Math.max(chosen, 0) + step);
    else if (digit >= 1 && digit <= options.length) pick(digit - 1);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      className={classes['group']}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          disabled={disabled}
          data-autofocus={(focusFirst && index === Math.max(chosen, 0)) || undefined}
          data-tone={option.tone ?? 'info'}
          className={classes['option']}
          onClick={() => pick(index)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
