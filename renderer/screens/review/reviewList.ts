import type { Question } from '#renderer/queries/caseLines/question.ts';
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
export function queryOf(filter: ReviewFilter): Omit<Question, 'most'> {
  return {
    ...(filter.text.trim() === '' ? {} : { text: filter.text }),
    ...(filter.state === 'all' ? {} : { supervision: filter.state }),
    ...(filter.org === '' ? {} : { org: filter.org }),
  };
}
