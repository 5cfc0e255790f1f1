import type { CaseEvent } from '#shared/case/caseEvent.ts';
import { isNarrowKind, type NarrowMedium } from '#shared/documents/media.ts';
import { parseSheetModel } from '#shared/documents/sheetModel.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import { previewsOf } from '../photos/prints.ts';
import type { CommandAnswer, CommandError, CommandInput, DrawnPaper, LoosePaperInput } from '../protocol.ts';
import type { PrintJob } from '../rendering/render.ts';
import { drawDocument } from '../rendering/renderDocument.ts';

import { looseJob } from './looseSources.ts';
import { openFile } from './paperSources.ts';

type Issuing = Extract<CaseEvent, { readonly type: 'document.issued' }>;
/** An issued document, or a paper outside of any case. */
type Wanted = { readonly caseId: string; readonly document: string } | LoosePaperInput;

/** What would come out on small paper, to be looked at. */
export async function previewNarrow(
  ctx: Context,
  wanted: CommandInput<'print.preview'>,
): Promise<CommandAnswer<DrawnPaper>> {
  if (ctx.session.profile === undefined) return refuse('not_signed_in');
  return drawNarrow(ctx, wanted, wanted.medium);
}

/**
 * Draws on small paper: an issued document from the words and the code that its event froze and with the photos it names, a
 * paper anew from its record. Refuses `no_narrow_layout`, `unknown_document`, `document_voided`, what a paper is refused for,
 * and a photo that is not to be had.
 */
export async function drawNarrow(
  ctx: Context,
  wanted: Wanted,
  medium: NarrowMedium,
): Promise<Result<DrawnPaper, CommandError>> {
  const job = await ('stream' in wanted ? jobOfPaper(ctx, wanted) : jobOfDocument(ctx, wanted));
  return job.ok ? ok(await drawDocument({ ...job.value, medium })) : job;
}

async function jobOfPaper(ctx: Context, paper: LoosePaperInput): Promise<Result<PrintJob, CommandError>> {
  return isNarrowKind(paper.kind) ? looseJob(ctx, paper) : err({ code: 'no_narrow_layout' });
}

async function jobOfDocument(
  ctx: Context,
  { caseId, document }: Exclude<Wanted, LoosePaperInput>,
): Promise<Result<PrintJob, CommandError>> {
  const file = await openFile(ctx, caseId);
  if (!file.ok) return file;
  const { row, events } = file.value;
  const known = row.documents.find((one) => one.document === document);
  if (known === undefined) return err({ code: 'unknown_document' });
  if (known.voided !== undefined) return err({ code: 'document_voided', subject: known.number });
  const issuing = events.find(
    (event): event is Issuing => event.type === 'document.issued' && event.data.document === document,
  );
  const model = parseSheetModel(issuing?.data.model);
  if (model === undefined || !isNarrowKind(model.kind)) return err({ code: 'no_narrow_layout', subject: known.number });
  const originals = (model.photos ?? []).map(({ original }) => original);
  const photos = await previewsOf(ctx, `case:${caseId}`, originals);
  if (!photos.ok) return photos;
  return ok({ model, code: issuing?.data.code, photos: photos.value.map(({ jpeg }) => jpeg) });
}
