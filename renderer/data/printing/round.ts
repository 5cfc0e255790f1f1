import type { Context } from '../context.ts';
import { withDeadline } from '../store/deadline.ts';
import type { PrintRow } from '../tables.ts';

import { followPrint } from './follow.ts';
import { recordPrint } from './record.ts';
import { dueRows } from './rows.ts';
import { startPrint } from './start.ts';

/** How often the system's queue is asked about a job that is in it, in milliseconds. */
const FOLLOW_EVERY_MS = 1_000;
/** How often a printer that takes nothing is looked at again. */
const LOOK_AGAIN_MS = 5_000;

/** Looks at every job that something can be done about; answers after how many milliseconds to look again. */
export async function printRound(ctx: Context): Promise<number | undefined> {
  const rows = await openRows(ctx);
  let moved = false;
  for (const row of dueRows(rows, ctx.session.profile?.user)) moved = (await turn(ctx, row)) || moved;
  if (moved) return 0;
  const rest = dueRows(rows, ctx.session.profile?.user);
  if (rest.some(({ state }) => state === 'printing')) return FOLLOW_EVERY_MS;
  // What nobody here may record waits for the next person who signs in.
  return rest.some(({ state }) => state === 'waiting') ? LOOK_AGAIN_MS : undefined;
}

/** Does what can be done about a job; answers whether its state is another one now. */
function turn(ctx: Context, row: PrintRow): Promise<boolean> {
  if (row.state === 'printed') return recordPrint(ctx, row);
  return row.state === 'printing' ? followPrint(ctx, row) : startPrint(ctx, row);
}

function openRows(ctx: Context): Promise<PrintRow[]> {
  const open = ctx.db.prints.where('state').anyOf('waiting', 'printing', 'printed').toArray();
  return withDeadline('prints.open', open);
}
