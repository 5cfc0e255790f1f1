import type { JobState } from '#shared/bridge/printing.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { askJob, parseAddress } from './ipp.ts';
import { CUPS_TOOLS, failureOf, isDown, runTool, type CupsTools, type PrintFailure, type Said } from './tools.ts';

/** What is to be printed. `pages` are checked by the contract: `1-2,4`. */
export type PrintOrder = {
  readonly printer: string;
  readonly title: string;
  readonly copies: number;
  readonly pages?: string | undefined;
  readonly media?: string | undefined;
  readonly bytes: Uint8Array;
};

/**
 * The arguments of `lp` for an order: a held job on A4, copies collated, read from standard input. Small paper is printed in
 * its own size, which no driver may stretch.
 */
export function lpArguments({ printer, title, copies, pages, media }: Omit<PrintOrder, 'bytes'>): readonly string[] {
  const range = pages === undefined ? [] : ['-P', pages];
  const size = media === undefined ? ['-o', 'media=A4'] : ['-o', `media=${media}`, '-o', 'print-scaling=none'];
  const paper = [...size, '-o', 'collate=true'];
  return ['-d', printer, '-H', 'hold', '-n', String(copies), ...range, '-t', title, ...paper];
}

/**
 * Hands a PDF to the queue of CUPS, which prints PDF as it is: no viewer, no rasterising, and no copy in a file of ours,
 * because it goes in by standard input. The job is held until it is released, so that whoever asked can first note its
 * name: then a crash between the two never prints, and never prints twice.
 */
export async function submitHeld(
  order: PrintOrder,
  tools: CupsTools = CUPS_TOOLS,
): Promise<Result<string, PrintFailure>> {
  const said = await runTool(tools.lp, lpArguments(order), order.bytes);
  if (said.status !== 0) return err(await knownFailure(said, tools));
  const job = /^request id is (\S+-\d+)\b/mu.exec(said.out)?.[1];
  return job === undefined ? err({ code: 'print_failed', detail: said.out.slice(0, 200) }) : ok(job);
}

/** Lets a held job go. One that goes already, or is over, stays as it is. */
export async function releaseJob(job: string, tools: CupsTools = CUPS_TOOLS): Promise<Result<undefined, PrintFailure>> {
  return outcomeOf(await runTool(tools.lp, ['-i', job, '-H', 'resume']), tools);
}

/** Takes a job out of the queue; paper that is out already stays out. */
export async function cancelJob(job: string, tools: CupsTools = CUPS_TOOLS): Promise<Result<undefined, PrintFailure>> {
  return outcomeOf(await runTool(tools.cancel, [job]), tools);
}

/**
 * How a job stands. Asked by IPP where `lpstat` would ask: `lpstat` itself does not tell a job that was printed from one
 * that was cancelled.
 */
export async function findJob(job: string, tools: CupsTools = CUPS_TOOLS): Promise<Result<JobState, PrintFailure>> {
  const where = await runTool(tools.lpstat, ['-H']);
  if (where.status !== 0) return err(failureOf(where));
  const number = Number(job.slice(job.lastIndexOf('-') + 1));
  try {
    return ok(await askJob(parseAddress(where.out.trim()), number));
  } catch (error) {
    return err({ code: 'print_system_down', detail: error instanceof Error ? error.message.slice(0, 200) : 'ipp' });
  }
}

async function outcomeOf(said: Said, tools: CupsTools): Promise<Result<undefined, PrintFailure>> {
  return said.status === 0 ? ok(undefined) : err(await knownFailure(said, tools));
}

/** `lp` calls a printer unknown when nobody answers for it. */
async function knownFailure(said: Said, tools: CupsTools): Promise<PrintFailure> {
  const failure = failureOf(said);
  if (failure.code !== 'printer_unknown') return failure;
  const running = await runTool(tools.lpstat, ['-r']);
  return isDown(running) ? { ...failure, code: 'print_system_down' } : failure;
}
