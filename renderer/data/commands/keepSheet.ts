import { codeContent } from '#shared/documents/code.ts';
import { modelHash, type SheetModel } from '#shared/documents/sheetModel.ts';
import type { EventData } from '#shared/events/registry.ts';
import { evidenceDatabaseOf } from '#shared/events/stream.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import type { Context } from '../context.ts';
import { keepBlob } from '../photos/blobRows.ts';
import type { PrintJob } from '../rendering/render.ts';
import { pdfBlob, renderDocument, type Rendered } from '../rendering/renderDocument.ts';
import type { BlobRow, CaseRow } from '../tables.ts';

import { signCode } from './signCode.ts';

type Frozen = Extract<EventData<'document.issued'>, { readonly kind: 'D07' }>;

/** A sheet as its event freezes it, and the PDF that begins to wait for the server. */
export type KeptSheet = {
  readonly frozen: Pick<Frozen, 'model' | 'modelHash' | 'pdf' | 'renderer' | 'code'>;
  readonly blob: BlobRow;
};

/** A document as it is printed: the PDF, and the signed code on it. */
export type SignedSheet = Rendered & { readonly model: SheetModel; readonly code: string };

/** Prints an issued document with a code that this device signs. `fineFen`: the fine it names, 0 where there is none. `photos`: the JPEGs it names. */
export async function printSigned(
  ctx: Context,
  model: SheetModel,
  fineFen: number,
  photos: PrintJob['photos'] = [],
): Promise<SignedSheet> {
  const code = await signCode(ctx, codeContent(model, fineFen, ctx.runtime.device));
  return { ...(await renderDocument({ model, code, photos })), model, code };
}

/** Keeps the PDF of a document on this device, as a document of the case by that account. */
export async function keepSheet(
  ctx: Context,
  row: CaseRow,
  by: string,
  { model, code, pdf, pages, renderer }: SignedSheet,
): Promise<KeptSheet> {
  const stream = `case:${row.id}`;
  const sha256 = sha256Hex(pdf);
  const file: BlobRow = {
    key: `doc:${sha256}`,
    db: evidenceDatabaseOf(stream, row.org),
    stream,
    mime: 'application/pdf',
    bytes: pdf.byteLength,
    by,
    state: 'draft',
  };
  const kept = await keepBlob(ctx, file, pdfBlob(pdf));
  const frozen = {
    model: model as never,
    modelHash: modelHash(model),
    pdf: { sha256, bytes: pdf.byteLength, pages },
    renderer,
    code,
  };
  return { frozen, blob: { ...kept, state: 'waiting' } };
}
