import { CORRECTION } from './correction.ts';
import type { Procedure } from './procedure.ts';

/**
 * 责令改正 for shops, rules version 2: as version 1, and the organisation that has the case can hand it over to another
 * one, at any stage and beside the procedure: it goes on there where it stood (行政处罚法 §25).
 */
export const CORRECTION_WITH_HANDOVER: Procedure = {
  name: 'correction',
  transitions: [
    ...CORRECTION.transitions,
    {
      step: 'handOver',
      event: 'case.handedOver',
      kind: 'decision',
      beside: true,
      from: 'any',
      requires: ['another_org'],
      article: '行政处罚法 §25',
    },
  ],
};
