import type { ReactNode } from 'react';
import { Link } from 'wouter';

import classes from './LinkRow.module.css';

type Props = {
  readonly href: string;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  readonly icon?: ReactNode;
  /** Badge or time at the right. */
  readonly aside?: ReactNode;
  /** What stands before the target and is none of it: a tick box. */
  readonly before?: ReactNode;
};

/** One line of a list that leads somewhere: the whole line is the target. */
export function LinkRow({ href, title, text, icon, aside, before }: Props): ReactNode {
  return (
    <li className={classes['item']}>
      {before !== undefined && <span className={classes['before']}>{before}</span>}
      <Link href={href} className={classes['row']}>
        {icon !== undefined && <span className={classes['icon']}>{icon}</span>}
        <span className={classes['main']}>
          <span className={classes['title']}>{title}</span>
          {text !== undefined && <span className={classes['text']}>{text}</span>}
        </span>
        {aside !== undefined && <span className={classes['aside']}>{aside}</span>}
      </Link>
    </li>
  );
}

/** The list around `LinkRow`s. */
export function LinkList({ children, label }: { readonly children: ReactNode; readonly label: string }): ReactNode {
  return (
    <ul className={classes['list']} aria-label={label}>
      {children}
    </ul>
  );
}
