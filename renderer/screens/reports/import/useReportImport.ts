import { useState } from 'react';

import type { ErrorText } from '#renderer/app/language/zh/errorText.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import type { CommandResults } from '#renderer/data/client.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { useNow } from '#renderer/queries/useNow.ts';
import type { Position } from '#shared/events/fields.ts';
import { externalKey } from '#shared/report/reportId.ts';

import { judgeRows, type ImportLine } from './judgeRows.ts';
import { reportTableRows, type ReportTableRow } from './reportTable.ts';

/** An import as its dialog shows it. */
export type ReportImport = {
  readonly crs: Position['crs'];
  readonly setCrs: (crs: Position['crs']) => void;
  readonly lines: readonly ImportLine[] | undefined;
  readonly problem: ErrorText | undefined;
  readonly pending: boolean;
  readonly result: CommandResults['report.import'] | undefined;
  readonly choose: (file: File) => Promise<void>;
  readonly run: () => Promise<void>;
};

/** Reads a file, judges its rows against what is here, and takes the good ones in. */
export function useReportImport(reports: readonly ReportRow[]): ReportImport {
  const nowMs = useNow();
  const mayName = useMayWrite('reporter.named');
  const command = useCommand('report.import');
  const [crs, setCrs] = useState<Position['crs']>('CGCS2000');
  const [rows, setRows] = useState<readonly ReportTableRow[]>();
  const [unread, setUnread] = useState<ErrorText>();
  const [result, setResult] = useState<CommandResults['report.import']>();

  const known = new Set(
    reports.flatMap(({ data: { source, external } }) =>
      external === undefined ? [] : [externalKey(source, external)],
    ),
  );
  const lines = rows && judgeRows(rows, { nowMs, crs, mayName, known });
  const choose = async (file: File): Promise<void> => {
    const read = reportTableRows(new Uint8Array(await file.arrayBuffer()));
    setUnread(read.ok ? undefined : reportsText.import.files[read.error]);
    setRows(read.ok ? read.value : undefined);
    command.clear();
  };
  const run = async (): Promise<void> => {
    const ready = (lines ?? []).flatMap((line) => (line.is === 'good' ? [line.ready] : []));
    const answer = await command.run({ rows: ready });
    if (answer.ok) setResult(answer.value);
  };
  const problem = command.error === undefined ? unread : messageOf(command.error);
  return { crs, setCrs, lines, problem, pending: command.pending, result, choose, run };
}
