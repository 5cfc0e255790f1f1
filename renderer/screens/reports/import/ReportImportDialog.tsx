import { Select, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { RowVerdict, RowsTable } from '#renderer/app/importing/RowsTable.tsx';
import { TableImportDialog } from '#renderer/app/importing/TableImportDialog.tsx';
import { countOf } from '#renderer/app/importing/countOf.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';
import type { Position } from '#shared/events/fields.ts';

import type { ImportLine } from './judgeRows.ts';
import { useReportImport, type ReportImport } from './useReportImport.ts';

const words = reportsText.import;
const SYSTEMS = ['CGCS2000', 'WGS84', 'GCJ02', 'BD09'] as const satisfies readonly Position['crs'][];

type Props = { readonly reports: readonly ReportRow[]; readonly onClose: () => void };

/** 导入群众诉求: choose a file, see what every row becomes, take the good ones in. */
export function ReportImportDialog({ reports, onClose }: Props): ReactNode {
  const work = useReportImport(reports);
  const { lines, result, problem, pending } = work;
  const shown = lines === undefined ? 'file' : 'rows';
  return (
    <TableImportDialog
      {...{ problem, pending, onClose }}
      title={words.title}
      lead={words.lead}
      size={lines === undefined ? 'lg' : 'min(96vw, 76rem)'}
      accept=".csv,.txt,.json,text/csv,application/json"
      stage={result === undefined ? shown : 'done'}
      submit={words.submit}
      good={countOf(lines ?? [], 'good')}
      onChoose={work.choose}
      onRun={work.run}
    >
      {result !== undefined && (
        <Text fw={600} role="status">
          {words.done(result.taken, result.known)}
        </Text>
      )}
      {result === undefined && lines !== undefined && <Preview work={work} lines={lines} />}
    </TableImportDialog>
  );
}

function Preview({ work, lines }: { readonly work: ReportImport; readonly lines: readonly ImportLine[] }): ReactNode {
  return (
    <>
      <Text fw={600} role="status">
        {words.summary(countOf(lines, 'good'), countOf(lines, 'known'), countOf(lines, 'bad'))}
      </Text>
      <Select
        label={words.crs}
        data={[...SYSTEMS]}
        value={work.crs}
        onChange={(crs) => work.setCrs(crs ?? 'CGCS2000')}
        allowDeselect={false}
        w="14rem"
      />
      <RowsTable label={words.table} heads={Object.values(words.heads)} minWidth={720} maxHeight="38vh">
        {lines.map((line) => (
          <Line key={line.row.line} line={line} />
        ))}
      </RowsTable>
    </>
  );
}

function Line({ line }: { readonly line: ImportLine }): ReactNode {
  const { row } = line;
  return (
    <Table.Tr>
      <Table.Td>{row.line}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{row.external}</Table.Td>
      <Table.Td>{row.source}</Table.Td>
      <Table.Td>{row.text}</Table.Td>
      <Table.Td>{row.address}</Table.Td>
      <Table.Td>
        <Verdict line={line} />
      </Table.Td>
    </Table.Tr>
  );
}

function Verdict({ line }: { readonly line: ImportLine }): ReactNode {
  if (line.is !== 'bad') return <RowVerdict tone={line.is === 'good' ? 'info' : 'neutral'} says={words[line.is]} />;
  const about = `${words.cell(words.columns[line.column], line.row[line.column])}：${words.problems[line.problem]}`;
  return <RowVerdict tone="bad" says={words.bad} about={about} />;
}
