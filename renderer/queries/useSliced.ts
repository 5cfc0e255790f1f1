import { useEffect, useState } from 'react';

/** Work between two frames, in milliseconds: typing and scrolling go on. */
const SLICE_MS = 8;
/** What may be done at once, before anything is shown: few rows never make the list flicker. */
const AT_ONCE_MS = 40;

type Done = { readonly about: unknown; readonly isDone: boolean };

/**
 * Does something with each row, a slice at a time, and says whether it is done with all. `about`: what the answers hold
 * for; when it changes the work begins anew and the answer is false again. New rows of the same question are worked off
 * while the answer stays: what keeps its answers finds those it knows.
 */
export function useSliced<Row>(rows: readonly Row[], work: (row: Row) => void, about: unknown): boolean {
  const [done, setDone] = useState<Done>({ about, isDone: false });
  useEffect(() => {
    let at = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const slice = (mostMs: number): void => {
      const untilMs = performance.now() + mostMs;
      for (; at < rows.length && performance.now() < untilMs; at += 1) {
        const row = rows[at];
        if (row !== undefined) work(row);
      }
      if (at < rows.length) timer = setTimeout(slice, 0, SLICE_MS);
      else setDone({ about, isDone: true });
    };
    slice(AT_ONCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [rows, work, about]);
  return done.isDone && done.about === about;
}
