import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { TableImportDialog } from '#renderer/app/importing/TableImportDialog.tsx';
import { receiptImportText as words } from '#renderer/app/language/zh/receiptImport.ts';
import { useCaseRows } from '#renderer/queries/caseLines/useCaseRows.ts';

import { ReceiptTable } from './ReceiptTable.tsx';
import type { ImportLine } from './matchReceipts.ts';
import { useReceiptImport, type ReceiptImport } from './useReceiptImport.ts';

type Props = { readonly onClose: () => void };

/** 导入缴款记录: choose a table, see what every row becomes, enter the good ones, see what was done. */
export function ReceiptImportDialog({ onClose }: Props): ReactNode {
  const work = useReceiptImport(useCaseRows({ fined: true }));
  const { lines, problem, done, report } = work;
  const busy = done !== undefined;
  const shown = lines === undefined ? 'file' : 'rows';
  return (
    <TableImportDialog
      {...{ problem, onClose }}
      title={words.title}
      lead={words.lead}
      size={lines === undefined ? 'lg' : 'min(96vw, 76rem)'}
      accept=".csv,.txt,text/csv"
      stage={report === undefined ? shown : 'done'}
      pending={busy}
      stays={busy}
      waits={!work.isReady}
      submit={words.submit}
      good={goodOf(lines ?? []).length}
      onChoose={work.choose}
      onRun={work.run}
    >
      {lines !== undefined && <Summary work={work} lines={lines} />}
      {lines !== undefined && <ReceiptTable lines={lines} report={report} />}
    </TableImportDialog>
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

type GoodLine = Extract<ImportLine, { readonly is: 'good' }>;

function goodOf(lines: readonly ImportLine[]): readonly GoodLine[] {
  return lines.filter((line) => line.is === 'good');
}

function fenOf(lines: readonly GoodLine[]): number {
  return lines.reduce((sum, { data }) => sum + data.amountFen, 0);
}
