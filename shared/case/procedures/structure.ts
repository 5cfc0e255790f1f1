import { BEFORE_DECISION, BESIDE, ENDING, INTERRUPTIONS, MEASURE_LINES, PUBLISHING } from './common.ts';
import { paperOfEnforcement, urgeLines } from './enforcement.ts';
import { RECORD_LINES, REVIEW_LINES } from './investigation.ts';
import { decisionLines, NOTICE_LINES } from './notice.ts';
import { FILING } from './ordinary.ts';
import type { Procedure } from './procedure.ts';
import { decision, fact, PAIR } from './words.ts';

const EARLY = ['found', 'stop_ordered', 'filed', 'investigating'] as const;
const STANDING = [
  ...EARLY,
  ...BEFORE_DECISION,
  'decided',
  'served',
  'urged',
  'enforcement_decided',
  'gov_ordered',
] as const;
const ISSUE = ['two_officers', 'valid_certificates', 'granted_number'] as const;
const SERVE = [...PAIR, 'document_issued', 'witness_or_media'] as const;
const LAWFUL_HOURS = ['by_day', 'on_working_day', 'remedy_over', 'no_remedy_pending'] as const;

/** 违法建设 (城乡规划法 §40-68, 行政强制法 §44): stop → file → identify → decide → urge and announce → demolish → accept. */
export const STRUCTURE: Procedure = {
  name: 'structure',
  transitions: [
    fact('case.opened:structure', {
      from: 'none',
      to: 'found',
      requires: ['not_in_future'],
      freezes: ['filing'],
      article: '城乡规划法 §53',
    }),
    decision('document.issued:D06', {
      from: ['found'],
      requires: [...ISSUE, 'not_issued_twice'],
      article: '城乡规划法 §64',
    }),
    fact('document.served:D06', { from: ['found'], to: 'stop_ordered', requires: SERVE, article: '城乡规划法 §64' }),
    fact('structure.measured', { from: [...EARLY, 'identified'], requires: PAIR, article: '行政处罚法 §54' }),
    fact('government.ordered:site_seal', { from: [...EARLY], requires: [], article: '城乡规划法 §68' }),
    fact('measure.taken:site_seal', {
      from: ['stop_ordered', 'filed', 'investigating'],
      requires: [
        ...PAIR,
        { acts: ['document.served:D06'], article: '城乡规划法 §64' },
        { acts: ['government.ordered:site_seal'], article: '城乡规划法 §68' },
      ],
      article: '城乡规划法 §68',
    }),
    decision('case.filed', {
      from: ['found', 'stop_ordered'],
      to: 'filed',
      requires: FILING,
      freezes: ['filing'],
      article: '行政处罚法 §54',
    }),
    fact('structure.identified', {
      from: ['filed', 'investigating'],
      to: 'identified',
      requires: [{ acts: ['structure.measured'], article: '行政处罚法 §54' }],
      article: '城乡规划法 §64',
    }),
    ...RECORD_LINES,
    ...MEASURE_LINES,
    ...REVIEW_LINES.map((line) =>
      line.event === 'case.investigated'
        ? {
            ...line,
            from: ['identified', 'investigating'] as const,
            requires: [
              ...line.requires,
              { acts: ['structure.measured'] as const, article: '行政处罚法 §54' },
              { acts: ['structure.identified'] as const, article: '城乡规划法 §64' },
            ],
          }
        : line,
    ),
    ...NOTICE_LINES,
    ...decisionLines('D24'),
    ...urgeLines('served', 'demolition'),
    decision('document.issued:D26', {
      concurrent: true,
      from: ['served', 'urged'],
      requires: [...ISSUE, 'not_issued_twice', 'order_period_over', 'not_demolished'],
      article: '行政强制法 §44',
    }),
    fact('document.posted:D26', {
      from: ['served', 'urged'],
      requires: [...PAIR, 'document_issued'],
      article: '行政强制法 §44',
    }),
    decision('case.enforcementDecided', {
      from: ['urged'],
      to: 'enforcement_decided',
      requires: [
        { acts: ['document.posted:D26'], article: '行政强制法 §44' },
        { over: 'cuigao', article: '行政强制法 §35' },
        'defence_reviewed',
        'not_demolished',
        'remedy_over',
        'no_remedy_pending',
      ],
      article: '行政强制法 §37',
    }),
    ...paperOfEnforcement(),
    fact('government.ordered:demolition', {
      from: ['enforcement_decided'],
      to: 'gov_ordered',
      requires: [{ acts: ['document.served:D27'], article: '行政强制法 §38' }],
      article: '城乡规划法 §68',
    }),
    decision('demolition.scheduled', {
      from: ['gov_ordered'],
      requires: LAWFUL_HOURS,
      article: '行政强制法 §43',
    }),
    ...(['self', 'assisted'] as const).map((mode) =>
      fact(`structure.demolished:${mode}`, {
        from: [...STANDING],
        to: 'demolished',
        movesFlagged: true,
        requires: PAIR,
        article: '行政强制法 §44',
      }),
    ),
    fact('structure.demolished:forced', {
      from: ['gov_ordered'],
      to: 'demolished',
      movesFlagged: true,
      requires: [...PAIR, { acts: ['demolition.scheduled'], article: '行政强制法 §37' }, ...LAWFUL_HOURS],
      article: '行政强制法 §44',
    }),
    decision('structure.accepted', {
      from: ['demolished'],
      to: 'accepted',
      requires: [],
      article: '行政处罚法 §28',
    }),
    decision('case.closed', {
      from: ['accepted', 'no_penalty'],
      to: 'closed',
      roles: ['officer', 'squad_leader', 'clerk'],
      requires: ['measures_ended', 'no_remedy_pending'],
      freezes: ['decision'],
      article: '行政处罚法 §66',
    }),
    ...PUBLISHING,
    ...INTERRUPTIONS,
    ...ENDING,
    ...BESIDE,
  ],
};
