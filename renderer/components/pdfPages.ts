import { getDocument, PDFWorker, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF that is open in a worker of its own; `close` ends that. */
export type OpenPdf = { readonly document: PDFDocumentProxy; readonly close: () => Promise<void> };

/** Opens a PDF. Rejects, with nothing left open, when it is none. */
export async function openPdf(pdf: Blob): Promise<OpenPdf> {
  const port = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url), {
    type: 'module',
    name: 'pdf-view',
  });
  const worker = PDFWorker.create({ port });
  const end = (): void => {
    worker.destroy();
    port.terminate();
  };
  try {
    const data = new Uint8Array(await pdf.arrayBuffer());
    // The app's policy forbids eval, WebAssembly and other origins; fonts are inside the file.
    const document = await getDocument({
      data,
      worker,
      isEvalSupported: false,
      useWasm: false,
      useSystemFonts: false,
      useWorkerFetch: false,
    }).promise;
    const close = async (): Promise<void> => {
      await document.loadingTask.destroy();
      end();
    };
    return { document, close };
  } catch (error) {
    end();
    throw error;
  }
}

/** Draws a page of that width in CSS pixels, sharp at the screen's own resolution. Rejects when the signal ends it. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  width: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = (width / natural.width) * Math.max(1, window.devicePixelRatio);
  const viewport = page.getViewport({ scale });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task: RenderTask = page.render({ canvas, viewport });
  const cancel = (): void => {
    task.cancel();
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    await task.promise;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
  return canvas;
}
