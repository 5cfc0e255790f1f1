import type { CaseEvent } from '#shared/case/caseEvent.ts';
import { isNarrowKind, type NarrowMedium } from '#shared/documents/media.ts';
import { parseSheetModel } from '#shared/documents/sheetModel.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { refuse } from '../dispatch.ts';
import { previewsOf } from '../photos/prints.ts';
import type { CommandAnswer, CommandError, CommandInput, DrawnPaper } from '../protocol.ts';
import { drawDocument } from '../rendering/renderDocument.ts';

import { openFile } from './paperSources.ts';

type Issuing = Extract<CaseEvent, { readonly type: 'document.issued' }>;
type Wanted = { readonly caseId: string; readonly document: string; readonly medium: NarrowMedium };

/** A document as it would come out on small paper, to be looked at. */
export async function previewNarrow(
  ctx: Context,
  wanted: CommandInput<'print.preview'>,
): Promise<CommandAnswer<DrawnPaper>> {
  if (ctx.session.profile === undefined) return refuse('not_signed_in');
  return drawNarrow(ctx, wanted);
}

/**
 * Draws an issued document on small paper, from the words and the code that its event froze and with the photos it names.
 * Refuses `no_narrow_layout`, `unknown_document`, `document_voided`, and a photo that is not to be had.
 */
export async function drawNarrow(
  ctx: Context,
  { caseId, document, medium }: Wanted,
): Promise<Result<DrawnPaper, CommandError>> {
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
  const jpegs = photos.value.map(({ jpeg }) => jpeg);
  return ok(await drawDocument({ model, medium, code: issuing?.data.code, photos: jpegs }));
}
