import type { Context } from '../context.ts';
import { withDeadline } from '../store/deadline.ts';
import type { PrintRow } from '../tables.ts';

type Change = Partial<Omit<PrintRow, 'id'>>;

/** Writes what changed of a job; nothing when nothing did. Answers whether something did. */
export async function changePrint(ctx: Context, row: PrintRow, change: Change): Promise<boolean> {
  const keys = Object.keys(change) as (keyof Change)[];
  if (keys.every((key) => JSON.stringify(row[key]) === JSON.stringify(change[key]))) return false;
  await withDeadline('prints.update', ctx.db.prints.update(row.id, change));
  return true;
}

/** The job is over, with the reason when it did not come to an end of its own. */
export function endPrint(
  ctx: Context,
  row: PrintRow,
  state: 'printed' | 'done' | 'failed' | 'cancelled',
  reason?: PrintRow['reason'],
): Promise<boolean> {
  return changePrint(ctx, row, { state, reason, endedAt: row.endedAt ?? ctx.clock.nowIso() });
}

/**
 * The jobs to look at now: of each printer the one that is in its queue, or else the first of this person that waits for it;
 * and what is printed and not yet recorded.
 */
export function dueRows(open: readonly PrintRow[], user: string | undefined): readonly PrintRow[] {
  const rows = open.toSorted((one, other) => compare(one.orderedAt, other.orderedAt) || one.n - other.n);
  const mine = rows.filter(({ by }) => by === user);
  const printers = new Set(rows.map(({ printer }) => printer));
  const heads = [...printers].flatMap((printer) => {
    const going = rows.filter((row) => row.printer === printer && row.state === 'printing');
    return going.length > 0
      ? going
      : mine.filter((row) => row.printer === printer && row.state === 'waiting').slice(0, 1);
  });
  return [...mine.filter(({ state }) => state === 'printed'), ...heads];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
