import type { CommandAnswer, CommandError, CommandInput, CommandName, CommandResults } from '#renderer/data/client.ts';
import type { SiteData } from '#shared/events/siteEvents.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { IMPORT_PORTION } from '#shared/site/batch.ts';

import type { KeptSite } from './importDraft.ts';

/** Sends a command to the data worker. */
export type Send = <C extends CommandName>(
  command: C,
  input: CommandInput<C>,
) => Promise<CommandAnswer<CommandResults[C]>>;

type OnDone = (done: number) => void;

/**
 * Writes rows in portions, from the one that `written` rows end in: a portion that was written before, whole or by an earlier try, is
 * passed over by the data worker. Stops at the first refusal.
 */
export async function importRows(
  send: Send,
  batch: string,
  rows: readonly SiteData[],
  written: number,
  onDone: OnDone,
): Promise<Result<undefined, CommandError>> {
  for (let from = written - (written % IMPORT_PORTION); from < rows.length; from += IMPORT_PORTION) {
    const portion = rows.slice(from, from + IMPORT_PORTION);
    const answer = await send('site.import', { batch, from, rows: [...portion] });
    if (!answer.ok) return err(answer.error);
    onDone(from + portion.length);
  }
  return ok(undefined);
}

/** Takes an import back, in portions; what was changed or used since is kept and named. */
export async function undoImport(
  send: Send,
  batch: string,
  onDone: OnDone,
): Promise<Result<{ readonly withdrawn: number; readonly kept: readonly KeptSite[] }, CommandError>> {
  let withdrawn = 0;
  const kept: KeptSite[] = [];
  let after: string | undefined;
  do {
    const answer = await send('site.undoImport', { batch, ...(after !== undefined && { after }) });
    if (!answer.ok) return err(answer.error);
    withdrawn += answer.value.withdrawn;
    kept.push(...answer.value.kept);
    after = answer.value.next;
    onDone(withdrawn + kept.length);
  } while (after !== undefined);
  return ok({ withdrawn, kept });
}
