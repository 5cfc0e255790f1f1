import type { JournalEntry } from '#shared/bridge/port.ts';

import type { Context } from '../context.ts';

/** How many entries go into the journal at once. */
const JOURNAL_ENTRIES = 200;

/**
 * What the server had of this device, for a store that was lost: the server may have gone back to a backup meanwhile, and then
 * nobody else has it. Back into the journal as not sent, so that it is asked for, and sent where it lacks. Answers what the store lacks.
 */
export async function sentAgain({ db, port }: Pick<Context, 'db' | 'port'>): Promise<readonly JournalEntry[]> {
  const { entries } = await port.call('journal.settled', {});
  const there = await db.events.bulkGet(entries.map(({ key }) => key));
  const lacking = entries.filter((_, at) => there[at] === undefined);
  for (let at = 0; at < lacking.length; at += JOURNAL_ENTRIES)
    await port.call('journal.append', { entries: lacking.slice(at, at + JOURNAL_ENTRIES) });
  return lacking;
}
