import { spawn } from 'node:child_process';

import { err, ok, type Result } from '#shared/kernel/result.ts';

import { errnoOf } from '../files/durable.ts';

export type PrintFailure = { readonly code: 'print_failed'; readonly detail: string };

/**
 * Hands a PDF to CUPS, which prints PDF as it is: no viewer, no rasterising, and no copy in a file of ours because it
 * goes in by standard input. Resolves when CUPS has taken the job.
 */
export function printWithCups(
  printer: string,
  title: string,
  bytes: Uint8Array,
  command = 'lp',
): Promise<Result<undefined, PrintFailure>> {
  return new Promise((resolve) => {
    const fail = (detail: string): void => {
      resolve(err({ code: 'print_failed', detail }));
    };
    const child = spawn(command, ['-d', printer, '-t', title, '-o', 'media=A4'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.on('error', (error) => {
      fail(errnoOf(error));
    });
    child.on('close', (status) => {
      if (status === 0) resolve(ok(undefined));
      else fail(`lp_${String(status)}`);
    });
    // A command that ends early closes the pipe; its status says why.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}
