import type { ReactNode } from 'react';

import classes from './Sums.module.css';

/** What something comes to; `bad`: somebody has to see to it. */
export type Sum = { readonly key: string; readonly label: string; readonly value: ReactNode; readonly bad?: boolean };

/** Sums over a list, side by side. */
export function Sums({ sums }: { readonly sums: readonly Sum[] }): ReactNode {
  return (
    <dl className={classes['sums']}>
      {sums.map(({ key, label, value, bad = false }) => (
        <div key={key} className={classes['sum']} data-bad={bad}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
