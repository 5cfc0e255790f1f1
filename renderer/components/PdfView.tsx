import { getDocument, PDFWorker, type PDFDocumentProxy, type RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState, type CSSProperties, type ReactElement } from 'react';

/** `label` names the document for a screen reader; the texts are shown while it opens and when it cannot be shown. */
type PdfViewProps = {
  readonly pdf: Blob;
  readonly label: string;
  readonly loadingText: string;
  readonly errorText: string;
};

const FRAME: CSSProperties = { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 12, width: '100%' };
const SHEET: CSSProperties = {
  width: '100%',
  height: 'auto',
  background: 'white',
  boxShadow: '0 1px 6px rgba(0, 0, 0, 0.25)',
};
/** Sheets are drawn for at most this width in CSS pixels: larger ones would only cost memory. */
const MAX_WIDTH = 900;

/** Shows every page of a PDF as a picture, sharp at the screen's own resolution. */
export function PdfView({ pdf, label, loadingText, errorText }: PdfViewProps): ReactElement {
  const sheets = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<{ readonly pdf: Blob; readonly is: 'shown' | 'failed' }>();
  const state = outcome?.pdf === pdf ? outcome.is : 'loading';

  useEffect(() => {
    const box = sheets.current;
    if (box === null) return undefined;
    const stop = new AbortController();
    const end = (is: 'shown' | 'failed'): void => {
      if (!stop.signal.aborted) setOutcome({ pdf, is });
    };
    box.replaceChildren(); // the pages of another document must not stand under this one's name
    showPages(pdf, box, label, stop.signal).then(
      () => {
        end('shown');
      },
      () => {
        end('failed');
      },
    );
    return () => {
      stop.abort();
    };
  }, [pdf, label]);

  return (
    <div
      role="document"
      aria-label={label}
      aria-busy={state === 'loading'}
      style={{ ...FRAME, maxWidth: MAX_WIDTH, margin: '0 auto' }}
    >
      {state === 'loading' && <p role="status">{loadingText}</p>}
      {state === 'failed' && <p role="alert">{errorText}</p>}
      <div ref={sheets} style={FRAME} />
    </div>
  );
}

async function showPages(pdf: Blob, box: HTMLElement, label: string, signal: AbortSignal): Promise<void> {
  const port = new Worker(new URL('pdfjs-dist/legacy/build/pdf.worker.mjs', import.meta.url), {
    type: 'module',
    name: 'pdf-view',
  });
  const worker = PDFWorker.create({ port });
  const stopped = (): boolean => signal.aborted;
  let open: PDFDocumentProxy | undefined;
  try {
    const data = new Uint8Array(await pdf.arrayBuffer());
    if (stopped()) return;
    // The app's policy forbids eval, WebAssembly and other origins; fonts are inside the file.
    open = await getDocument({
      data,
      worker,
      isEvalSupported: false,
      useWasm: false,
      useSystemFonts: false,
      useWorkerFetch: false,
    }).promise;
    const pages: HTMLCanvasElement[] = [];
    for (let number = 1; number <= open.numPages && !stopped(); number += 1) {
      const canvas = await drawPage(open, number, box.clientWidth, signal);
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', `${label} ${String(number)}/${String(open.numPages)}`);
      Object.assign(canvas.style, SHEET);
      pages.push(canvas);
    }
    if (!stopped()) box.replaceChildren(...pages);
  } finally {
    await open?.loadingTask.destroy();
    worker.destroy();
    port.terminate();
  }
}

async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  width: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = (Math.min(width || MAX_WIDTH, MAX_WIDTH) / natural.width) * Math.max(1, window.devicePixelRatio);
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
