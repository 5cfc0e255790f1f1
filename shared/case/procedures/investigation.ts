import { INVESTIGATING } from './common.ts';
import type { ActKey } from './names.ts';
import type { Transition } from './procedure.ts';
import { decision, fact, PAIR } from './words.ts';

/** Acts of those who handle a file; who reviews it or hosts its hearing took part in none of them. */
export const HANDLING = [
  'record.made:site',
  'record.made:inquiry',
  'record.made:inquiry_refused',
  'party.identified',
  'case.investigated',
] as const satisfies readonly ActKey[];

/** Records that a pair of officers takes while it investigates (行政处罚法 §54-55), and orders to stop or correct. */
export const RECORD_LINES: readonly Transition[] = [
  fact('record.made:site', {
    from: [...INVESTIGATING],
    to: 'investigating',
    requires: PAIR,
    article: '行政处罚法 §55',
  }),
  fact('record.made:inquiry', { from: [...INVESTIGATING], requires: PAIR, article: '行政处罚法 §55' }),
  fact('record.made:inquiry_refused', { from: [...INVESTIGATING], requires: PAIR, article: '行政处罚法 §55' }),
  fact('party.identified', { from: [...INVESTIGATING], requires: PAIR, article: '行政处罚法 §40' }),
  ...(['D06', 'D07'] as const).flatMap((kind) => [
    decision(`document.issued:${kind}`, {
      concurrent: true,
      from: [...INVESTIGATING],
      requires: ['two_officers', 'valid_certificates', 'granted_number'],
      article: '行政处罚法 §28',
    }),
    fact(`document.served:${kind}`, {
      from: 'any',
      requires: [...PAIR, 'document_issued', 'witness_or_media'],
      article: '民事诉讼法 §87',
    }),
  ]),
  ...(['fixed', 'not_fixed'] as const).map((tag) =>
    fact(`case.rechecked:${tag}`, {
      from: 'any',
      requires: [
        ...PAIR,
        {
          acts: ['document.served:D07', 'document.served:D06', 'document.served:D22', 'document.served:D21'],
          article: '行政处罚法 §28',
        },
      ],
      article: '行政处罚法 §28',
    }),
  ),
];

/** From the end of the investigation to the notice before a penalty (行政处罚法 §54-58, §44). */
export const REVIEW_LINES: readonly Transition[] = [
  decision('case.investigated', {
    from: ['investigating', 'identified'],
    to: 'investigated',
    requires: [
      'two_officers',
      'valid_certificates',
      { acts: ['record.made:site'], article: '行政处罚法 §54' },
      { acts: ['party.identified'], article: '行政处罚法 §40' },
      { acts: ['record.made:inquiry', 'record.made:inquiry_refused'], article: '行政处罚法 §55' },
      { acts: ['photo.added'], article: '行政处罚法 §47' },
    ],
    freezes: ['evidence'],
    article: '行政处罚法 §54',
  }),
  decision('case.submitted', {
    from: ['investigated'],
    to: 'legal_review',
    roles: ['squad_leader'],
    requires: [],
    article: '行政处罚法 §57',
  }),
  decision('case.reviewed:return', {
    from: ['legal_review', 'hearing_review'],
    to: 'investigating',
    requires: [{ independent: HANDLING, article: '行政处罚法 §58' }],
    article: '行政处罚法 §58',
  }),
  decision('case.reviewed:pass', {
    from: ['legal_review'],
    to: 'passed',
    requires: [{ independent: HANDLING, article: '行政处罚法 §58' }],
    article: '行政处罚法 §58',
  }),
  decision('case.approved:notice', {
    from: ['passed'],
    to: 'notice_approved',
    roles: ['brigade_leader', 'agency_head'],
    requires: [],
    article: '行政处罚法 §44',
  }),
];
