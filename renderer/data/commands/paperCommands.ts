import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer, CommandInput, DrawnPaper } from '../protocol.ts';
import { drawDocument, prepareRendering } from '../rendering/renderDocument.ts';

import { openFile, paperJob } from './paperSources.ts';

/** Papers of a file that are made from its records: drawn when somebody wants them, kept once they come back signed. */
export const PAPER_COMMANDS: Pick<Handlers, 'paper.draw' | 'paper.prepare'> = {
  'paper.draw': drawPaper,
  'paper.prepare': () => {
    prepareRendering();
    return Promise.resolve({ ok: true, value: {} });
  },
};

/** Draws a paper anew from its record; nothing is kept. */
export async function drawPaper(
  ctx: Context,
  { caseId, kind, event }: CommandInput<'paper.draw'>,
): Promise<CommandAnswer<DrawnPaper>> {
  if (ctx.session.profile === undefined) return refuse('not_signed_in');
  const file = await openFile(ctx, caseId);
  if (!file.ok) return file;
  const job = await paperJob(ctx, file.value, kind, event);
  if (!job.ok) return job;
  return { ok: true, value: await drawDocument(job.value) };
}
