import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { ItemAnswer } from '../events/inspectionEvents.ts';
import { aSha } from '../testing/builders.ts';
import { aRichChecklist } from '../testing/richChecklist.ts';

import { keyOf } from './answers.ts';
import { checkInspection } from './check.ts';
import { proposeFindings } from './findings.ts';
import { scoreInspection } from './score.ts';
import { relevantAnswers, visibleItems } from './visible.ts';

const list = aRichChecklist();
const anyAnswer: fc.Arbitrary<ItemAnswer> = fc
  .record({
    item: fc.constantFrom('S1', 'S2', 'S3', 'S4', 'M1', 'M2', 'M3', 'Q1', 'Z9'),
    entry: fc.constantFrom(undefined, undefined, 1, 2, 3, 4),
    answer: fc.constantFrom('pass', 'fail', 'not_applicable', 'not_checked'),
    severity: fc.constantFrom('minor', 'normal', 'severe'),
    fixedOnSite: fc.boolean(),
    value: fc.constantFrom('yes', 'no', '15.5', '3', '2024-01-01', '0..1', ''),
    photos: fc.constantFrom([], [aSha(1)]),
  } as const)
  .map(({ entry, ...answer }) => ({
    ...answer,
    photos: [...answer.photos],
    ...(entry === undefined ? {} : { entry }),
  }));
const anyAnswers = fc.uniqueArray(anyAnswer, { selector: keyOf, maxLength: 25 });

it('hidden answers never count, the score is between nothing and the base, and the order says nothing', () => {
  fc.assert(
    fc.property(anyAnswers, fc.array(fc.nat(), { minLength: 25, maxLength: 25 }), (answers, order) => {
      const score = scoreInspection(list, answers);
      expect(Number.isSafeInteger(score.scoreTenths)).toBe(true);
      expect(score.scoreTenths).toBeGreaterThanOrEqual(0);
      expect(score.scoreTenths).toBeLessThanOrEqual(1000);

      const shown = new Set(visibleItems(list, answers).map(({ item, entry }) => keyOf({ item: item.code, entry })));
      const relevant = relevantAnswers(list, answers);
      expect(relevant.every((answer) => shown.has(keyOf(answer)))).toBe(true);
      expect(scoreInspection(list, relevant)).toEqual(score);
      expect(proposeFindings(list, relevant)).toEqual(proposeFindings(list, answers));
      expect(relevantAnswers(list, relevant)).toEqual(relevant);

      const mixed = answers
        .map((answer, index) => ({ answer, at: order[index] ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ answer }) => answer);
      expect(scoreInspection(list, mixed)).toEqual(score);
      const draft = { checklist: list.id, checklistVersion: 1 };
      const sorted = (given: readonly ItemAnswer[]): readonly string[] =>
        checkInspection(list, { ...draft, answers: given })
          .map((problem) => JSON.stringify(problem))
          .sort();
      expect(sorted(mixed)).toEqual(sorted(answers));
    }),
  );
});
