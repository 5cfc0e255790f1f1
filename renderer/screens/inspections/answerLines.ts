import type { InspectionRow } from '#renderer/queries/inspections.ts';
import type { ItemAnswer } from '#shared/events/inspectionEvents.ts';
import { keyOf } from '#shared/inspection/answers.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import type { ChecklistItem } from '#shared/inspection/item.ts';
import { visibleItems } from '#shared/inspection/visible.ts';

/** One line of a submitted inspection; `item` is absent where the checklist is not known here. */
export type AnswerLine = {
  readonly key: string;
  readonly code: string;
  readonly entry: number | undefined;
  readonly item: ChecklistItem | undefined;
  readonly answer: ItemAnswer | undefined;
};

/** Every answer in the order of the checklist; as they were given where the checklist is not known here. */
export function answerLines(
  row: Pick<InspectionRow, 'answers'>,
  checklist: Checklist | undefined,
): readonly AnswerLine[] {
  if (checklist === undefined) {
    return row.answers.map((answer) => {
      return { key: keyOf(answer), code: answer.item, entry: answer.entry, item: undefined, answer };
    });
  }
  const given = new Map(row.answers.map((answer) => [keyOf(answer), answer]));
  return visibleItems(checklist, row.answers).map(({ item, entry }) => {
    const key = keyOf({ item: item.code, entry });
    return { key, code: item.code, entry, item, answer: given.get(key) };
  });
}
