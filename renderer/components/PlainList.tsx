import type { ReactNode } from 'react';

import classes from './PlainList.module.css';

type Props = {
  readonly label?: string;
  /** A line between two entries. */
  readonly divided?: boolean;
  /** A `li` for every entry. */
  readonly children: ReactNode;
};

/** A list that reaches the edges of its panel, without marks before its entries. */
export function PlainList({ label, divided = true, children }: Props): ReactNode {
  const list = classes['list'] ?? '';
  return (
    <ul className={divided ? `${list} ${classes['divided'] ?? ''}` : list} aria-label={label}>
      {children}
    </ul>
  );
}
