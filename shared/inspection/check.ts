import type { ItemAnswer } from '../events/inspectionEvents.ts';
import { isDate } from '../kernel/days.ts';

import { answersByKey, isAnswered, judged, keyOf, numberIn, type ItemPlace } from './answers.ts';
import type { Checklist } from './checklist.ts';
import { isJudged, type ChecklistItem, type ItemOf } from './item.ts';
import { placesOf, visibleItems } from './visible.ts';

/** Why an inspection cannot be submitted yet. */
export type ProblemCode =
  | 'wrong_checklist'
  | 'unknown_item'
  | 'answered_twice'
  | 'unanswered'
  | 'photo_missing'
  | 'signature_missing'
  | 'not_a_number'
  | 'not_a_date'
  | 'out_of_range'
  | 'not_an_option'
  | 'too_long'
  | 'nothing_checked';

/** One thing to put right; `item` (and `entry`) name the item unless the whole form is meant. */
export type Problem = { readonly code: ProblemCode; readonly item?: string; readonly entry?: number };

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
  const given = answersByKey(draft.answers);
  const visible = visibleItems(checklist, draft.answers);
  const problems = [...strayAnswers(checklist, draft.answers)];
  let isAnyJudged = false;
  for (const { item, entry } of visible) {
    const answer = given.get(keyOf({ item: item.code, entry }));
    const code = problemOf(item, answer);
    if (code !== undefined) problems.push({ code, ...placed({ item: item.code, entry }) });
    isAnyJudged ||= isJudged(item) && answer !== undefined && ['pass', 'fail'].includes(judged(item, answer));
  }
  if (!isAnyJudged) problems.push({ code: 'nothing_checked' });
  return problems;
}

function placed({ item, entry }: ItemPlace): { readonly item: string; readonly entry?: number } {
  return entry === undefined ? { item } : { item, entry };
}

function strayAnswers(checklist: Checklist, answers: readonly ItemAnswer[]): Problem[] {
  const known = new Set(placesOf(checklist, answers).map(({ item, entry }) => keyOf({ item: item.code, entry })));
  const seen = new Set<string>();
  return answers.flatMap((answer): Problem[] => {
    const key = keyOf(answer);
    const twice = seen.has(key);
    seen.add(key);
    if (!known.has(key)) return [{ code: 'unknown_item', ...placed(answer) }];
    return twice ? [{ code: 'answered_twice', ...placed(answer) }] : [];
  });
}

function problemOf(item: ChecklistItem, answer: ItemAnswer | undefined): ProblemCode | undefined {
  switch (item.kind) {
    case 'check':
      if (answer === undefined) return item.seasonal === true ? undefined : 'unanswered';
      return isPhotoMissing(answer, item.photoRequiredWhenFailed) ? 'photo_missing' : undefined;
    case 'photo':
      return item.required && !isAnswered(item, answer) ? 'photo_missing' : undefined;
    case 'signature':
      if (isAnswered(item, answer)) return undefined;
      if ((answer?.value ?? '') !== '') return 'signature_missing';
      return item.optional === true && answer?.photos.length !== 1 ? undefined : 'unanswered';
    case 'location':
      return isAnswered(item, answer) || item.optional === true ? undefined : 'unanswered';
    default:
      if (answer === undefined || (answer.value ?? '') === '') return item.optional === true ? undefined : 'unanswered';
      return valueProblem(item, answer);
  }
}

function isPhotoMissing(answer: ItemAnswer, isRequired: boolean): boolean {
  return answer.answer === 'fail' && isRequired && answer.photos.length === 0;
}

function valueProblem(
  item: ItemOf<'choice' | 'number' | 'text' | 'date'>,
  answer: ItemAnswer,
): ProblemCode | undefined {
  const value = answer.value ?? '';
  switch (item.kind) {
    case 'choice':
      return item.options.some((option) => option.value === value) ? undefined : 'not_an_option';
    case 'text':
      return value.length > item.maxLength ? 'too_long' : undefined;
    case 'date':
      return isDate(value) ? undefined : 'not_a_date';
    case 'number': {
      const number = numberIn(value, item.decimals);
      if (number === undefined) return 'not_a_number';
      if (number < (item.min ?? number) || number > (item.max ?? number)) return 'out_of_range';
      const failed = { ...answer, answer: judged(item, answer) };
      return isPhotoMissing(failed, item.photoRequiredWhenFailed === true) ? 'photo_missing' : undefined;
    }
  }
}
