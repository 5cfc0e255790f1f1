import { useEffect, useRef, useState, type CSSProperties, type ReactElement } from 'react';

import { drawPage, openPdf, type OpenPdf } from './pdfPages.ts';

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
  const stopped = (): boolean => signal.aborted;
  let open: OpenPdf | undefined;
  try {
    open = await openPdf(pdf);
    const { document } = open;
    const width = Math.min(box.clientWidth || MAX_WIDTH, MAX_WIDTH);
    const pages: HTMLCanvasElement[] = [];
    for (let number = 1; number <= document.numPages && !stopped(); number += 1) {
      const canvas = await drawPage(document, number, width, signal);
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', `${label} ${String(number)}/${String(document.numPages)}`);
      Object.assign(canvas.style, SHEET);
      pages.push(canvas);
    }
    if (!stopped()) box.replaceChildren(...pages);
  } finally {
    await open?.close();
  }
}
