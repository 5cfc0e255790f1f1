import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { receiptImportText as words } from '#renderer/app/language/zh/receiptImport.ts';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';

import type { ImportReport } from './importReceipts.ts';
import type { ImportLine } from './matchReceipts.ts';
import { problemWords } from './problemWords.ts';

type Props = { readonly lines: readonly ImportLine[]; readonly report: ImportReport | undefined };

/** Every row of the file as it stands there, and what it becomes or has become. */
export function ReceiptTable({ lines, report }: Props): ReactNode {
  const { heads } = words;
  return (
    <Table.ScrollContainer minWidth={720} maxHeight="50vh">
      <Table aria-label={words.table} stickyHeader verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {[heads.line, heads.number, heads.on, heads.amount, heads.receipt, heads.result].map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.row.line}>
              <Table.Td>{line.row.line}</Table.Td>
              <Table.Td>{line.row.number === '' ? line.row.code : line.row.number}</Table.Td>
              <Table.Td>{line.row.on}</Table.Td>
              <Table.Td>{line.row.amount}</Table.Td>
              <Table.Td>{line.row.receipt}</Table.Td>
              <Table.Td>
                <Outcome line={line} report={report} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Outcome({ line, report }: { readonly line: ImportLine } & Pick<Props, 'report'>): ReactNode {
  const refused = report?.refused.find((one) => one.line === line);
  if (line.is === 'bad' || refused !== undefined) {
    const why = line.is === 'bad' ? problemWords(line.problem, line.row) : refusedWords(refused);
    return (
      <>
        <StatusBadge tone="bad">{words.bad}</StatusBadge>
        <div>{why}</div>
      </>
    );
  }
  return (
    <>
      <StatusBadge tone={report === undefined ? 'info' : 'good'}>
        {report === undefined ? words.good : words.written}
      </StatusBadge>
      <div>{line.title}</div>
    </>
  );
}

function refusedWords(refused: ImportReport['refused'][number] | undefined): string {
  if (refused === undefined) return '';
  const { what, todo } = messageOf(refused.error);
  return `${what}。${todo}`;
}
