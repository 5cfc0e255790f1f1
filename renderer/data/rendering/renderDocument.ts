import type { DrawnPaper } from '../protocol.ts';

import type { BindJob } from './bind.ts';
import { WITH_FONTS, type FontFilesByFace } from './fontFiles.ts';
import { createPool, type Pool, type PoolWorker } from './pool.ts';
import { poolWorker } from './poolWorker.ts';
import type { PrintJob, Rendered } from './render.ts';

export type { Rendered } from './render.ts';

/** Two documents at once at most: each worker holds both fonts (30 MB). */
const WORKERS = 2;
/** The first document of a worker reads the fonts; a slow tablet needs seconds for that, nothing needs a minute. */
const DEADLINE_MS = 60_000;

let own: FontFilesByFace = {};
let pool: Pool<PrintJob | BindJob, Rendered> | undefined;

/**
 * Renders a printed model to a PDF in a worker of its own. The same model and code give the same bytes. Rejects when the worker
 * cannot start, breaks, or takes longer than a minute; the next call starts anew. Many may be asked for at once: two
 * are worked on, the others wait. `signal`: a waiting document is dropped, the one being made is
 * ended, and both reject with the signal's reason.
 */
export function renderDocument(job: PrintJob, signal?: AbortSignal): Promise<Rendered> {
  return work(job, signal);
}

/** Starts a worker that reads fonts and code (a second of a slow machine), before the first document is asked for. */
export function prepareRendering(): void {
  poolHere().prepare();
}

/** Binds PDFs into one in such a worker. The same parts give the same bytes. Rejects as `renderDocument`. */
export function bindDocuments(job: BindJob): Promise<Rendered> {
  return work(job);
}

/** The same as screens show it. */
export async function drawDocument(job: PrintJob): Promise<DrawnPaper> {
  const { pdf, ...rest } = await renderDocument(job);
  return { pdf: pdfBlob(pdf), ...rest };
}

/** The bytes of a PDF as a file. */
export function pdfBlob(pdf: Uint8Array): Blob {
  return new Blob([pdf as BlobPart], { type: 'application/pdf' });
}

function work(job: PrintJob | BindJob, signal?: AbortSignal): Promise<Rendered> {
  return poolHere().run(job, signal);
}

function poolHere(): Pool<PrintJob | BindJob, Rendered> {
  pool ??= createPool<PrintJob | BindJob, Rendered>(startWorker, WORKERS, DEADLINE_MS);
  return pool;
}

/** From now on documents are set in these fonts of the bureau, as far as they go. */
export function setInFonts(fonts: FontFilesByFace): void {
  if (Object.keys(own).length + Object.keys(fonts).length === 0) return;
  pool?.close();
  pool = undefined;
  own = fonts;
}

function startWorker(): PoolWorker {
  const hasOwn = Object.keys(own).length > 0;
  const name = hasOwn ? WITH_FONTS : 'pdf';
  const worker = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module', name });
  if (hasOwn) worker.postMessage({ own });
  return poolWorker(worker);
}
