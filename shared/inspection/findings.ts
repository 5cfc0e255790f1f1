import type { Finding } from '../events/caseEvents.ts';
import type { ItemAnswer } from '../events/inspectionEvents.ts';
import { cleanText } from '../kernel/text.ts';

import type { Checklist, CheckItem } from './checklist.ts';
import { answersByItem, visibleItems } from './visible.ts';

const SEVERITY_WORDS = { minor: '轻微', normal: '一般', severe: '严重' } as const;
const LONGEST_DESCRIPTION = 500;

/**
 * What a case could be opened for: one finding for each visible failed item that is linked to a matter, with the first
 * linked matter, the officer's note as description (else the item's text) and its photos. The officer decides.
 */
export function proposeFindings(checklist: Checklist, answers: readonly ItemAnswer[]): readonly Finding[] {
  const given = answersByItem(answers);
  return visibleItems(checklist, answers).flatMap(({ item }): Finding[] => {
    const answer = given.get(item.code);
    if (item.kind !== 'check' || answer?.answer !== 'fail') return [];
    const matter = item.matters[0];
    if (matter === undefined) return [];
    return [{ item: item.code, matter, description: describe(item, answer), photos: [...answer.photos] }];
  });
}

function describe(item: CheckItem, answer: ItemAnswer): string {
  const note = (answer.note ?? '').trim();
  const text = note === '' ? `“${item.text}”不合格（${SEVERITY_WORDS[answer.severity ?? 'normal']}）` : note;
  return cleanText(text.slice(0, LONGEST_DESCRIPTION));
}
