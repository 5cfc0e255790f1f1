import type { Answer, ItemAnswer } from '../events/inspectionEvents.ts';

import { isJudged, type ChecklistItem, type Condition, type ItemOf } from './item.ts';

/** An item of a form: its code, and in a repeated section which entry (from 1). */
export type ItemPlace = { readonly item: string; readonly entry?: number | undefined };

/** Names an item of a form: its code, with `#` and the entry in a repeated section. */
export function keyOf({ item, entry }: ItemPlace): string {
  return entry === undefined ? item : `${item}#${String(entry)}`;
}

/** The answers by `keyOf`; of two answers to one item the later one counts. */
export function answersByKey(answers: readonly ItemAnswer[]): ReadonlyMap<string, ItemAnswer> {
  return new Map(answers.map((answer) => [keyOf(answer), answer]));
}

/** An entry of a repeated section in words: 第2处. */
export function entryLabel(noun: string, entry: number): string {
  return `第${String(entry)}${noun}`;
}

/** The number as typed, when it is one with at most that many decimals and nine digits before them. */
export function numberIn(value: string | undefined, decimals = 0): number | undefined {
  const match = /^-?\d{1,9}(?:\.(\d{1,3}))?$/.exec(value ?? '');
  return match === null || (match[1]?.length ?? 0) > decimals ? undefined : Number(value);
}

/** 超限: true when there is a number and it is outside of what is in order. */
export function isOutOfNormal(item: ItemOf<'number'>, value: string | undefined): boolean {
  const number = numberIn(value, item.decimals);
  if (number === undefined || item.normal === undefined) return false;
  return number < (item.normal.min ?? number) || number > (item.normal.max ?? number);
}

/** The answer as it counts: a number with matters is judged by its limits, whatever was said. */
export function judged(item: ChecklistItem, answer: ItemAnswer): Answer {
  if (item.kind !== 'number' || !isJudged(item)) return answer.answer;
  if (numberIn(answer.value, item.decimals) === undefined) return 'not_checked';
  return isOutOfNormal(item, answer.value) ? 'fail' : 'pass';
}

/** The answer with what is said of failures only where it is one. */
export function asJudged(item: ChecklistItem, answer: ItemAnswer): ItemAnswer {
  if (item.kind !== 'number' || !isJudged(item)) return answer;
  const { severity, fixedOnSite, ...rest } = answer;
  const result = judged(item, answer);
  if (result !== 'fail') return { ...rest, answer: result };
  return { ...rest, answer: result, severity: severity ?? 'normal', ...(fixedOnSite === true ? { fixedOnSite } : {}) };
}

/** True when the answer to that item is what the condition asks for. */
export function holds(condition: Condition, item: ChecklistItem, answer: ItemAnswer): boolean {
  if (condition.when === 'answer') return condition.isOneOf.includes(judged(item, answer));
  if (condition.when === 'value') return answer.value !== undefined && condition.isOneOf.includes(answer.value);
  const number = numberIn(answer.value, 3);
  if (number === undefined) return false;
  return number >= (condition.atLeast ?? number) && (condition.below === undefined || number < condition.below);
}

/**
 * True when the item is answered: a choice was made, something was typed or photographed, a place was taken or a name was
 * drawn. Where a place or a signature could not be had, the reason is the answer (`not_checked` with a note).
 */
export function isAnswered(item: ChecklistItem, answer: ItemAnswer | undefined): boolean {
  if (answer === undefined) return false;
  const isGiven = (answer.value ?? '').trim() !== '';
  switch (item.kind) {
    case 'check':
      return true;
    case 'photo':
      return answer.photos.length > 0;
    case 'location':
      return answer.position !== undefined || isExcused(answer);
    case 'signature':
      return (isGiven && answer.photos.length > 0) || isExcused(answer);
    default:
      return isGiven;
  }
}

/** 无法定位, 拒绝签名: the reason that stands where nothing could be had. */
export function isExcused(answer: ItemAnswer): boolean {
  return answer.answer === 'not_checked' && (answer.note ?? '').trim() !== '';
}
