import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { receiptImportText as words } from '#renderer/app/language/zh/receiptImport.ts';
import { FormError } from '#renderer/components/states.tsx';
import { useReturnFocus } from '#renderer/components/useReturnFocus.ts';
import { useCaseRows } from '#renderer/queries/caseLines/useCaseRows.ts';

import { ReceiptTable } from './ReceiptTable.tsx';
import type { ImportLine } from './matchReceipts.ts';
import { useReceiptImport, type ReceiptImport } from './useReceiptImport.ts';

type Props = { readonly onClose: () => void };

/** 导入缴款记录: choose a table, see what every row becomes, enter the good ones, see what was done. */
export function ReceiptImportDialog({ onClose }: Props): ReactNode {
  useReturnFocus();
  const work = useReceiptImport(useCaseRows({ fined: true }));
  const { lines, problem, done, report } = work;
  const busy = done !== undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={lines === undefined ? 'lg' : 'min(96vw, 76rem)'}
      closeOnClickOutside={false}
      closeOnEscape={!busy}
      withCloseButton={!busy}
    >
      <Stack gap="md">
        {report === undefined && <Text>{words.lead}</Text>}
        <FormError error={problem} />
        {lines !== undefined && <Summary work={work} lines={lines} />}
        {lines !== undefined && <ReceiptTable lines={lines} report={report} />}
        <Buttons work={work} onClose={onClose} />
      </Stack>
    </Modal>
  );
}

function Summary({ work, lines }: { readonly work: ReceiptImport; readonly lines: readonly ImportLine[] }): ReactNode {
  const { report, done } = work;
  const good = goodOf(lines);
  if (report === undefined)
    return (
      <Text fw={600} role="status">
        {done === undefined
          ? words.summary(good.length, fenOf(good), lines.length - good.length)
          : words.progress(done, good.length)}
      </Text>
    );
  const left = lines.length - report.written.length;
  return (
    <div role="status">
      <Text fw={600}>{words.done(report.written.length, fenOf(report.written))}</Text>
      {left > 0 && <Text>{words.left(left)}</Text>}
    </div>
  );
}

function Buttons({ work, onClose }: { readonly work: ReceiptImport; readonly onClose: () => void }): ReactNode {
  const { lines, done, report } = work;
  const good = goodOf(lines ?? []);
  if (report !== undefined)
    return (
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {words.close}
        </Button>
      </Group>
    );
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose} disabled={done !== undefined}>
        {words.cancel}
      </Button>
      <FileButton accept=".csv,.txt,text/csv" onChange={(file) => file !== null && void work.choose(file)}>
        {(props) => (
          <Button
            {...props}
            variant={lines === undefined ? 'filled' : 'default'}
            disabled={done !== undefined || !work.isReady}
            leftSection={<IconFileSpreadsheet size={20} aria-hidden />}
          >
            {lines === undefined ? words.choose : words.chooseOther}
          </Button>
        )}
      </FileButton>
      {lines !== undefined && (
        <Button disabled={good.length === 0} loading={done !== undefined} onClick={() => void work.run()}>
          {words.submit(good.length)}
        </Button>
      )}
    </Group>
  );
}

type GoodLine = Extract<ImportLine, { readonly is: 'good' }>;

function goodOf(lines: readonly ImportLine[]): readonly GoodLine[] {
  return lines.filter((line) => line.is === 'good');
}

function fenOf(lines: readonly GoodLine[]): number {
  return lines.reduce((sum, { data }) => sum + data.amountFen, 0);
}
