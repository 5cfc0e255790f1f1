import { Table, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';

import { RowVerdict, RowsTable } from '#renderer/app/importing/RowsTable.tsx';
import { TableImportDialog } from '#renderer/app/importing/TableImportDialog.tsx';
import { countOf } from '#renderer/app/importing/countOf.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { exchangeText as words } from '#renderer/app/language/zh/exchange.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import { FormError } from '#renderer/components/states.tsx';
import type { ExchangeRow } from '#renderer/queries/exchange.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { judgeReceipt, type ReceiptLine } from '#shared/exchange/receipt.ts';
import { cleanText } from '#shared/kernel/text.ts';

import { receiptRows, type ReceiptFileProblem } from './receiptTable.ts';

type Props = { readonly packages: readonly ExchangeRow[]; readonly onClose: () => void };
type Read = { readonly file: string; readonly lines: readonly ReceiptLine[] };

/** 导入回执: choose the file, see what every row comes to, take what counts. */
export function ReceiptDialog({ packages, onClose }: Props): ReactNode {
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
    <TableImportDialog
      title={words.receipt}
      lead={words.receiptLead}
      size="min(96vw, 64rem)"
      accept=".csv,.txt,.json,text/csv,application/json"
      icon={null}
      stage={read === undefined ? 'file' : 'rows'}
      problem={problem === undefined ? undefined : words.fileProblems[problem]}
      pending={command.pending}
      submit={words.take}
      good={good.length}
      onChoose={choose}
      onRun={take}
      onClose={onClose}
    >
      {read !== undefined && <Preview lines={read.lines} />}
      <FormError error={command.error && messageOf(command.error)} />
    </TableImportDialog>
  );
}

function Preview({ lines }: { readonly lines: readonly ReceiptLine[] }): ReactNode {
  return (
    <>
      <Text fw={600} role="status">
        {words.summary(countOf(lines, 'received'), countOf(lines, 'returned'), countOf(lines, 'bad'))}
      </Text>
      <RowsTable label={words.receiptTable} heads={Object.values(words.heads)} minWidth={640} maxHeight="40vh">
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
      </RowsTable>
    </>
  );
}

function Verdict({ line }: { readonly line: ReceiptLine }): ReactNode {
  if (line.is === 'bad') return <RowVerdict tone="bad" says={words.bad} about={words.problems[line.problem]} />;
  const { is, reason } = line;
  return is === 'received' ? (
    <RowVerdict tone="good" says={words.answers[is]} />
  ) : (
    <RowVerdict tone="warn" says={words.answers[is]} about={reason} />
  );
}
