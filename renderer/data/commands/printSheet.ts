import type { OrgCard } from '#shared/access/directory.ts';
import { fullAddress } from '#shared/catalogue/find.ts';
import { findMatter } from '#shared/catalogue/findMatter.ts';
import { buildSheet } from '#shared/documents/fileSheet.ts';
import { hasSheet, type SheetInput } from '#shared/documents/sheetInput.ts';
import { modelHash } from '#shared/documents/sheetModel.ts';
import type { EventData } from '#shared/events/registry.ts';
import { evidenceDatabaseOf } from '#shared/events/stream.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import type { Context } from '../context.ts';
import { keepBlob } from '../photos/blobRows.ts';
import { eventsOf } from '../projections/project.ts';
import type { CommandError } from '../protocol.ts';
import { renderDocument, RENDERER_VERSION } from '../rendering/renderDocument.ts';
import type { BlobRow, CaseRow } from '../tables.ts';

type Issued = Exclude<EventData<'document.issued'>, { readonly kind: 'D07' }>;
type Sheet = {
  readonly row: CaseRow;
  readonly org: OrgCard;
  readonly issued: Issued;
  readonly officers: SheetInput['officers'];
};

/** A sheet as its event freezes it, and the PDF that begins to wait for the server. */
export type PrintedSheet = {
  readonly frozen: Pick<Issued, 'model' | 'modelHash' | 'pdf' | 'renderer'>;
  readonly blob: BlobRow;
};

/** Draws a document of a file and keeps its PDF; refused with what is missing on it, or with characters no font has. */
export async function printSheet(ctx: Context, sheet: Sheet): Promise<Result<PrintedSheet, CommandError>> {
  const input = await inputOf(ctx, sheet);
  if (!input.ok) return input;
  const built = buildSheet(input.value);
  if (!built.ok) return err({ code: built.error, subject: input.value.matter.name, article: '行政处罚法 §59' });
  const { pdf, pages, missingGlyphs } = await renderDocument(built.value);
  if (missingGlyphs.length > 0) return err({ code: 'missing_glyphs', subject: missingGlyphs.join('') });
  const { row } = sheet;
  const stream = `case:${row.id}`;
  const sha256 = sha256Hex(pdf);
  const file: BlobRow = {
    key: `doc:${sha256}`,
    db: evidenceDatabaseOf(stream, row.org),
    stream,
    mime: 'application/pdf',
    bytes: pdf.byteLength,
    by: sheet.issued.officer.user,
    state: 'draft',
  };
  const kept = await keepBlob(ctx, file, new Blob([pdf as BlobPart], { type: 'application/pdf' }));
  const frozen = {
    model: built.value as never,
    modelHash: modelHash(built.value),
    pdf: { sha256, bytes: pdf.byteLength, pages },
    renderer: RENDERER_VERSION,
  };
  return ok({ frozen, blob: { ...kept, state: 'waiting' } });
}

async function inputOf(ctx: Context, { row, org, issued, officers }: Sheet): Promise<Result<SheetInput, CommandError>> {
  if (!hasSheet(issued.kind)) return err({ code: 'no_sheet', subject: issued.kind });
  const code = row.file?.matter?.code ?? row.findings[0]?.matter ?? '';
  const matter = findMatter(ctx.catalogue.matters, code, chinaDateOf(Date.parse(row.foundAt)));
  if (matter === undefined) return err({ code: 'unknown_matter', subject: code });
  const told = (await eventsOf(ctx.db, `case:${row.id}`)).map(({ event }) => event).findLast(isTold);
  return ok({
    org,
    kind: issued.kind,
    number: issued.number,
    issuedAt: issued.issuedAt,
    title: row.title,
    party: row.file?.party,
    site: row.site,
    address: fullAddress(ctx.catalogue, row.site),
    foundAt: row.foundAt,
    facts: row.facts,
    matter,
    text: issued.text,
    penalty: issued.penalty,
    untilOn: issued.untilOn,
    told: told && { words: told.data.words ?? '', shownAt: told.data.certificatesShownAt },
    officers,
  });
}

type Told = { readonly type: 'case.told'; readonly data: EventData<'case.told'> };

function isTold<T extends { readonly type: string }>(event: T): event is T & Told {
  return event.type === 'case.told';
}
