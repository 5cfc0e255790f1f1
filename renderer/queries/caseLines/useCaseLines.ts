import { useEffect, useState } from 'react';

import { askCases } from '../lines/client.ts';
import { steady } from '../lines/steady.ts';
import type { Told } from '../lines/told.ts';

import type { CaseAnswer, Question } from './question.ts';
import { useReader } from './useReader.ts';

/**
 * The lines of the cases that a question lets through, found in a worker: typing goes on while tens of thousands are looked
 * through. `undefined` while the first answer is under way; the last answer stays until the next one comes.
 */
export function useCaseLines(question: Question): CaseAnswer | undefined {
  const reader = useReader();
  const key = JSON.stringify(question);
  const [told, setTold] = useState<Told<CaseAnswer>>();
  useEffect(
    () =>
      reader === undefined
        ? undefined
        : askCases(reader, JSON.parse(key) as Question, (now) => setTold((before) => withSameLines(before, now))),
    [reader, key],
  );
  if (told !== undefined && 'problem' in told) throw new Error(told.problem);
  return told?.answer;
}

/** As `useCaseLines`, of the person's organisation: a case that was handed over is to be looked at, not worked on. */
export function useOwnCaseLines(question: Question): CaseAnswer | undefined {
  const org = useReader()?.org;
  return useCaseLines(org === undefined ? question : { ...question, org });
}

function withSameLines(before: Told<CaseAnswer> | undefined, now: Told<CaseAnswer>): Told<CaseAnswer> {
  if (before === undefined || 'problem' in before || 'problem' in now) return now;
  return { answer: { ...now.answer, lines: steady(before.answer.lines, now.answer.lines) } };
}
