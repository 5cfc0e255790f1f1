import { IconBackspace } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { signin } from '#renderer/app/language/zh/signin.ts';

import classes from './signin.module.css';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'] as const;
const LONGEST = 8;

/** Digits to press on a touch screen; a keyboard types into the field instead, so the keys take no tab stop. */
export function Keypad({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <div className={classes['keypad']} role="group" aria-label={signin.keypad}>
      {KEYS.map((key) =>
        key === '' ? (
          <span key="gap" />
        ) : (
          <button
            key={key}
            type="button"
            tabIndex={-1}
            aria-label={signin.key(key)}
            className={classes['key']}
            onClick={() => onChange((value + key).slice(0, LONGEST))}
          >
            {key}
          </button>
        ),
      )}
      <button
        type="button"
        tabIndex={-1}
        aria-label={signin.erase}
        className={classes['key']}
        onClick={() => onChange(value.slice(0, -1))}
      >
        <IconBackspace size={26} aria-hidden />
      </button>
    </div>
  );
}
