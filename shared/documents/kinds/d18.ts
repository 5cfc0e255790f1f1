import type { DocumentDefinition } from '../definition.ts';
import { BREACH, FACTS, PROPOSED, rightsPart } from '../parts.ts';

/** 行政处罚听证告知书: as the notice before a penalty, with the right to a hearing (行政处罚法 §63, §64). */
export const D18: DocumentDefinition = {
  kind: 'D18',
  template: 1,
  title: '行政处罚听证告知书',
  abbreviation: '听告',
  penalty: true,
  copies: ['archive', 'party'],
  parts: [FACTS, BREACH, PROPOSED, rightsPart(true)],
};
