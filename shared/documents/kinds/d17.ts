import type { DocumentDefinition } from '../definition.ts';
import { BREACH, FACTS, PROPOSED, rightsPart } from '../parts.ts';

/** 行政处罚事先告知书: what is meant to be imposed, and what the party may say (行政处罚法 §44, §45). */
export const D17: DocumentDefinition = {
  kind: 'D17',
  template: 1,
  title: '行政处罚事先告知书',
  abbreviation: '罚告',
  penalty: true,
  copies: ['archive', 'party'],
  parts: [FACTS, BREACH, PROPOSED, rightsPart(false)],
};
