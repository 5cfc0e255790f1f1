import type { ReactNode } from 'react';

import classes from './KeyValue.module.css';
import { kit } from './text.ts';

/** One line: a name and what stands beside it; empty values show a dash. */
export type KeyValueRow = { readonly key: string; readonly value: ReactNode };

/** Names and values, as on a form. */
export function KeyValue({ rows }: { readonly rows: readonly KeyValueRow[] }): ReactNode {
  return (
    <dl className={classes['list']}>
      {rows.map((row) => (
        <div key={row.key} className={classes['row']}>
          <dt className={classes['key']}>{row.key}</dt>
          <dd className={classes['value']}>
            {row.value === undefined || row.value === null || row.value === '' ? kit.emptyValue : row.value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
