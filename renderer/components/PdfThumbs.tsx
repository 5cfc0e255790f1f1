import { useEffect, useRef, useState, type ReactElement } from 'react';

import classes from './PdfThumbs.module.css';
import { drawPage, openPdf, type OpenPdf } from './pdfPages.ts';

/** Width of a page in CSS pixels: a heading can be read, and a glove hits it. */
const WIDTH = 132;

type Props = {
  readonly pdf: Blob;
  readonly label: string;
  readonly pageLabel: (page: number) => string;
  readonly errorText: string;
  /** The pages that are chosen. */
  readonly chosen: ReadonlySet<number>;
  readonly onToggle: (page: number) => void;
  /** How many pages there are, once that is known. */
  readonly onCount: (count: number) => void;
};

/** The pages of a PDF in small, each a button that chooses it. A page is drawn when it comes into view. */
export function PdfThumbs({ pdf, label, pageLabel, errorText, chosen, onToggle, onCount }: Props): ReactElement {
  const [state, setState] = useState<{ readonly pdf: Blob; readonly open?: OpenPdf }>();
  const tell = useRef(onCount);
  useEffect(() => {
    tell.current = onCount;
  }, [onCount]);

  useEffect(() => {
    let isWanted = true;
    const opening = openPdf(pdf);
    opening.then(
      (open) => {
        if (!isWanted) return;
        setState({ pdf, open });
        tell.current(open.document.numPages);
      },
      () => {
        if (isWanted) setState({ pdf });
      },
    );
    return () => {
      isWanted = false;
      opening.then(
        (open) => open.close(),
        () => undefined, // told above
      );
    };
  }, [pdf]);

  if (state?.pdf !== pdf) return <div className={classes['strip']} aria-busy />;
  const { open } = state;
  if (open === undefined) return <p role="alert">{errorText}</p>;
  const pages = Array.from({ length: open.document.numPages }, (_, at) => at + 1);
  return (
    <div role="group" aria-label={label} className={classes['strip']}>
      {pages.map((page) => (
        <button
          key={page}
          type="button"
          className={classes['page']}
          aria-label={pageLabel(page)}
          aria-pressed={chosen.has(page)}
          onClick={() => onToggle(page)}
        >
          <Sheet open={open} page={page} />
          <span className={classes['number']}>{page}</span>
        </button>
      ))}
    </div>
  );
}

function Sheet({ open, page }: { readonly open: OpenPdf; readonly page: number }): ReactElement {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const place = box.current;
    if (place === null) return undefined;
    const stop = new AbortController();
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      drawPage(open.document, page, WIDTH, stop.signal).then(
        (canvas) => {
          if (!stop.signal.aborted) place.replaceChildren(canvas);
        },
        () => undefined, // the empty sheet stays; the page can be chosen all the same
      );
    });
    seen.observe(place);
    return () => {
      seen.disconnect();
      stop.abort();
    };
  }, [open, page]);
  return <span ref={box} className={classes['sheet']} aria-hidden />;
}
