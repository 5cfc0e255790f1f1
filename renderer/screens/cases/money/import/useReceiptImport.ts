import { useState } from 'react';

import type { ErrorText } from '#renderer/app/language/zh/errorText.ts';
import type { CaseRow } from '#renderer/queries/cases.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { useSession } from '#renderer/queries/meta.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { useNow } from '#renderer/queries/useNow.ts';

import { importReceipts, type ImportReport } from './importReceipts.ts';
import { matchReceipts, type ImportLine } from './matchReceipts.ts';
import { fileWords } from './problemWords.ts';
import { receiptRows } from './receiptTable.ts';

/** An import as its dialog shows it: the file's rows, how many are entered, and what it came to. */
export type ReceiptImport = {
  /** The cases are read: a file can be chosen. */
  readonly isReady: boolean;
  readonly lines: readonly ImportLine[] | undefined;
  readonly problem: ErrorText | undefined;
  /** Rows that are entered or refused so far; undefined while nothing is being imported. */
  readonly done: number | undefined;
  readonly report: ImportReport | undefined;
  readonly choose: (file: File) => Promise<void>;
  readonly run: () => Promise<void>;
};

/** Reads a table, matches it against the cases as they are now (`undefined` while they are read), and enters the good rows. */
export function useReceiptImport(cases: readonly CaseRow[] | undefined): ReceiptImport {
  const session = useSession();
  const nowMs = useNow();
  const calendar = useCatalogue()?.calendar;
  const taking = useCommand('act.take');
  const [lines, setLines] = useState<readonly ImportLine[]>();
  const [problem, setProblem] = useState<ErrorText>();
  const [done, setDone] = useState<number>();
  const [report, setReport] = useState<ImportReport>();

  const choose = async (file: File): Promise<void> => {
    const rows = receiptRows(new Uint8Array(await file.arrayBuffer()));
    const { user: by = '', role = '', org = '' } = session ?? {};
    setProblem(rows.ok ? undefined : fileWords(rows.error));
    setLines(
      rows.ok && cases !== undefined ? matchReceipts(rows.value, cases, { by, role, org, nowMs, calendar }) : undefined,
    );
  };
  const run = async (): Promise<void> => {
    setDone(0);
    setReport(await importReceipts(lines ?? [], taking.run, setDone));
    setDone(undefined);
  };
  return { isReady: cases !== undefined, lines, problem, done, report, choose, run };
}
