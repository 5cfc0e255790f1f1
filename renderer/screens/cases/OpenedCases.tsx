import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { useCaseLines } from '#renderer/queries/caseLines/useCaseLines.ts';

import classes from './cases.module.css';

const words = casesText.new;

/** Warns that the inspection has led to a case already, so that nothing is registered twice by mistake. */
export function OpenedCases({ inspection }: { readonly inspection: string }): ReactNode {
  const found = useCaseLines({ inspection, most: 20 });
  if (found === undefined || found.count === 0) return null;
  return (
    <div className={classes['notice']} data-tone="warn" role="status">
      <p className={classes['noticeTitle']}>{words.already(found.count)}</p>
      {found.lines.map((row) => (
        <Anchor key={row.id} component={Link} href={`/cases/${row.id}`} className={classes['target']}>
          {`${words.openExisting}：${row.title}`}
        </Anchor>
      ))}
    </div>
  );
}
