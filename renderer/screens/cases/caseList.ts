import { recheckOf, type CaseFilter, type CaseRow } from '#renderer/queries/cases.ts';
import type { CaseStage } from '#shared/case/state.ts';

/** What the list of cases is narrowed to: everything, what waits for an officer, or one stage. */
export type ListFilter = { readonly text: string; readonly show: 'all' | 'open' | CaseStage };

/** No narrowing. */
export const ALL_CASES: ListFilter = { text: '', show: 'all' };

/** The part of the filter that the query knows. */
export function textOf(filter: ListFilter): CaseFilter {
  return filter.text.trim() === '' ? {} : { text: filter.text };
}

/** True when an officer has something to do now: no notice yet, not served, re-check due, or returned. */
export function needsWork(row: CaseRow, today: string): boolean {
  if (row.supervision.is === 'returned') return true;
  if (row.stage === 'found' || row.stage === 'notice_issued') return true;
  const recheck = recheckOf(row, today);
  return recheck.is === 'due' || recheck.is === 'overdue';
}

/** True when the filter lets the case through (its text was applied by the query). */
export function isShown(row: CaseRow, filter: ListFilter, today: string): boolean {
  if (filter.show === 'all') return true;
  return filter.show === 'open' ? needsWork(row, today) : row.stage === filter.show;
}

function rank(row: CaseRow, today: string): number {
  if (row.supervision.is === 'returned') return 0;
  const recheck = recheckOf(row, today);
  if (recheck.is === 'overdue') return 1;
  return recheck.is === 'due' ? 2 : 3;
}

/** Order of the list: returned, overdue, due today, then the last found. */
export function byUrgency(today: string): (a: CaseRow, b: CaseRow) => number {
  return (a, b) => rank(a, today) - rank(b, today) || (a.foundAt < b.foundAt ? 1 : -1);
}
