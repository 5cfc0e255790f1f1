import type { Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { ActTaken, CommandAnswer, CommandError, CommandInput, DrawnPaper, FilePaperInput } from '../protocol.ts';
import type { PrintJob } from '../rendering/render.ts';
import { drawDocument, prepareRendering } from '../rendering/renderDocument.ts';

import { takeSigned } from './actCommands.ts';
import { authorFor } from './author.ts';
import { looseJob } from './looseSources.ts';
import { openFile, paperJob } from './paperSources.ts';

/** Papers that are made from records, of a file or outside of any: drawn when somebody wants them, kept once they come back signed. */
export const PAPER_COMMANDS: Pick<Handlers, 'paper.draw' | 'paper.prepare' | 'paper.scan'> = {
  'paper.draw': drawPaper,
  'paper.prepare': () => {
    prepareRendering();
    return Promise.resolve({ ok: true, value: {} });
  },
  'paper.scan': (ctx, input) => ctx.writing.run(() => scan(ctx, input)),
};

/** Draws a paper anew from its record; nothing is kept. */
export async function drawPaper(ctx: Context, input: CommandInput<'paper.draw'>): Promise<CommandAnswer<DrawnPaper>> {
  if (ctx.session.profile === undefined) return refuse('not_signed_in');
  if ('model' in input) return { ok: true, value: await drawDocument({ model: input.model }) };
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

/** 签名件归档: only of a record that the case has. */
async function scan(ctx: Context, input: CommandInput<'paper.scan'>): Promise<CommandAnswer<ActTaken>> {
  const author = authorFor(ctx, 'paper.scanned');
  if (!author.ok) return author;
  await ctx.projector.catchUp(`case:${input.caseId}`);
  const row = await ctx.db.cases.get(input.caseId);
  const isThere = row?.timeline.some(({ event, verdict }) => event === input.event && verdict.is !== 'void') === true;
  if (!isThere) return refuse('unknown_record', { subject: input.event });
  const said = { paper: input.kind, of: input.event, photos: input.photos };
  const by = { author: author.value, signed: undefined };
  return takeSigned(ctx, input.caseId, { type: 'paper.scanned', tag: undefined }, said, by);
}
