import type { DocumentDefinition } from '../definition.ts';
import { BREACH, FACTS, REASONS, remedyPart } from '../parts.ts';

/** 强制执行决定书, after urging was in vain (行政强制法 §37). */
export const D27: DocumentDefinition = {
  kind: 'D27',
  template: 1,
  title: '强制执行决定书',
  abbreviation: '强',
  remedy: true,
  copies: ['archive', 'party'],
  parts: [
    FACTS,
    BREACH,
    REASONS,
    { heading: '决定', bold: true, text: () => ['经催告逾期仍未履行，又没有正当理由，决定依法强制执行。'] },
    remedyPart('决定书'),
  ],
};
