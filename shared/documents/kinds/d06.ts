import type { DocumentDefinition } from '../definition.ts';
import { linesOf } from '../form.ts';
import { BREACH, FACTS, remedyPart } from '../parts.ts';

/** 责令停止违法行为通知书: to stop at once (城乡规划法 §68 for structures). */
export const D06: DocumentDefinition = {
  kind: 'D06',
  template: 1,
  title: '责令停止违法行为通知书',
  abbreviation: '停',
  remedy: true,
  copies: ['archive', 'party', 'stub'],
  parts: [
    FACTS,
    BREACH,
    { heading: '要求', bold: true, text: ({ text }) => ['请自收到本通知书时起立即停止上述行为。', ...linesOf(text)] },
    remedyPart('通知书'),
  ],
};
