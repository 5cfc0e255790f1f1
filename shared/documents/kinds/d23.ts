import type { DocumentDefinition } from '../definition.ts';
import { BREACH, FACTS, REASONS, remedyPart } from '../parts.ts';

/** 不予行政处罚决定书: no penalty, and the party is taught instead (行政处罚法 §33, §57). */
export const D23: DocumentDefinition = {
  kind: 'D23',
  template: 1,
  title: '不予行政处罚决定书',
  abbreviation: '不罚',
  remedy: true,
  copies: ['archive', 'party'],
  parts: [
    FACTS,
    BREACH,
    REASONS,
    { heading: '决定', bold: true, text: () => ['决定不予行政处罚，并对你（单位）进行教育。'] },
    remedyPart('决定书'),
  ],
};
