import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { caseListText as words } from '#renderer/app/language/zh/caseList.ts';
import { LinkList } from '#renderer/components/LinkRow.tsx';
import type { CaseRow } from '#renderer/queries/cases.ts';

import classes from '../cases.module.css';

import { CaseLine } from './CaseLine.tsx';
import { dueFor } from './caseList.ts';
import type { Reader } from './waits.ts';

/** How many lines are shown at once, and how many more a tap adds. */
const PAGE = 200;

type Props = { readonly rows: readonly CaseRow[]; readonly reader: Reader; readonly label: string };

/** The lines of the list, the first of them at first. */
export function CaseRows({ rows, reader, label }: Props): ReactNode {
  const [most, setMost] = useState(PAGE);
  const left = rows.length - most;
  return (
    <>
      <LinkList label={label}>
        {rows.slice(0, most).map((row) => (
          <CaseLine key={row.id} row={row} due={dueFor(row, reader)} today={reader.today} />
        ))}
      </LinkList>
      {left > 0 && (
        <div className={classes['rest']}>
          <Text c="dimmed">{words.shownOf(most, rows.length)}</Text>
          <Button variant="default" onClick={() => setMost(most + PAGE)}>
            {words.showMore(Math.min(PAGE, left))}
          </Button>
        </div>
      )}
    </>
  );
}
