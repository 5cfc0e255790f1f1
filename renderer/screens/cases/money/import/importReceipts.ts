import type { CommandAnswer, CommandError, CommandInput, CommandResults } from '#renderer/data/client.ts';

import type { ImportLine } from './matchReceipts.ts';

type GoodLine = Extract<ImportLine, { readonly is: 'good' }>;

/** A row that the guard refused all the same: something came in between preview and import. */
export type RefusedLine = { readonly line: GoodLine; readonly error: CommandError };
/** What an import came to. */
export type ImportReport = { readonly written: readonly GoodLine[]; readonly refused: readonly RefusedLine[] };

/** Sends one command; the real one writes to the data worker. */
type SendAct = (input: CommandInput<'act.take'>) => Promise<CommandAnswer<CommandResults['act.take']>>;

/**
 * Enters the good rows one after the other, each by the command that a person's entry uses: the same guard, the same
 * permission, and no receipt twice. Stopped halfway, the same file goes on: what was entered is refused as entered.
 */
export async function importReceipts(
  lines: readonly ImportLine[],
  send: SendAct,
  onDone: (count: number) => void = () => undefined,
): Promise<ImportReport> {
  const written: GoodLine[] = [];
  const refused: RefusedLine[] = [];
  for (const line of lines) {
    if (line.is === 'bad') continue;
    const answer = await send({ caseId: line.caseId, act: 'payment.entered', data: line.data, anyway: false });
    if (answer.ok) written.push(line);
    else refused.push({ line, error: answer.error });
    onDone(written.length + refused.length);
  }
  return { written, refused };
}
