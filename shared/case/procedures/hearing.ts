import { HANDLING } from './investigation.ts';
import type { Transition } from './procedure.ts';
import { decision } from './words.ts';

/**
 * 听证报告, since rules version 7. The law wants the record of the hearing and a decision that rests on it (行政处罚法 §65);
 * a report of the host to the head of the agency is custom [m]: it is offered once a hearing was held, and no step waits for it.
 */
export const REPORT_LINES: readonly Transition[] = [
  decision('hearing.reported', {
    concurrent: true,
    from: ['hearing_review', 'deliberation'],
    requires: [
      { acts: ['hearing.held'], article: '行政处罚法 §64' },
      'by_hearing_host',
      { independent: HANDLING, article: '行政处罚法 §64' },
    ],
    article: '',
  }),
];
