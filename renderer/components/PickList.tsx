import type { ReactNode } from 'react';

import classes from './PickList.module.css';

type Props = {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly title: string; readonly text: string }[];
  readonly disabled?: boolean;
  readonly onPick: (value: string) => void;
};

/** Lines to choose one of with one tap; the list scrolls in its own frame. */
export function PickList({ label, options, disabled = false, onPick }: Props): ReactNode {
  return (
    <ul className={classes['list']} aria-label={label}>
      {options.map(({ value, title, text }) => (
        <li key={value}>
          <button type="button" className={classes['option']} disabled={disabled} onClick={() => onPick(value)}>
            <span className={classes['title']}>{title}</span>
            <span className={classes['text']}>{text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
