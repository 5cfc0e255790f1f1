import { recheckOf, type CaseFilter, type CaseRow } from '#renderer/queries/cases.ts';
import type { CaseStage } from '#shared/case/state.ts';

/** Who looks at the list, and when. */
export type Reader = { readonly org: string | undefined; readonly today: string };

/** What the list of cases is narrowed to: everything, what waits for an officer, or one stage. */
export type ListFilter = { readonly text: string; readonly show: 'all' | 'open' | CaseStage };

/** No narrowing. */
export const ALL_CASES: ListFilter = { text: '', show: 'all' };

/** The part of the filter that the query knows. */
export function textOf(filter: ListFilter): CaseFilter {
  return filter.text.trim() === '' ? {} : { text: filter.text };
}

/**
 * True when an officer has something to do now: no notice yet, not served, re-check due, or returned. A case that was
 * handed over is the work of others.
 */
export function needsWork(row: CaseRow, { org, today }: Reader): boolean {
  if (row.org !== org) return false;
  if (row.supervision.is === 'returned') return true;
  if (row.stage === 'found' || row.stage === 'notice_issued') return true;
  const recheck = recheckOf(row, today);
  return recheck.is === 'due' || recheck.is === 'overdue';
}

/** True when the filter lets the case through (its text was applied by the query). */
export function isShown(row: CaseRow, filter: ListFilter, reader: Reader): boolean {
  if (filter.show === 'all') return true;
  return filter.show === 'open' ? needsWork(row, reader) : row.stage === filter.show;
}

function rank(row: CaseRow, { org, today }: Reader): number {
  if (row.org !== org) return 3;
  if (row.supervision.is === 'returned') return 0;
  const recheck = recheckOf(row, today);
  if (recheck.is === 'overdue') return 1;
  return recheck.is === 'due' ? 2 : 3;
}

/** Order of the list: returned, overdue, due today, then the last found. */
export function byUrgency(reader: Reader): (a: CaseRow, b: CaseRow) => number {
  return (a, b) => rank(a, reader) - rank(b, reader) || (a.foundAt < b.foundAt ? 1 : -1);
}
