import { ActionIcon, NumberInput } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import classes from './CountField.module.css';

type Props = {
  readonly label: string;
  readonly fewer: string;
  readonly more: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  readonly disabled?: boolean;
};

/** A number from 1 on, to be typed or stepped with a glove. */
export function CountField({ label, fewer, more, value, max, onChange, disabled = false }: Props): ReactNode {
  const step = (by: number): void => {
    onChange(Math.min(max, Math.max(1, value + by)));
  };
  return (
    <div className={classes['count']}>
      <ActionIcon
        variant="default"
        size={46}
        aria-label={fewer}
        disabled={disabled || value <= 1}
        onClick={() => step(-1)}
      >
        <IconMinus size={22} aria-hidden />
      </ActionIcon>
      <NumberInput
        aria-label={label}
        className={classes['field'] ?? ''}
        value={value}
        onChange={(next) => {
          if (typeof next === 'number') onChange(Math.min(max, Math.max(1, Math.trunc(next))));
        }}
        min={1}
        max={max}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        hideControls
        disabled={disabled}
      />
      <ActionIcon
        variant="default"
        size={46}
        aria-label={more}
        disabled={disabled || value >= max}
        onClick={() => step(1)}
      >
        <IconPlus size={22} aria-hidden />
      </ActionIcon>
    </div>
  );
}
