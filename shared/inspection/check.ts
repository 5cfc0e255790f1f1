import type { ItemAnswer } from '../events/inspectionEvents.ts';

import type { Checklist, ChecklistItem } from './checklist.ts';
import { allItems, answersByItem, visibleItems } from './visible.ts';

/** Why an inspection cannot be submitted yet. */
export type ProblemCode =
  | 'wrong_checklist'
  | 'unknown_item'
  | 'answered_twice'
  | 'unanswered'
  | 'photo_missing'
  | 'not_a_number'
  | 'out_of_range'
  | 'not_an_option'
  | 'too_long'
  | 'nothing_checked';

/** One thing to put right; `item` names the item unless the whole form is meant. */
export type Problem = { readonly code: ProblemCode; readonly item?: string };

/** What is checked: the answers and the checklist they say they belong to. */
export type CheckedDraft = {
  readonly checklist: string;
  readonly checklistVersion: number;
  readonly answers: readonly ItemAnswer[];
};

/**
 * Everything that stands against submitting, in the order of the items; empty when nothing does. Answers to hidden items
 * are no problem: `relevantAnswers` leaves them out. 未检查 is an answer, but at least one item must be passed or failed.
 */
export function checkInspection(checklist: Checklist, draft: CheckedDraft): readonly Problem[] {
  if (draft.checklist !== checklist.id || draft.checklistVersion !== checklist.version)
    return [{ code: 'wrong_checklist' }];
  const given = answersByItem(draft.answers);
  const visible = visibleItems(checklist, draft.answers);
  const problems = [...strayAnswers(checklist, draft.answers)];
  for (const { item } of visible) problems.push(...itemProblems(item, given.get(item.code)));
  const judged = visible.some(({ item }) => item.kind === 'check' && isJudged(given.get(item.code)));
  if (!judged) problems.push({ code: 'nothing_checked' });
  return problems;
}

function isJudged(answer: ItemAnswer | undefined): boolean {
  return answer?.answer === 'pass' || answer?.answer === 'fail';
}

function strayAnswers(checklist: Checklist, answers: readonly ItemAnswer[]): Problem[] {
  const known = new Set(allItems(checklist).map(({ item }) => item.code));
  const seen = new Set<string>();
  return answers.flatMap(({ item }): Problem[] => {
    const twice = seen.has(item);
    seen.add(item);
    if (!known.has(item)) return [{ code: 'unknown_item', item }];
    return twice ? [{ code: 'answered_twice', item }] : [];
  });
}

function itemProblems(item: ChecklistItem, answer: ItemAnswer | undefined): Problem[] {
  const code = problemOf(item, answer);
  return code === undefined ? [] : [{ code, item: item.code }];
}

function problemOf(item: ChecklistItem, answer: ItemAnswer | undefined): ProblemCode | undefined {
  const value = answer?.value ?? '';
  const photos = answer?.photos.length ?? 0;
  switch (item.kind) {
    case 'check':
      if (answer === undefined) return item.seasonal === true ? undefined : 'unanswered';
      return answer.answer === 'fail' && item.photoRequiredWhenFailed && photos === 0 ? 'photo_missing' : undefined;
    case 'photo':
      return item.required && photos === 0 ? 'photo_missing' : undefined;
    case 'choice':
    case 'number':
    case 'text':
      if (value === '') return item.optional === true ? undefined : 'unanswered';
      return valueProblem(item, value);
  }
}

function valueProblem(
  item: Extract<ChecklistItem, { kind: 'choice' | 'number' | 'text' }>,
  value: string,
): ProblemCode | undefined {
  if (item.kind === 'choice')
    return item.options.some((option) => option.value === value) ? undefined : 'not_an_option';
  if (item.kind === 'text') return value.length > item.maxLength ? 'too_long' : undefined;
  if (!/^-?\d{1,9}$/.test(value)) return 'not_a_number';
  const number = Number(value);
  return number < (item.min ?? number) || number > (item.max ?? number) ? 'out_of_range' : undefined;
}
