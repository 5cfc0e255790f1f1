import type { DocumentDefinition } from '../definition.ts';
import { BREACH, FACTS, performancePart, REASONS, remedyPart } from '../parts.ts';

/** 行政处罚决定书, with the six things that 行政处罚法 §59 asks for. */
export const D22: DocumentDefinition = {
  kind: 'D22',
  template: 1,
  title: '行政处罚决定书',
  abbreviation: '罚决',
  penalty: true,
  remedy: true,
  copies: ['archive', 'party', 'reserve'],
  parts: [
    FACTS,
    BREACH,
    REASONS,
    { heading: '处罚决定', bold: true, text: ({ imposed }) => [`责令改正上述行为，并给予：${imposed}。`] },
    performancePart('请按本决定履行。'),
    remedyPart('决定书'),
  ],
};
