import type { Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer, CommandError, CommandInput, DrawnPaper, FilePaperInput } from '../protocol.ts';
import type { PrintJob } from '../rendering/render.ts';
import { drawDocument, prepareRendering } from '../rendering/renderDocument.ts';

import { looseJob } from './looseSources.ts';
import { openFile, paperJob } from './paperSources.ts';

/** Papers that are made from records, of a file or outside of any: drawn when somebody wants them, kept once they come back signed. */
export const PAPER_COMMANDS: Pick<Handlers, 'paper.draw' | 'paper.prepare'> = {
  'paper.draw': drawPaper,
  'paper.prepare': () => {
    prepareRendering();
    return Promise.resolve({ ok: true, value: {} });
  },
};

/** Draws a paper anew from its record; nothing is kept. */
export async function drawPaper(ctx: Context, input: CommandInput<'paper.draw'>): Promise<CommandAnswer<DrawnPaper>> {
  if (ctx.session.profile === undefined) return refuse('not_signed_in');
  const job = 'stream' in input ? await looseJob(ctx, input) : await jobOfFile(ctx, input);
  if (!job.ok) return job;
  return { ok: true, value: await drawDocument(job.value) };
}

async function jobOfFile(
  ctx: Context,
  { caseId, kind, event }: FilePaperInput,
): Promise<Result<PrintJob, CommandError>> {
  const file = await openFile(ctx, caseId);
  return file.ok ? paperJob(ctx, file.value, kind, event) : file;
}
