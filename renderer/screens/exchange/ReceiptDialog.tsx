import { Button, FileButton, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { exchangeText as words } from '#renderer/app/language/zh/exchange.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { StatusBadge } from '#renderer/components/StatusBadge.tsx';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import type { ExchangeRow } from '#renderer/queries/exchange.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { judgeReceipt, type ReceiptLine } from '#shared/exchange/receipt.ts';
import { cleanText } from '#shared/kernel/text.ts';

import { receiptRows, type ReceiptFileProblem } from './receiptTable.ts';

type Props = { readonly packages: readonly ExchangeRow[]; readonly onClose: () => void };
type Read = { readonly file: string; readonly lines: readonly ReceiptLine[] };

/** 导入回执: choose the file, see what every row comes to, take what counts. */
export function ReceiptDialog({ packages, onClose }: Props): ReactNode {
  useReturnFocus();
  const [read, setRead] = useState<Read>();
  const [problem, setProblem] = useState<ReceiptFileProblem>();
  const command = useCommand('exchange.answer');
  const choose = async (file: File): Promise<void> => {
    const rows = receiptRows(new Uint8Array(await file.arrayBuffer()));
    setProblem(rows.ok ? undefined : rows.error);
    setRead(
      rows.ok ? { file: cleanText(file.name).slice(0, 200), lines: judgeReceipt(rows.value, packages) } : undefined,
    );
  };
  const good = (read?.lines ?? []).flatMap((line) => {
    if (line.is === 'bad') return [];
    const { is: result, reason, row } = line;
    const answer = { taskNo: row.taskNo, result, ...(reason === undefined ? {} : { reason }) };
    return [{ package: line.package, answer }];
  });
  const take = async (): Promise<void> => {
    const answer = await command.run({ file: read?.file ?? '', answers: good });
    if (!answer.ok) return;
    notifyDone(words.taken(good.length));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.receipt} size="min(96vw, 64rem)" closeOnClickOutside={false}>
      <Stack gap="md">
        <Text>{words.receiptLead}</Text>
        <FormError error={problem === undefined ? undefined : words.fileProblems[problem]} />
        {read !== undefined && <Preview lines={read.lines} />}
        <FormError error={command.error && messageOf(command.error)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={command.pending}>
            {words.cancel}
          </Button>
          <FileButton
            accept=".csv,.txt,.json,text/csv,application/json"
            onChange={(file) => {
              if (file !== null) void choose(file);
            }}
          >
            {(props) => (
              <Button {...props} variant={read === undefined ? 'filled' : 'default'}>
                {read === undefined ? words.receiptFile : words.otherFile}
              </Button>
            )}
          </FileButton>
          {read !== undefined && (
            <Button disabled={good.length === 0} loading={command.pending} onClick={() => void take()}>
              {words.take(good.length)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ lines }: { readonly lines: readonly ReceiptLine[] }): ReactNode {
  const count = (is: ReceiptLine['is']): number => lines.filter((line) => line.is === is).length;
  return (
    <>
      <Text fw={600} role="status">
        {words.summary(count('received'), count('returned'), count('bad'))}
      </Text>
      <Table.ScrollContainer minWidth={640} maxHeight="40vh">
        <Table aria-label={words.receiptTable} stickyHeader verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              {Object.values(words.heads).map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.row.line}>
                <Table.Td>{line.row.line}</Table.Td>
                <Table.Td>{line.row.taskNo}</Table.Td>
                <Table.Td>{line.is === 'bad' ? '' : line.title}</Table.Td>
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

function Verdict({ line }: { readonly line: ReceiptLine }): ReactNode {
  if (line.is === 'bad')
    return (
      <>
        <StatusBadge tone="bad">{words.bad}</StatusBadge>
        <div>{words.problems[line.problem]}</div>
      </>
    );
  return (
    <>
      <StatusBadge tone={line.is === 'received' ? 'good' : 'warn'}>{words.answers[line.is]}</StatusBadge>
      {line.is === 'returned' && <div>{line.reason}</div>}
    </>
  );
}
