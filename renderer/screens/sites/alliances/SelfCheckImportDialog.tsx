import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { RowVerdict, RowsTable } from '#renderer/app/importing/RowsTable.tsx';
import { TableImportDialog } from '#renderer/app/importing/TableImportDialog.tsx';
import { countOf } from '#renderer/app/importing/countOf.ts';
import { selfCheckText } from '#renderer/app/language/zh/selfChecks.ts';

import type { CheckLine } from './judgeChecks.ts';
import { useSelfCheckImport } from './useSelfCheckImport.ts';

const words = selfCheckText.import;

type Props = { readonly org: string; readonly onClose: () => void };

/** 导入自查: choose a table, see what every row becomes, take the good ones in. */
export function SelfCheckImportDialog({ org, onClose }: Props): ReactNode {
  const { lines, result, problem, pending, choose, run } = useSelfCheckImport(org);
  const shown = lines === undefined ? 'file' : 'rows';
  return (
    <TableImportDialog
      {...{ problem, pending, onClose }}
      title={words.title}
      lead={words.lead}
      size={lines === undefined ? 'lg' : 'min(96vw, 64rem)'}
      accept=".xlsx,.xls,.csv,.txt"
      stage={result === undefined ? shown : 'done'}
      submit={words.submit}
      good={countOf(lines ?? [], 'good')}
      onChoose={choose}
      onRun={run}
    >
      {result !== undefined && (
        <Text fw={600} role="status">
          {words.done(result.taken, result.known)}
        </Text>
      )}
      {result === undefined && lines !== undefined && <Preview lines={lines} />}
    </TableImportDialog>
  );
}

function Preview({ lines }: { readonly lines: readonly CheckLine[] }): ReactNode {
  return (
    <>
      <Text fw={600} role="status">
        {words.summary(countOf(lines, 'good'), countOf(lines, 'known'), countOf(lines, 'bad'))}
      </Text>
      <RowsTable label={words.table} heads={Object.values(words.heads)} minWidth={640} maxHeight="38vh">
        {lines.map((line) => (
          <Table.Tr key={line.line}>
            <Table.Td>{line.line}</Table.Td>
            <Table.Td>{line.shop}</Table.Td>
            <Table.Td>{line.by}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{line.on}</Table.Td>
            <Table.Td>
              <Verdict line={line} />
            </Table.Td>
          </Table.Tr>
        ))}
      </RowsTable>
    </>
  );
}

function Verdict({ line }: { readonly line: CheckLine }): ReactNode {
  if (line.is !== 'bad') return <RowVerdict tone={line.is === 'good' ? 'info' : 'neutral'} says={words[line.is]} />;
  const about = `${words.cell(line.column, line.cell)}：${words.problems[line.problem]}`;
  return <RowVerdict tone="bad" says={words.bad} about={about} />;
}
