import type { Transition } from './procedure.ts';
import { decision, fact, PAIR } from './words.ts';

/** Stages of a file in which a decision has not been made yet. */
export const BEFORE_DECISION = [
  'clue',
  'verifying',
  'filed',
  'investigating',
  'identified',
  'investigated',
  'legal_review',
  'passed',
  'notice_approved',
  'notice_issued',
  'hearing',
  'hearing_review',
  'deliberation',
] as const;

/** Stages of a file under investigation. */
export const INVESTIGATING = ['filed', 'investigating', 'identified'] as const;

/** Stages in which a decision that was served is performed or enforced. */
export const AFTER_SERVICE = [
  'served',
  'spot_delivered',
  'reported',
  'urged',
  'enforcement_decided',
  'court_applied',
] as const;

const DECIDED = ['decided', ...AFTER_SERVICE, 'demolished', 'enforced', 'no_penalty', 'closed'] as const;

/** What stands beside every procedure of a file: photos, numbers, hand-over, supervision, recusal, ruling on forks. */
export const BESIDE: readonly Transition[] = [
  fact('photo.added', { from: 'any', requires: [], article: '行政处罚法 §47' }),
  fact('number.granted', { from: 'any', requires: [], article: '' }),
  fact('number.voided', { from: 'any', requires: [], article: '' }),
  decision('case.handedOver', { beside: true, from: 'any', requires: ['another_org'], article: '行政处罚法 §25' }),
  decision('supervision.returned', { beside: true, from: 'any', requires: [], article: '行政处罚法 §75' }),
  decision('supervision.accepted', { beside: true, from: 'any', requires: [], article: '行政处罚法 §75' }),
  fact('recusal.requested', { from: 'any', requires: [], article: '行政处罚法 §43' }),
  decision('recusal.decided', {
    beside: true,
    concurrent: true,
    from: 'any',
    requires: [{ acts: ['recusal.requested'], article: '行政处罚法 §43' }],
    article: '行政处罚法 §43',
  }),
  decision('fork.ruled', {
    beside: true,
    concurrent: true,
    from: 'any',
    requires: ['fork_open'],
    article: '行政处罚法 §57',
  }),
];

/** 公开 of the decision, at any time after it was made (行政处罚法 §48). */
export const PUBLISHING: readonly Transition[] = [
  fact('case.published', {
    from: ['decided', 'spot_issued', ...AFTER_SERVICE, 'gov_ordered', 'demolished', 'accepted', 'enforced', 'closed'],
    whileSuspended: true,
    requires: [],
    article: '行政处罚法 §48',
  }),
];

/** What can be recorded of a party's remedies, and how a file stops, goes on or ends. */
export const INTERRUPTIONS: readonly Transition[] = [
  fact('remedy.filed', {
    from: [...DECIDED],
    whileSuspended: true,
    requires: ['not_in_future'],
    article: '行政复议法 §20',
  }),
  fact('remedy.ended', {
    from: [...DECIDED],
    whileSuspended: true,
    requires: ['not_in_future', { acts: ['remedy.filed'], article: '行政复议法 §20' }],
    article: '行政复议法 §20',
  }),
  decision('case.suspended', { from: [...BEFORE_DECISION, ...AFTER_SERVICE], requires: [], article: '行政强制法 §39' }),
  decision('case.resumed', {
    from: [...BEFORE_DECISION, ...AFTER_SERVICE],
    whileSuspended: true,
    requires: [{ acts: ['case.suspended'], article: '行政强制法 §39' }],
    article: '行政强制法 §39',
  }),
  decision('case.terminated', {
    from: [...BEFORE_DECISION, 'decided', ...AFTER_SERVICE],
    to: 'terminated',
    whileSuspended: true,
    requires: [],
    freezes: ['all'],
    article: '行政强制法 §40',
  }),
  decision('case.transferred', {
    from: [...BEFORE_DECISION],
    to: 'transferred',
    whileSuspended: true,
    requires: [],
    freezes: ['all'],
    article: '行政处罚法 §27',
  }),
  decision('case.revoked', {
    from: [...DECIDED],
    to: 'revoked',
    whileSuspended: true,
    requires: [],
    article: '行政处罚法 §75',
  }),
  decision('case.approved:extend', {
    concurrent: true,
    from: [...BEFORE_DECISION],
    roles: ['agency_head'],
    requires: [],
    article: '行政处罚法 §60',
  }),
];

/** 先行登记保存, 查封, 扣押 beside an investigation (行政处罚法 §56, 行政强制法 §16-28). */
export const MEASURE_LINES: readonly Transition[] = [
  decision('case.approved:measure', {
    concurrent: true,
    from: [...INVESTIGATING],
    roles: ['agency_head'],
    requires: [],
    article: '行政强制法 §18',
  }),
  fact('measure.taken:register', {
    from: [...INVESTIGATING],
    requires: [...PAIR, 'approved_or_urgent'],
    article: '行政处罚法 §56',
  }),
  fact('measure.taken:seizure', {
    from: [...INVESTIGATING],
    requires: [...PAIR, 'basis_for_measure', 'approved_or_urgent'],
    article: '行政强制法 §24',
  }),
  fact('measure.taken:seal', {
    from: [...INVESTIGATING],
    requires: [...PAIR, 'basis_for_measure', 'approved_or_urgent'],
    article: '行政强制法 §24',
  }),
  decision('measure.extended', {
    concurrent: true,
    from: [...BEFORE_DECISION],
    requires: [
      { acts: ['measure.taken:seizure', 'measure.taken:seal'], article: '行政强制法 §25' },
      { within: 'seizure', article: '行政强制法 §25' },
    ],
    article: '行政强制法 §25',
  }),
  fact('measure.ended', {
    from: 'any',
    whileSuspended: true,
    requires: [
      ...PAIR,
      {
        acts: ['measure.taken:register', 'measure.taken:seizure', 'measure.taken:seal', 'measure.taken:site_seal'],
        article: '行政强制法 §27',
      },
    ],
    article: '行政强制法 §27',
  }),
];

/** How every file ends. */
export const ENDING: readonly Transition[] = [
  decision('case.archived', {
    from: ['closed', 'not_filed', 'terminated', 'transferred', 'revoked', 'converted'],
    to: 'archived',
    roles: ['clerk'],
    requires: ['not_returned'],
    freezes: ['all'],
    article: '行政处罚法 §47',
  }),
];
