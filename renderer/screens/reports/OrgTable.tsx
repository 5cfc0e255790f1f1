import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';

import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { Panel } from '#renderer/components/Panel.tsx';
import { useNames } from '#renderer/queries/directory.ts';

import { byOrg, inTimePercent } from './byOrg.ts';
import type { ReportEntry } from './reportList.ts';
import classes from './reports.module.css';

const words = reportsText.orgs;

type Props = {
  readonly entries: readonly ReportEntry[];
  readonly picked: string;
  /** Narrows the list to one organisation; the one that is picked already: to all again. */
  readonly onPick: (org: string) => void;
};

/** 各单位: how each organisation stands with its reports, for the supervision brigade. */
export function OrgTable({ entries, picked, onPick }: Props): ReactNode {
  const names = useNames();
  return (
    <Panel title={words.title} flush>
      <Table.ScrollContainer minWidth={600}>
        <Table verticalSpacing="xs" horizontalSpacing="1.25rem" aria-label={words.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.org}</Table.Th>
              {([words.waiting, words.late, words.ended, words.endedLate, words.inTime] as const).map((head) => (
                <Table.Th key={head} className={classes['number']}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {byOrg(entries).map((sum) => (
              <Table.Tr key={sum.org}>
                <Table.Th scope="row">
                  <Button
                    px={12}
                    ml={-12}
                    variant={picked === sum.org ? 'light' : 'subtle'}
                    aria-pressed={picked === sum.org}
                    onClick={() => onPick(picked === sum.org ? '' : sum.org)}
                  >
                    {names.org(sum.org)}
                  </Button>
                </Table.Th>
                <Table.Td className={classes['number']}>{sum.waiting}</Table.Td>
                <Table.Td className={classes['number']} data-bad={sum.late > 0}>
                  {sum.late}
                </Table.Td>
                <Table.Td className={classes['number']}>{sum.ended}</Table.Td>
                <Table.Td className={classes['number']}>{sum.endedLate}</Table.Td>
                <Table.Td className={classes['number']}>{words.percent(inTimePercent(sum))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
