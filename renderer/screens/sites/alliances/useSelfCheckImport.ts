import { useState } from 'react';

import type { ErrorText } from '#renderer/app/language/zh/errorText.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { selfCheckText } from '#renderer/app/language/zh/selfChecks.ts';
import { sheetProblems } from '#renderer/app/language/zh/siteImport.ts';
import { readTable } from '#renderer/app/sheet/sheetClient.ts';
import type { CommandResults } from '#renderer/data/client.ts';
import { useCatalogue } from '#renderer/queries/catalogue.ts';
import { readShopsToMatch } from '#renderer/queries/selfChecks.ts';
import { useCommand } from '#renderer/queries/useCommand.ts';
import { useToday } from '#renderer/queries/useNow.ts';
import { SELF_CHECK_DUTIES } from '#shared/catalogue/settingsFile.ts';

import { judgeChecks, type CheckLine, type CheckTableProblem } from './judgeChecks.ts';

const words = selfCheckText.import;

/** An import as its dialog shows it. */
export type SelfCheckImport = {
  readonly lines: readonly CheckLine[] | undefined;
  readonly problem: ErrorText | undefined;
  readonly pending: boolean;
  readonly result: CommandResults['site.importSelfChecks'] | undefined;
  readonly choose: (file: File) => Promise<void>;
  readonly run: () => Promise<void>;
};

/** Reads a table of own checks, judges its rows against the register, and takes the good ones in. */
export function useSelfCheckImport(org: string): SelfCheckImport {
  const today = useToday();
  const duties = useCatalogue()?.settings.selfCheckDuties ?? SELF_CHECK_DUTIES;
  const command = useCommand('site.importSelfChecks');
  const [lines, setLines] = useState<readonly CheckLine[]>();
  const [reading, setReading] = useState(false);
  const [unread, setUnread] = useState<ErrorText>();
  const [result, setResult] = useState<CommandResults['site.importSelfChecks']>();
  const choose = async (file: File): Promise<void> => {
    setReading(true);
    command.clear();
    const table = await readTable(file);
    const judged = table.ok ? judgeChecks(table.value, { ...(await readShopsToMatch(org)), duties, today }) : undefined;
    setReading(false);
    setLines(judged?.ok === true ? judged.value : undefined);
    if (!table.ok) setUnread(sheetProblems[table.error]);
    else setUnread(judged?.ok === false ? textOf(judged.error) : undefined);
  };
  const run = async (): Promise<void> => {
    const rows = (lines ?? []).flatMap((line) => (line.is === 'good' ? [line.ready] : []));
    const answer = await command.run({ rows });
    if (answer.ok) setResult(answer.value);
  };
  const problem = command.error === undefined ? unread : messageOf(command.error);
  return { lines, problem, pending: command.pending || reading, result, choose, run };
}

function textOf(problem: CheckTableProblem): ErrorText {
  if (problem.is === 'missing') return { what: words.missing(problem.columns.join('、')), todo: words.missingTodo };
  return problem.is === 'empty'
    ? { what: words.empty, todo: words.emptyTodo }
    : { what: words.tooMany, todo: words.tooManyTodo };
}
