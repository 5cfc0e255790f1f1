import type { CaseFilter, CaseRow } from '#renderer/queries/cases.ts';
import type { SupervisionState } from '#shared/case/state.ts';

/** What the brigade's list is narrowed to. */
export type ReviewFilter = {
  readonly text: string;
  readonly state: 'all' | SupervisionState['is'];
  readonly org: string;
};

/** No narrowing. */
export const EVERYTHING: ReviewFilter = { text: '', state: 'all', org: '' };

/** The filter as the query takes it. */
export function queryOf(filter: ReviewFilter): CaseFilter {
  return {
    ...(filter.text.trim() === '' ? {} : { text: filter.text }),
    ...(filter.state === 'all' ? {} : { supervision: filter.state }),
    ...(filter.org === '' ? {} : { org: filter.org }),
  };
}

/** The organisations that have cases here, each once. */
export function orgsOf(rows: readonly CaseRow[]): readonly string[] {
  return [...new Set(rows.map((row) => row.org))].sort();
}
