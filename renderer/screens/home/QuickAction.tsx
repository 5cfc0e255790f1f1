import type { ReactNode } from 'react';
import { Link } from 'wouter';

import classes from './home.module.css';

type Props = {
  readonly href: string;
  readonly title: string;
  readonly text: string;
  readonly icon: ReactNode;
  readonly primary?: boolean;
};

/** A large way in. */
export function QuickAction({ href, title, text, icon, primary = false }: Props): ReactNode {
  return (
    <Link href={href} className={classes['action']} data-primary={primary}>
      {icon}
      <span className={classes['actionWords']}>
        <strong>{title}</strong>
        <span>{text}</span>
      </span>
    </Link>
  );
}
