import type { InspectionDraft } from '#renderer/data/client.ts';
import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import { keyOf, type ItemPlace } from '#shared/inspection/answers.ts';
import type { Checklist, Section } from '#shared/inspection/checklist.ts';
import { allItems } from '#shared/inspection/visible.ts';

/** What one edit may change of an answer; `undefined` takes the member away. */
export type AnswerPatch = { readonly [K in keyof Omit<ItemAnswer, 'item' | 'entry'>]?: ItemAnswer[K] | undefined };

/** A change that depends on what the answer is by then. */
export type AnswerPatchFrom = (before: ItemAnswer | undefined) => AnswerPatch;

/** The answer to an item as the draft has it. */
export function answerTo(answers: readonly ItemAnswer[], place: ItemPlace): ItemAnswer | undefined {
  return answers.find((answer) => keyOf(answer) === keyOf(place));
}

/**
 * The draft with one answer changed. A failure gets the middle severity until the officer chooses; what belongs to a
 * failure only (severity, fixed on the spot) goes when the answer is no failure any more, notes and photos stay.
 */
export function withAnswer(draft: InspectionDraft, place: ItemPlace, patch: AnswerPatch): InspectionDraft {
  const { item, entry } = place;
  const fresh: ItemAnswer = { item, ...(entry === undefined ? {} : { entry }), answer: 'not_checked', photos: [] };
  const before = answerTo(draft.answers, place);
  const merged: Record<string, unknown> = { ...(before ?? fresh), ...patch };
  if (merged['answer'] === 'fail') merged['severity'] ??= 'normal';
  else for (const key of ['severity', 'fixedOnSite']) merged[key] = undefined;
  const after = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as ItemAnswer;
  const answers =
    before === undefined
      ? [...draft.answers, after]
      : draft.answers.map((answer) => (answer === before ? after : answer));
  return { ...draft, answers };
}

/** True when something was said about that entry. */
export function hasEntry(answers: readonly ItemAnswer[], section: Section, entry: number): boolean {
  return answers.some((answer) => answer.entry === entry && section.items.some(({ code }) => code === answer.item));
}

/** The draft without one entry of a repeated section; the later ones move up. */
export function withoutEntry(draft: InspectionDraft, section: Section, entry: number): InspectionDraft {
  const codes = new Set(section.items.map(({ code }) => code));
  const answers = draft.answers.flatMap((answer): ItemAnswer[] => {
    const at = answer.entry;
    if (at === undefined || !codes.has(answer.item) || at < entry) return [answer];
    return at === entry ? [] : [{ ...answer, entry: at - 1 }];
  });
  return { ...draft, answers };
}

/** What an inspection says of a photo: what it is in the file, and the item it belongs to. */
export type NamedPhoto = {
  readonly sha256: string;
  readonly purpose: 'detail' | 'before' | 'after' | 'other';
  readonly item: string;
};

/** Every photo of the draft once, with what it shows, as the submission names them. */
export function photosOf(checklist: Checklist, answers: readonly ItemAnswer[]): NamedPhoto[] {
  const items = new Map(allItems(checklist).map(({ item }) => [item.code, item]));
  const seen = new Map<string, NamedPhoto>();
  for (const answer of answers) {
    const item = items.get(answer.item);
    const moment = item?.kind === 'photo' ? (item.moment ?? 'detail') : 'detail';
    const purpose = item?.kind === 'signature' ? 'other' : moment;
    for (const sha256 of answer.photos) {
      if (!seen.has(sha256)) seen.set(sha256, { sha256, purpose, item: answer.item });
    }
  }
  return [...seen.values()];
}
