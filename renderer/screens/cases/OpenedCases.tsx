import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { useCases } from '#renderer/queries/cases.ts';

import classes from './cases.module.css';

const words = casesText.new;

/** Warns that the inspection has led to a case already, so that nothing is registered twice by mistake. */
export function OpenedCases({ inspection }: { readonly inspection: string }): ReactNode {
  const cases = useCases({ inspection });
  if (cases === undefined || cases.length === 0) return null;
  return (
    <div className={classes['notice']} data-tone="warn" role="status">
      <p className={classes['noticeTitle']}>{words.already(cases.length)}</p>
      {cases.map((row) => (
        <Anchor key={row.id} component={Link} href={`/cases/${row.id}`} className={classes['target']}>
          {`${words.openExisting}：${row.title}`}
        </Anchor>
      ))}
    </div>
  );
}
