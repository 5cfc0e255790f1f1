import { scansOf } from '#shared/case/service.ts';
import type { DossierOrder } from '#shared/documents/dossier/manifest.ts';
import { piecesOf, type Piece } from '#shared/documents/dossier/pieces.ts';
import { sealDossier } from '#shared/documents/dossier/seal.ts';
import { zipParts, type ZipFile } from '#shared/documents/dossier/zip.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { orgCardOf } from '../commands/grantNumber.ts';
import { openFile, orgNamesOf, paperJob, type OpenFile } from '../commands/paperSources.ts';
import type { Context } from '../context.ts';
import { printsOf } from '../photos/prints.ts';
import { makeScan } from '../photos/thumbnail.ts';
import type { CommandError, ExportedDossier } from '../protocol.ts';
import { renderDocument, type Rendered } from '../rendering/renderDocument.ts';
import type { DossierProgress } from '../status.ts';

import { bindDossier, type PrintedPiece } from './bindDossier.ts';
import { keysHere } from './keysHere.ts';
import { keptDocuments, keptPhotos, readOriginals } from './originals.ts';

type Tell = (progress: DossierProgress) => Promise<void>;

/**
 * Puts the dossier of a case together: every original, the one PDF, the records, and the manifest that this device signs.
 * Refused, with what is missing: `dossier_piece_missing`, `dossier_piece_altered`, `dossier_too_large`, `dossier_empty`, and as
 * papers are.
 */
export async function exportDossier(
  ctx: Context,
  caseId: string,
  order: DossierOrder,
  tell: Tell,
): Promise<Result<ExportedDossier, CommandError>> {
  const file = await openFile(ctx, caseId);
  if (!file.ok) return file;
  const { row, stored, events } = file.value;
  const org = await orgCardOf(ctx, row.org);
  if (org === undefined) return err({ code: 'no_card', subject: row.org });
  const { pieces, unprinted } = piecesOf(row, events);
  if (pieces.length === 0) return err({ code: 'dossier_empty' });
  const stream = `case:${caseId}`;
  const [documents, photos] = [keptDocuments(events), await keptPhotos(ctx, events)];
  const originals = [...documents, ...photos];
  const files = await readOriginals(ctx, stream, originals, (done) =>
    tell({ step: 'originals', done, of: originals.length }),
  );
  if (!files.ok) return files;
  const printed = await printPieces(ctx, file.value, pieces, files.value, tell);
  if (!printed.ok) return printed;
  await tell({ step: 'binding', done: 0, of: 1 });
  const madeAt = ctx.clock.nowIso();
  const names = await orgNamesOf(
    ctx,
    events.map(({ org }) => org),
  );
  const orgName = (id: string): string => names.get(id) ?? id;
  const facts = { org, state: row, events, order, unprinted, photos: photos.length, madeAt, orgName };
  const bound = await bindDossier(facts, printed.value);
  const pick = (some: typeof originals): readonly ZipFile[] =>
    [...new Set(some.map(({ sha256 }) => sha256))].flatMap((sha256) => files.value.get(sha256) ?? []);
  const sealed = await sealDossier(
    {
      ...{ app: ctx.runtime.version, madeAt, device: ctx.runtime.device, org: row.org },
      ...{ stream, order, pages: bound.pages },
    },
    {
      ...{ pdf: bound.pdf, events: stored, keys: await keysHere(ctx, madeAt) },
      ...{ documents: pick([...documents]), photos: pick([...photos]) },
    },
    async (text) => (await ctx.port.call('keys.sign', { text })).signature,
  );
  const zip = new Blob(zipParts(sealed) as BlobPart[], { type: 'application/zip' });
  return ok({ zip, pieces: pieces.length, pages: bound.pages, missingGlyphs: bound.missingGlyphs });
}

/** Issued documents are printed already; papers are drawn now, one after the other. */
async function printPieces(
  ctx: Context,
  file: OpenFile,
  pieces: readonly Piece[],
  files: ReadonlyMap<string, ZipFile>,
  tell: Tell,
): Promise<Result<readonly PrintedPiece[], CommandError>> {
  const printed: PrintedPiece[] = [];
  for (const piece of pieces) {
    await tell({ step: 'papers', done: printed.length, of: pieces.length });
    const one = await printPiece(ctx, file, piece, files);
    if (!one.ok) return one;
    const scans = await scansFor(ctx, file, piece);
    if (!scans.ok) return scans;
    printed.push({ piece, printed: one.value, scans: scans.value });
  }
  return ok(printed);
}

async function printPiece(
  ctx: Context,
  file: OpenFile,
  piece: Piece,
  files: ReadonlyMap<string, ZipFile>,
): Promise<Result<Omit<Rendered, 'renderer'>, CommandError>> {
  if (piece.is === 'document') {
    const pdf = files.get(piece.pdf.sha256)?.bytes;
    if (pdf === undefined) return err({ code: 'dossier_piece_missing', subject: piece.title });
    return ok({ pdf, pages: piece.pdf.pages, missingGlyphs: [] });
  }
  const job = await paperJob(ctx, file, piece.kind, piece.event);
  return job.ok ? ok(await renderDocument(job.value)) : job;
}

/** What is printed of the scans of a paper: one that no program here can show stays among the originals alone. */
async function scansFor(
  ctx: Context,
  { row, events }: OpenFile,
  { kind, event }: Piece,
): Promise<Result<readonly Uint8Array[], CommandError>> {
  const photos = [...new Set(scansOf(row, kind, event))].flatMap((sha256) => {
    const added = events.find((one) => one.type === 'photo.added' && one.data.sha256 === sha256);
    return added?.type === 'photo.added' ? [added.data] : [];
  });
  const made = await printsOf(ctx, `case:${row.id}`, photos, makeScan);
  return made.ok ? ok(made.value.map(({ jpeg }) => jpeg)) : made;
}
