import type { Remote } from '../remote/remote.ts';

const FIRST_ROWS = 500;
const LEAST_ROWS = 50;
const MOST_ROWS = 2_000;
/** How long one page should take, in milliseconds: long enough to outweigh what each page costs, short enough to be seen. */
const TARGET_MS = 500;

const sizes = new WeakMap<Remote, number>();

/** How many rows the next page of this server asks for. */
export function pageRows(remote: Remote): number {
  return sizes.get(remote) ?? FIRST_ROWS;
}

/** Learns from a page how fast line, server and disk are: the next one is at most twice and at least half as large. */
export function learnPage(remote: Remote, rows: number, tookMs: number): void {
  if (rows < pageRows(remote)) return; // the last page of a database says little
  const fit = (rows * TARGET_MS) / Math.max(1, tookMs);
  set(remote, Math.min(rows * 2, Math.max(rows / 2, fit)));
}

/** A page did not come in time: answers whether a smaller one may be tried. */
export function shrinkPage(remote: Remote): boolean {
  const rows = pageRows(remote);
  set(remote, rows / 4);
  return rows > LEAST_ROWS;
}

function set(remote: Remote, rows: number): void {
  sizes.set(remote, Math.round(Math.min(MOST_ROWS, Math.max(LEAST_ROWS, rows))));
}
