import type { Context } from '../context.ts';
import type { PrintRow } from '../tables.ts';

import { changePrint, endPrint } from './rows.ts';
import { askQueue } from './system.ts';

/** A failed job waits again, as a new one to the system's queue; one that waits for a printer forgets why. */
export async function retryPrint(ctx: Context, id: string): Promise<void> {
  const row = await ctx.db.prints.get(id);
  if (row === undefined || (row.state !== 'failed' && row.state !== 'waiting')) return;
  const none = { job: undefined, released: undefined, cancelling: undefined, endedAt: undefined };
  await changePrint(ctx, row, { state: 'waiting', reason: undefined, ...none });
}

/** See `PrintQueue.cancel`. */
export async function cancelPrint(ctx: Context, id: string): Promise<void> {
  const row = await ctx.db.prints.get(id);
  if (row === undefined) return;
  if (row.state === 'waiting' || row.state === 'failed') await endPrint(ctx, row, 'cancelled');
  if (row.state === 'printing') await cancelThere(ctx, row);
}

async function cancelThere(ctx: Context, row: PrintRow): Promise<void> {
  await changePrint(ctx, row, { cancelling: true });
  // Refused also when it is over already: the next look at it tells which.
  if (row.job !== undefined) await askQueue(ctx, 'print.cancel', { job: row.job });
}
