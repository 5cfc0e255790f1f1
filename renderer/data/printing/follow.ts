import type { JobState } from '#shared/bridge/printing.ts';

import type { Context } from '../context.ts';
import type { PrintRow } from '../tables.ts';

import { changePrint, endPrint } from './rows.ts';
import { releasePrint } from './start.ts';
import { askQueue, type PrintReason } from './system.ts';

/** Asks how a job stands that is in the system's queue, and notes it. Printed is what the queue has finished. */
export async function followPrint(ctx: Context, row: PrintRow): Promise<boolean> {
  const { job } = row;
  if (job === undefined) return changePrint(ctx, row, { state: 'waiting' });
  const found = await askQueue(ctx, 'print.job', { job });
  if (!found.ok) return note(ctx, row, found.error);
  const { is, detail } = found.value;
  if (is === 'done') return endPrint(ctx, row, row.source.is === 'document' ? 'printed' : 'done');
  if (is === 'cancelled') {
    return row.cancelling === true
      ? endPrint(ctx, row, 'cancelled')
      : endPrint(ctx, row, 'failed', reason('cancelled_at_printer'));
  }
  if (is === 'aborted') return endPrint(ctx, row, 'failed', reason('print_aborted', detail));
  // The queue keeps no history: whether paper came out only a person can see.
  if (is === 'unknown') return endPrint(ctx, row, 'failed', reason('print_lost'));
  if (row.cancelling === true) {
    const cancelled = await askQueue(ctx, 'print.cancel', { job });
    return cancelled.ok ? false : note(ctx, row, cancelled.error);
  }
  if (is === 'held' && row.released !== true) {
    await releasePrint(ctx, { ...row, job });
    return false;
  }
  return note(ctx, row, await whyItRests(ctx, row, is, detail));
}

/** What keeps a job that is neither over nor being printed; the printer is asked only when it may be that. */
async function whyItRests(
  ctx: Context,
  { printer }: PrintRow,
  is: JobState['is'],
  detail: string | undefined,
): Promise<PrintReason | undefined> {
  if (is === 'printing') return undefined;
  if (is === 'held') return reason('print_held');
  const listed = await askQueue(ctx, 'print.printers', {});
  const found = listed.ok ? listed.value.printers.find(({ name }) => name === printer) : undefined;
  if (found?.state === 'stopped') return reason('printer_stopped', found.reason ?? detail);
  return is === 'stopped' ? reason('printer_stopped', detail) : undefined;
}

function reason(code: string, detail?: string): PrintReason {
  return detail === undefined ? { code } : { code, detail };
}

async function note(ctx: Context, row: PrintRow, why: PrintReason | undefined): Promise<boolean> {
  await changePrint(ctx, row, { reason: why });
  return false;
}
