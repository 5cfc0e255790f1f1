import { Button, FileButton, Group, Modal, Select, Stack, Table, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';
import type { Position } from '#shared/events/fields.ts';

import type { ImportLine } from './judgeRows.ts';
import { useReportImport, type ReportImport } from './useReportImport.ts';

const words = reportsText.import;
const SYSTEMS = ['CGCS2000', 'WGS84', 'GCJ02', 'BD09'] as const satisfies readonly Position['crs'][];

type Props = { readonly reports: readonly ReportRow[]; readonly onClose: () => void };

/** 导入群众诉求: choose a file, see what every row becomes, take the good ones in. */
export function ReportImportDialog({ reports, onClose }: Props): ReactNode {
  useReturnFocus();
  const work = useReportImport(reports);
  const { lines, result, pending } = work;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={lines === undefined ? 'lg' : 'min(96vw, 76rem)'}
      closeOnClickOutside={false}
      withCloseButton={!pending}
    >
      <Stack gap="md">
        {result === undefined && <Text>{words.lead}</Text>}
        <FormError error={work.problem} />
        {result !== undefined && (
          <Text fw={600} role="status">
            {words.done(result.taken, result.known)}
          </Text>
        )}
        {result === undefined && lines !== undefined && <Preview work={work} lines={lines} />}
        <Buttons work={work} onClose={onClose} />
      </Stack>
    </Modal>
  );
}

function Preview({ work, lines }: { readonly work: ReportImport; readonly lines: readonly ImportLine[] }): ReactNode {
  const { heads } = words;
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
      <Table.ScrollContainer minWidth={720} maxHeight="38vh">
        <Table aria-label={words.table} stickyHeader verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {Object.values(heads).map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Line key={line.row.line} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
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
        {line.is === 'bad' ? (
          <>
            <StatusBadge tone="bad">{words.bad}</StatusBadge>
            <div>{`${words.cell(words.columns[line.column], row[line.column])}：${words.problems[line.problem]}`}</div>
          </>
        ) : (
          <StatusBadge tone={line.is === 'good' ? 'info' : 'neutral'}>{words[line.is]}</StatusBadge>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Buttons({ work, onClose }: { readonly work: ReportImport; readonly onClose: () => void }): ReactNode {
  const { lines, pending, result } = work;
  const good = countOf(lines ?? [], 'good');
  if (result !== undefined)
    return (
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {words.close}
        </Button>
      </Group>
    );
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose} disabled={pending}>
        {words.cancel}
      </Button>
      <FileButton
        accept=".csv,.txt,.json,text/csv,application/json"
        onChange={(file) => file !== null && void work.choose(file)}
      >
        {(props) => (
          <Button
            {...props}
            variant={lines === undefined ? 'filled' : 'default'}
            disabled={pending}
            leftSection={<IconFileSpreadsheet size={20} aria-hidden />}
          >
            {lines === undefined ? words.choose : words.other}
          </Button>
        )}
      </FileButton>
      {lines !== undefined && (
        <Button disabled={good === 0} loading={pending} onClick={() => void work.run()}>
          {words.submit(good)}
        </Button>
      )}
    </Group>
  );
}

function countOf(lines: readonly ImportLine[], is: ImportLine['is']): number {
  return lines.filter((line) => line.is === is).length;
}
