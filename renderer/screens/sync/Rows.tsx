import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { PlainList } from '#renderer/components/PlainList.tsx';

import classes from './sync.module.css';

/** How many lines of a list are drawn; an officer never reads more, and a thousand lines would be slow. */
const DRAWN = 100;

type RowProps = {
  readonly title: ReactNode;
  readonly text: string;
  readonly reason?: string | undefined;
  readonly aside?: ReactNode;
};

/** One waiting, refused or quarantined thing. */
export function Row({ title, text, reason, aside }: RowProps): ReactNode {
  return (
    <li className={classes['line']}>
      <div className={classes['main']}>
        <span className={classes['title']}>{title}</span>
        <span className={classes['text']}>{text}</span>
        {reason !== undefined && <span className={classes['reason']}>{reason}</span>}
      </div>
      {aside !== undefined && <div className={classes['aside']}>{aside}</div>}
    </li>
  );
}

/** A list of rows, cut off with a count. */
export function Rows<T>({
  label,
  items,
  row,
}: {
  readonly label: string;
  readonly items: readonly T[];
  readonly row: (item: T) => ReactNode;
}): ReactNode {
  return (
    <>
      <PlainList label={label}>{items.slice(0, DRAWN).map(row)}</PlainList>
      {items.length > DRAWN && <p className={classes['quiet']}>{words.more(items.length - DRAWN)}</p>}
    </>
  );
}

/** Nothing waits: a short line instead of a big empty state. */
export function Quiet({ text }: { readonly text: string }): ReactNode {
  return (
    <p className={classes['quiet']}>
      <IconCircleCheck size={22} aria-hidden />
      {text}
    </p>
  );
}
