import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

import { RowVerdict, RowsTable } from '#renderer/app/importing/RowsTable.tsx';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { receiptImportText as words } from '#renderer/app/language/zh/receiptImport.ts';

import type { ImportReport } from './importReceipts.ts';
import type { ImportLine } from './matchReceipts.ts';
import { problemWords } from './problemWords.ts';

type Props = { readonly lines: readonly ImportLine[]; readonly report: ImportReport | undefined };

/** Every row of the file as it stands there, and what it becomes or has become. */
export function ReceiptTable({ lines, report }: Props): ReactNode {
  const { heads } = words;
  const shown = [heads.line, heads.number, heads.on, heads.amount, heads.receipt, heads.result];
  return (
    <RowsTable label={words.table} heads={shown} minWidth={720} maxHeight="50vh">
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
    </RowsTable>
  );
}

function Outcome({ line, report }: { readonly line: ImportLine } & Pick<Props, 'report'>): ReactNode {
  const refused = report?.refused.find((one) => one.line === line);
  if (line.is === 'bad' || refused !== undefined) {
    const why = line.is === 'bad' ? problemWords(line.problem, line.row) : refusedWords(refused);
    return <RowVerdict tone="bad" says={words.bad} about={why} />;
  }
  return report === undefined ? (
    <RowVerdict tone="info" says={words.good} about={line.title} />
  ) : (
    <RowVerdict tone="good" says={words.written} about={line.title} />
  );
}

function refusedWords(refused: ImportReport['refused'][number] | undefined): string {
  if (refused === undefined) return '';
  const { what, todo } = messageOf(refused.error);
  return `${what}。${todo}`;
}
