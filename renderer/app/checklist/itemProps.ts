import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import type { ChecklistItem } from '#shared/inspection/item.ts';

import type { AnswerPatch, AnswerPatchFrom } from './draftAnswers.ts';

/** What every part of an item's card needs: the item, its answer, and how to change it. */
export type ItemProps<I extends ChecklistItem = ChecklistItem> = {
  readonly item: I;
  /** Names the item on the screen: its code, and the entry where there are several. */
  readonly mark: string;
  readonly entry?: number | undefined;
  readonly answer: ItemAnswer | undefined;
  readonly onChange: (patch: AnswerPatch | AnswerPatchFrom, when: 'now' | 'soon') => void;
  /** What is still missing here, in words; shown after a try to submit. */
  readonly problem: string | undefined;
};
