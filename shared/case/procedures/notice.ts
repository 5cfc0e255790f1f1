import { HANDLING } from './investigation.ts';
import type { Transition } from './procedure.ts';
import { decision, fact, PAIR } from './words.ts';

const ISSUE = ['two_officers', 'valid_certificates', 'granted_number'] as const;
const SERVE = [...PAIR, 'document_issued', 'witness_or_media'] as const;

/** The defence has had its time: the notice was served, its period is over or waived, and what was said was looked at. */
export const HEARD = [
  'notice_served',
  { over: 'stmt', unless: ['statement.waived:statement'], article: '行政处罚法 §44' },
  { over: 'hearingRequest', unless: ['statement.waived:hearing', 'hearing.held'], article: '行政处罚法 §64' },
  'defence_reviewed',
  'hearing_done_if_asked',
  'review_after_hearing',
] as const;

/** Notice before a penalty, statement and hearing (行政处罚法 §44-45, §62-65). */
export const NOTICE_LINES: readonly Transition[] = [
  ...(['D17', 'D18'] as const).flatMap((kind) => [
    decision(`document.issued:${kind}`, {
      from: ['notice_approved', 'notice_issued'],
      to: 'notice_issued',
      requires: [...ISSUE, 'not_issued_twice', 'penalty_given', 'amount_verified', 'of_age', 'hearing_if_threshold'],
      freezes: ['notified'],
      article: '行政处罚法 §44',
    }),
    fact(`document.served:${kind}`, { from: ['notice_issued'], requires: SERVE, article: '行政处罚法 §44' }),
  ]),
  fact('statement.made', {
    from: ['notice_issued', 'hearing', 'deliberation', 'urged'],
    requires: [...PAIR],
    article: '行政处罚法 §45',
  }),
  fact('statement.waived:statement', {
    from: ['notice_issued'],
    requires: [...PAIR, 'notice_served'],
    article: '行政处罚法 §62',
  }),
  fact('statement.waived:hearing', {
    from: ['notice_issued'],
    requires: [...PAIR, 'notice_served'],
    article: '行政处罚法 §64',
  }),
  decision('statement.reviewed', {
    concurrent: true,
    from: ['notice_issued', 'hearing', 'deliberation', 'urged'],
    requires: [{ acts: ['statement.made'], article: '行政处罚法 §45' }],
    article: '行政处罚法 §45',
  }),
  fact('hearing.requested', {
    from: ['notice_issued'],
    requires: [...PAIR, { acts: ['document.served:D18'], article: '行政处罚法 §63' }, 'hearing_asked_in_time'],
    article: '行政处罚法 §64',
  }),
  decision('hearing.called', {
    from: ['notice_issued'],
    to: 'hearing',
    requires: [
      'hearing_asked_or_by_agency',
      'hearing_notice_days',
      { independent: HANDLING, article: '行政处罚法 §64' },
    ],
    article: '行政处罚法 §64',
  }),
  decision('hearing.held', {
    from: ['hearing'],
    to: 'hearing_review',
    requires: ['not_in_future', 'on_day_called', { independent: HANDLING, article: '行政处罚法 §64' }],
    article: '行政处罚法 §64',
  }),
  decision('case.reviewed:pass', {
    from: ['hearing_review'],
    to: 'deliberation',
    requires: [{ independent: HANDLING, article: '行政处罚法 §58' }],
    article: '行政处罚法 §58',
  }),
  decision('case.brought', {
    from: ['notice_issued'],
    to: 'deliberation',
    requires: HEARD,
    article: '行政处罚法 §57',
  }),
  decision('case.approved:notice', {
    from: ['deliberation'],
    to: 'notice_approved',
    roles: ['brigade_leader', 'agency_head'],
    requires: [],
    article: '行政处罚法 §44',
  }),
];

/** Decision or no penalty, and its paper (行政处罚法 §57-61). */
export function decisionLines(paper: 'D22' | 'D24'): readonly Transition[] {
  return [
    fact('case.discussed', {
      from: ['deliberation'],
      requires: ['not_in_future'],
      article: '行政处罚法 §57',
    }),
    decision('case.decided', {
      from: ['deliberation'],
      to: 'decided',
      requires: [
        ...HEARD,
        'penalty_given',
        'amount_verified',
        'fine_as_notified',
        'of_age',
        'discussed_if_grave',
        'no_recusal_open',
      ],
      freezes: ['decision'],
      article: '行政处罚法 §57',
    }),
    decision('case.noPenalty', {
      from: ['passed', 'deliberation'],
      to: 'no_penalty',
      requires: [],
      freezes: ['decision'],
      article: '行政处罚法 §33',
    }),
    decision('document.issued:D23', {
      from: ['no_penalty'],
      requires: [...ISSUE, 'not_issued_twice'],
      article: '行政处罚法 §57',
    }),
    fact('document.served:D23', { from: ['no_penalty'], requires: SERVE, article: '行政处罚法 §61' }),
    decision(`document.issued:${paper}`, {
      from: ['decided'],
      requires: [...ISSUE, 'not_issued_twice', 'penalty_given', 'penalty_as_decided'],
      article: '行政处罚法 §59',
    }),
    fact(`document.served:${paper}`, { from: ['decided'], to: 'served', requires: SERVE, article: '行政处罚法 §61' }),
  ];
}
