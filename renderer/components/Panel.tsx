import type { ReactNode } from 'react';

import classes from './Panel.module.css';

type Props = {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
};

/** A white sheet with an optional heading; `flush` lets lists reach its edges. */
export function Panel({ title, aside, children, flush = false }: Props): ReactNode {
  return (
    <section className={classes['panel']} aria-label={title}>
      {title !== undefined && (
        <header className={classes['head']}>
          <h2 className={classes['title']}>{title}</h2>
          {aside}
        </header>
      )}
      <div className={flush ? classes['flush'] : classes['body']}>{children}</div>
    </section>
  );
}

/** A page's column: limits the measure so that lines stay readable on wide screens. */
export function PageColumn({
  children,
  narrow = false,
}: {
  readonly children: ReactNode;
  readonly narrow?: boolean;
}): ReactNode {
  return <div className={narrow ? classes['narrow'] : classes['column']}>{children}</div>;
}
