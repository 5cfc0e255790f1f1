import type { InspectionDraft } from '#renderer/data/client.ts';
import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import type { ChecklistItem } from '#shared/inspection/checklist.ts';

/** What one edit may change of an answer; `undefined` takes the member away. */
export type AnswerPatch = { readonly [K in keyof Omit<ItemAnswer, 'item'>]?: ItemAnswer[K] | undefined };

/** The answer to an item as the draft has it. */
export function answerTo(answers: readonly ItemAnswer[], item: string): ItemAnswer | undefined {
  return answers.find((answer) => answer.item === item);
}

/**
 * The draft with one answer changed. A failure gets the middle severity until the officer chooses; what belongs to a
 * failure only (severity, fixed on the spot) goes when the answer is no failure any more, notes and photos stay.
 */
export function withAnswer(draft: InspectionDraft, item: string, patch: AnswerPatch): InspectionDraft {
  const before = answerTo(draft.answers, item) ?? { item, answer: 'not_checked', photos: [] };
  const merged: Record<string, unknown> = { ...before, ...patch };
  if (merged['answer'] === 'fail') merged['severity'] ??= 'normal';
  else for (const key of ['severity', 'fixedOnSite']) merged[key] = undefined;
  const after = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as ItemAnswer;
  const known = draft.answers.some((answer) => answer.item === item);
  const answers = known
    ? draft.answers.map((answer) => (answer.item === item ? after : answer))
    : [...draft.answers, after];
  return { ...draft, answers };
}

/** True when the item is answered for the progress count: a choice was made, a value typed, a photo taken. */
export function isAnswered(item: ChecklistItem, answer: ItemAnswer | undefined): boolean {
  if (answer === undefined) return false;
  if (item.kind === 'check') return true;
  if (item.kind === 'photo') return answer.photos.length > 0;
  return (answer.value ?? '').trim() !== '';
}

/** Every photo of the draft once, with what it shows, as the submission names them. */
export function photosOf(
  answers: readonly ItemAnswer[],
): { readonly sha256: string; readonly purpose: 'detail'; readonly item: string }[] {
  const seen = new Map<string, { sha256: string; purpose: 'detail'; item: string }>();
  for (const answer of answers) {
    for (const sha256 of answer.photos) {
      if (!seen.has(sha256)) seen.set(sha256, { sha256, purpose: 'detail', item: answer.item });
    }
  }
  return [...seen.values()];
}
