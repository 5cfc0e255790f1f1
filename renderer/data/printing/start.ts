import type { NarrowMedium } from '#shared/documents/media.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { drawNarrow } from '../commands/narrowPrint.ts';
import { drawPaper } from '../commands/paperCommands.ts';
import type { Context } from '../context.ts';
import type { PrintRow } from '../tables.ts';

import { changePrint, endPrint } from './rows.ts';
import { askQueue, type PrintReason } from './system.ts';

/** What passes by itself, or once somebody sees to the printer: the job waits for that. */
const PASSES: ReadonlySet<string> = new Set(['print_system_down', 'printer_stopped', 'printer_rejecting']);

/**
 * Gives a waiting job to the system's queue: held, then noted here, then let go. A crash before the note leaves a held job
 * behind that nobody prints, and the job goes again; a crash after it finds the job by its name.
 */
export async function startPrint(ctx: Context, row: PrintRow): Promise<boolean> {
  const ready = await isReady(ctx, row.printer);
  if (!ready.ok) return waitOrFail(ctx, row, ready.error);
  const found = await pdfOf(ctx, row);
  if (!found.ok) return endPrint(ctx, row, 'failed', found.error);
  const { pdf, renderer, ...size } = found.value;
  const { printer, title, copies, pages } = row;
  const bytes = new Uint8Array(await pdf.arrayBuffer());
  const range = pages === undefined ? {} : { pages };
  const taken = await askQueue(ctx, 'print.submit', { printer, title, copies, ...range, ...size, bytes });
  if (!taken.ok) return waitOrFail(ctx, row, taken.error);
  const { job } = taken.value;
  await changePrint(ctx, row, { state: 'printing', job, reason: undefined, renderer });
  await releasePrint(ctx, { ...row, job });
  return true;
}

/** Lets the job go; when that fails the next look at it tries again. */
export async function releasePrint(ctx: Context, row: PrintRow & { readonly job: string }): Promise<void> {
  const released = await askQueue(ctx, 'print.release', { job: row.job });
  await changePrint(ctx, row, released.ok ? { released: true } : { reason: released.error });
}

function waitOrFail(ctx: Context, row: PrintRow, reason: PrintReason): Promise<boolean> {
  if (!PASSES.has(reason.code)) return endPrint(ctx, row, 'failed', reason);
  return changePrint(ctx, row, { reason }).then(() => false);
}

/** A stopped printer would take the job and keep it: it is better kept here, where people see why. */
async function isReady(ctx: Context, name: string): Promise<Result<undefined, PrintReason>> {
  const listed = await askQueue(ctx, 'print.printers', {});
  if (!listed.ok) return listed;
  const printer = listed.value.printers.find((known) => known.name === name);
  if (printer === undefined) return err({ code: 'printer_unknown', detail: name });
  const { state, reason: detail } = printer;
  if (state !== 'stopped' && state !== 'rejecting') return ok(undefined);
  return err({ code: `printer_${state}`, ...(detail === undefined ? {} : { detail }) });
}

/** A PDF, and the paper it wants where that is not A4. */
type Sized = { readonly pdf: Blob; readonly media?: string; readonly renderer?: string };

/**
 * The issued document as it was signed, found by its hash; on small paper drawn from its frozen words; or a paper, drawn anew
 * from its record, on either.
 */
async function pdfOf(ctx: Context, { source, medium }: PrintRow): Promise<Result<Sized, PrintReason>> {
  if (medium !== undefined && source.is !== 'paper' && source.is !== 'board') return narrowPdf(ctx, source, medium);
  if (source.is !== 'document') {
    const drawn = await drawPaper(ctx, source);
    return drawn.ok ? ok({ pdf: drawn.value.pdf }) : err(reasonOf(drawn.error));
  }
  const stream = `case:${source.caseId}`;
  await ctx.projector.catchUp(stream);
  const row = await ctx.db.cases.get(source.caseId);
  const document = row?.documents.find((known) => known.document === source.document);
  if (document?.pdfSha256 === undefined) return err({ code: 'unknown_document' });
  if (document.voided !== undefined) return err({ code: 'document_voided' });
  const loaded = await ctx.loads.ask(`doc:${document.pdfSha256}`, stream);
  return loaded.ok ? ok({ pdf: loaded.value.blob }) : err(reasonOf(loaded.error));
}

async function narrowPdf(
  ctx: Context,
  source: Parameters<typeof drawNarrow>[1],
  medium: NarrowMedium,
): Promise<Result<Sized, PrintReason>> {
  const drawn = await drawNarrow(ctx, source, medium);
  if (!drawn.ok) return err(reasonOf(drawn.error));
  const { pdf, length, renderer } = drawn.value;
  return ok({ pdf, renderer, media: length === undefined ? medium : stripMedia(length) });
}

/** A strip from a roll of 80 mm as CUPS names its size; the last millimetre begun counts. */
function stripMedia(points: number): string {
  return `Custom.80x${String(Math.ceil((points / 72) * 25.4))}mm`;
}

function reasonOf({ code, subject }: { readonly code: string; readonly subject?: string | undefined }): PrintReason {
  return subject === undefined ? { code } : { code, detail: subject };
}
