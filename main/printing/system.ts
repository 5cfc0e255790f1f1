import type { BridgeOutput } from '#shared/bridge/contract.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { PortHandlers, Refusal } from '../bridge/dispatch.ts';

import { listPrinters } from './printers.ts';
import { cancelJob, findJob, releaseJob, submitHeld } from './queue.ts';
import type { PrintFailure } from './tools.ts';

/** The queue that the data worker works with. */
export type PrintHandlers = Pick<
  PortHandlers,
  'print.printers' | 'print.submit' | 'print.release' | 'print.job' | 'print.cancel'
>;

/** CUPS as the data worker asks for it. */
export const CUPS_QUEUE: PrintHandlers = {
  'print.printers': async () => {
    const listed = await listPrinters();
    return listed.ok ? ok({ printers: [...listed.value] }) : listed;
  },
  'print.submit': async (order) => {
    const taken = await submitHeld(order);
    return taken.ok ? ok({ job: taken.value }) : taken;
  },
  'print.release': ({ job }) => done(releaseJob(job)),
  'print.job': ({ job }) => findJob(job),
  'print.cancel': ({ job }) => done(cancelJob(job)),
};

const nowhere = (): Promise<Result<never, Refusal<string>>> => Promise.resolve(err({ code: 'no_print_system' }));

/** Windows has no queue that tells what became of a job: nothing is printed behind the person's back there. */
export const NO_QUEUE: PrintHandlers = {
  'print.printers': nowhere,
  'print.submit': nowhere,
  'print.release': nowhere,
  'print.job': nowhere,
  'print.cancel': nowhere,
};

/** The printers as a window asks for them. */
export async function printersForWindow(
  platform: NodeJS.Platform,
): Promise<Result<BridgeOutput<'printing.printers'>, PrintFailure>> {
  if (platform === 'win32') return ok({ by: 'dialog', printers: [] });
  const listed = await listPrinters();
  return listed.ok ? ok({ by: 'queue', printers: [...listed.value] }) : listed;
}

async function done(
  work: Promise<Result<undefined, PrintFailure>>,
): Promise<Result<Record<string, never>, PrintFailure>> {
  const ended = await work;
  return ended.ok ? ok({}) : ended;
}
