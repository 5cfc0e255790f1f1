import { Button, FileButton, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { selfCheckText } from '#renderer/app/language/zh/selfChecks.ts';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';

import type { CheckLine } from './judgeChecks.ts';
import { useSelfCheckImport, type SelfCheckImport } from './useSelfCheckImport.ts';

const words = selfCheckText.import;

type Props = { readonly org: string; readonly onClose: () => void };

/** 导入自查: choose a table, see what every row becomes, take the good ones in. */
export function SelfCheckImportDialog({ org, onClose }: Props): ReactNode {
  useReturnFocus();
  const work = useSelfCheckImport(org);
  const { lines, result, pending } = work;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={lines === undefined ? 'lg' : 'min(96vw, 64rem)'}
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
        {result === undefined && lines !== undefined && <Preview lines={lines} />}
        <Buttons work={work} onClose={onClose} />
      </Stack>
    </Modal>
  );
}

function Preview({ lines }: { readonly lines: readonly CheckLine[] }): ReactNode {
  return (
    <>
      <Text fw={600} role="status">
        {words.summary(countOf(lines, 'good'), countOf(lines, 'known'), countOf(lines, 'bad'))}
      </Text>
      <Table.ScrollContainer minWidth={640} maxHeight="38vh">
        <Table aria-label={words.table} stickyHeader verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {Object.values(words.heads).map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
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
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

function Verdict({ line }: { readonly line: CheckLine }): ReactNode {
  if (line.is !== 'bad')
    return <StatusBadge tone={line.is === 'good' ? 'info' : 'neutral'}>{words[line.is]}</StatusBadge>;
  return (
    <>
      <StatusBadge tone="bad">{words.bad}</StatusBadge>
      <div>{`${words.cell(line.column, line.cell)}：${words.problems[line.problem]}`}</div>
    </>
  );
}

function Buttons({ work, onClose }: { readonly work: SelfCheckImport; readonly onClose: () => void }): ReactNode {
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
      <FileButton accept=".xlsx,.xls,.csv,.txt" onChange={(file) => file !== null && void work.choose(file)}>
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

function countOf(lines: readonly CheckLine[], is: CheckLine['is']): number {
  return lines.filter((line) => line.is === is).length;
}
