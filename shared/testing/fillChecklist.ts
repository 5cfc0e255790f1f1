import type { ItemAnswer } from '../events/inspectionEvents.ts';
import { keyOf, type ItemPlace } from '../inspection/answers.ts';
import type { Checklist } from '../inspection/checklist.ts';
import type { ChecklistItem, ItemOf } from '../inspection/item.ts';
import { visibleItems } from '../inspection/visible.ts';

import { aSha } from './builders.ts';

/** What is answered otherwise than in order: by `keyOf`. */
export type Wishes = Readonly<Record<string, Partial<ItemAnswer>>>;

/**
 * A complete form: every visible item answered by its kind, in order, with what opens by that as well. Everything is in
 * order, unless a wish says otherwise.
 */
export function fillChecklist(checklist: Checklist, wishes: Wishes = {}): readonly ItemAnswer[] {
  const answers: ItemAnswer[] = [];
  for (;;) {
    const given = new Set(answers.map(keyOf));
    const open = visibleItems(checklist, answers).find(
      ({ item, entry }) => !given.has(keyOf({ item: item.code, entry })),
    );
    if (open === undefined) return answers;
    const place: ItemPlace = { item: open.item.code, entry: open.entry };
    answers.push({ ...answerOf(open.item, open.entry), ...wishes[keyOf(place)] });
  }
}

function answerOf(item: ChecklistItem, entry: number | undefined): ItemAnswer {
  const base: ItemAnswer = {
    item: item.code,
    ...(entry === undefined ? {} : { entry }),
    answer: 'pass',
    photos: [],
  };
  switch (item.kind) {
    case 'check':
      return base;
    case 'photo':
      return { ...base, photos: [aSha(7)] };
    case 'choice':
      return { ...base, value: item.options[0]?.value ?? '' };
    case 'number':
      return { ...base, value: numberFor(item) };
    case 'text':
      return { ...base, value: '记录'.slice(0, item.maxLength) };
    case 'date':
      return { ...base, value: '2024-03-05' };
    case 'location':
      return {
        ...base,
        position: { lonE7: 1_150_387_000, latE7: 302_209_000, crs: 'WGS84', source: 'manual' },
      };
    case 'signature':
      return { ...base, value: '示例签名人', photos: [aSha(8)] };
  }
}

/** A number that can be and is in order. */
function numberFor({ min, max, normal, decimals = 0 }: ItemOf<'number'>): string {
  const number = normal?.min ?? normal?.max ?? min ?? Math.min(1, max ?? 1);
  return number.toFixed(decimals);
}
