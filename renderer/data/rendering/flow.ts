import { moved, type Mark, type Row } from './marks.ts';

/** The marks of one page, in points from the top left corner of the text area, and how far down they reach. */
export type SetPage = { readonly marks: readonly Mark[]; readonly used: number };

/**
 * Puts rows on pages of a height. Rows that must stay together move to the next page together; only a run that no page
 * could hold is cut, between its rows. `last` is set at the foot of the last page, or of a page of its own.
 */
export function flow(rows: readonly Row[], last: readonly Row[], height: number): SetPage[] {
  const pages: { marks: Mark[]; used: number }[] = [{ marks: [], used: 0 }];
  const page = (): { marks: Mark[]; used: number } => pages.at(-1) ?? { marks: [], used: 0 };
  const place = (row: Row, top: number): void => {
    page().marks.push(...row.marks.map((mark) => moved(mark, 0, top)));
    page().used = top + row.height;
  };
  const turn = (): void => {
    if (page().used > 0) pages.push({ marks: [], used: 0 });
  };
  for (const run of runsOf(rows)) {
    if (page().used + heightOf(run) > height + 0.01) turn();
    for (const row of run) {
      if (page().used + row.height > height + 0.01) turn();
      if (page().used === 0 && row.marks.length === 0) continue; // no gap at the head of a page
      if (page().used === 0 && row.head !== undefined) place(row.head, 0);
      place(row, page().used);
    }
  }
  if (last.length > 0) {
    const foot = heightOf(last);
    if (page().used + foot > height + 0.01) turn();
    let top = page().used > 0 ? height - foot : 0;
    for (const row of last) {
      place(row, top);
      top += row.height;
    }
  }
  return pages;
}

/** Total height of rows. */
export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
}

function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let run: Row[] = [];
  for (const row of rows) {
    run.push(row);
    if (!row.keep) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}
