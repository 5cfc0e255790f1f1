import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { notifyDone } from '#renderer/app/notify.tsx';
import type { CommandError, CommandInput } from '#renderer/data/client.ts';
import { useSession } from '#renderer/queries/meta.ts';
import type { ReportRow } from '#renderer/queries/reports.ts';
import { useMayWrite } from '#renderer/queries/role.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { judgeReport } from '#shared/report/judge.ts';
import type { ReportEventType } from '#shared/report/state.ts';

/** A step of a report as its form uses it. `allowed`: by the role, and by where the report stands. */
export type ReportStepHandle = {
  readonly allowed: boolean;
  readonly pending: boolean;
  readonly error: CommandError | undefined;
  /** Answers whether it was taken. */
  readonly run: (what: CommandInput<'report.step'>['what']) => Promise<boolean>;
};

/** Takes a step of a report; screens hide what the guard would refuse. */
export function useReportStep(row: ReportRow, type: ReportEventType): ReportStepHandle {
  const command = useCommand('report.step');
  const mayWrite = useMayWrite(type);
  const org = useSession()?.org;
  const run = async (what: CommandInput<'report.step'>['what']): Promise<boolean> => {
    const answer = await command.run({ reportId: row.id, what });
    if (answer.ok) notifyDone(reportsText.steps.done);
    return answer.ok;
  };
  const allowed = mayWrite && org === row.org && judgeReport(row, type) === undefined;
  return { allowed, pending: command.pending, error: command.error, run };
}
