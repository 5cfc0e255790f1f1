import type { PortInput, PortOutput } from '#shared/bridge/port.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { PortError } from '../port.ts';
import type { PrintRow } from '../tables.ts';

type PrintRequest = 'print.printers' | 'print.submit' | 'print.release' | 'print.job' | 'print.cancel';
/** Why a job waits or has failed. */
export type PrintReason = NonNullable<PrintRow['reason']>;

/** Asks the system's queue; what it refuses is a reason. A queue that does not answer in time is down. */
export async function askQueue<R extends PrintRequest>(
  ctx: Context,
  request: R,
  input: PortInput<R>,
): Promise<Result<PortOutput<R>, PrintReason>> {
  try {
    return ok(await ctx.port.call(request, input));
  } catch (error) {
    if (!(error instanceof PortError)) throw error;
    const { code, detail } = error;
    if (code === 'timeout') return err({ code: 'print_system_down' });
    return err({ code, ...(detail === undefined ? {} : { detail }) });
  }
}
