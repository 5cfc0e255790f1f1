import type { CaseRow } from '#renderer/data/tables.ts';

import { store, useLive } from '../store.ts';

import { ALL_LINES, type Question } from './question.ts';
import { useCaseLines } from './useCaseLines.ts';

/**
 * Everything in the cases that a question lets through, last found first; `undefined` while loading. For what only whole cases
 * tell, and questions that few cases answer: a case is ten times as large as its line.
 */
export function useCaseRows(question: Omit<Question, 'most'>): readonly CaseRow[] | undefined {
  const ids = useCaseLines({ ...question, most: ALL_LINES })?.lines.map(({ id }) => id);
  return useLive(
    async () => (ids === undefined ? undefined : (await store.cases.bulkGet(ids)).filter((row) => row !== undefined)),
    [ids?.join(' ')],
  );
}
