import type { Finding } from '../events/caseEvents.ts';
import type { ItemAnswer } from '../events/inspectionEvents.ts';
import { cleanText } from '../kernel/text.ts';

import { answersByKey, asJudged, entryLabel, keyOf } from './answers.ts';
import type { Checklist } from './checklist.ts';
import { mattersOf, type ChecklistItem } from './item.ts';
import { visibleItems } from './visible.ts';

const SEVERITY_WORDS = { minor: '轻微', normal: '一般', severe: '严重' } as const;
const LONGEST_DESCRIPTION = 500;

/**
 * What a case could be opened for: one finding for each visible failed item that is linked to a matter, with the first
 * linked matter, the officer's note as description (else the item's text) and its photos; of a repeated section one for each
 * entry, which the description names. `only`: just the item of that name (`keyOf`). The officer decides.
 */
export function proposeFindings(
  checklist: Checklist,
  answers: readonly ItemAnswer[],
  only?: string,
): readonly Finding[] {
  const given = answersByKey(answers);
  const nouns = new Map(checklist.sections.map(({ id, repeat }) => [id, repeat?.noun ?? '']));
  return visibleItems(checklist, answers).flatMap(({ section, item, entry }): Finding[] => {
    const key = keyOf({ item: item.code, entry });
    const said = given.get(key);
    const [matter] = mattersOf(item);
    if (said === undefined || matter === undefined || (only !== undefined && only !== key)) return [];
    const answer = asJudged(item, said);
    if (answer.answer !== 'fail') return [];
    const where = entry === undefined ? '' : `${entryLabel(nouns.get(section) ?? '', entry)}：`;
    return [{ item: item.code, matter, description: describe(item, answer, where), photos: [...answer.photos] }];
  });
}

function describe(item: ChecklistItem, answer: ItemAnswer, where: string): string {
  const note = (answer.note ?? '').trim();
  const severity = SEVERITY_WORDS[answer.severity ?? 'normal'];
  const measured = item.kind === 'number' ? `为${answer.value ?? ''}${item.unit}，超出正常范围` : '不合格';
  const text = note === '' ? `“${item.text}”${measured}（${severity}）` : note;
  return cleanText(`${where}${text}`.slice(0, LONGEST_DESCRIPTION));
}
