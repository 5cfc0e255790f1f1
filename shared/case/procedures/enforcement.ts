import { AFTER_SERVICE } from './common.ts';
import type { Transition } from './procedure.ts';
import { decision, fact, PAIR } from './words.ts';

const ISSUE = ['two_officers', 'valid_certificates', 'granted_number'] as const;
const SERVE = [...PAIR, 'document_issued', 'witness_or_media'] as const;

/** 催告: an overdue decision is urged before anything is enforced (行政强制法 §35, §54). */
export function urgeLines(from: 'served' | 'reported', what: 'payment' | 'demolition'): readonly Transition[] {
  const due =
    what === 'payment'
      ? (['unpaid', { over: 'pay', article: '行政处罚法 §67' }] as const)
      : (['order_period_over', 'not_demolished'] as const);
  return [
    decision('case.approved:urge', {
      concurrent: true,
      from: [from],
      roles: ['agency_head'],
      requires: [...due, 'no_remedy_pending'],
      article: '行政强制法 §35',
    }),
    decision('document.issued:D25', {
      from: [from],
      requires: [
        ...ISSUE,
        'not_issued_twice',
        { acts: ['case.approved:urge'], article: '行政强制法 §35' },
        ...due,
        'no_remedy_pending',
      ],
      article: '行政强制法 §35',
    }),
    fact('document.served:D25', { from: [from], to: 'urged', requires: SERVE, article: '行政强制法 §38' }),
  ];
}

/** A fine that is not paid: deferral, court or own enforcement (行政处罚法 §66-73, 行政强制法 §46, §53-55). */
export const FINE_LINES: readonly Transition[] = [
  decision('case.approved:defer', {
    concurrent: true,
    from: [...AFTER_SERVICE],
    roles: ['agency_head'],
    requires: ['unpaid'],
    article: '行政处罚法 §66',
  }),
  fact('payment.entered', {
    from: [...AFTER_SERVICE, 'enforced', 'closed'],
    whileSuspended: true,
    requires: ['not_in_future'],
    article: '行政处罚法 §67',
  }),
  ...(['unit', 'bank'] as const).map((to) =>
    fact(`cash.handedIn:${to}`, {
      from: [...AFTER_SERVICE, 'enforced', 'closed'],
      whileSuspended: true,
      requires: ['not_in_future', 'cash_held'],
      article: '行政处罚法 §71',
    }),
  ),
  decision('case.courtApplied', {
    from: ['urged'],
    to: 'court_applied',
    requires: [
      'no_own_enforcement',
      'unpaid',
      'remedy_over',
      'no_remedy_pending',
      { over: 'courtCuigao', article: '行政强制法 §54' },
      { within: 'courtApply', article: '行政强制法 §53' },
    ],
    article: '行政强制法 §53',
  }),
  decision('case.enforcementDecided', {
    from: ['urged'],
    to: 'enforcement_decided',
    requires: [
      'own_enforcement',
      'unpaid',
      'no_remedy_pending',
      { over: 'cuigao', article: '行政强制法 §35' },
      'defence_reviewed',
    ],
    article: '行政强制法 §37',
  }),
  ...paperOfEnforcement(),
  fact('case.enforced', {
    from: ['enforcement_decided', 'court_applied'],
    to: 'enforced',
    requires: [...PAIR, 'by_day', 'on_working_day'],
    article: '行政强制法 §43',
  }),
  decision('case.closed', {
    from: [...AFTER_SERVICE, 'enforced', 'no_penalty'],
    to: 'closed',
    roles: ['officer', 'squad_leader', 'clerk'],
    requires: ['paid_or_ended', 'corrected', 'reported_if_spot', 'measures_ended', 'no_remedy_pending'],
    freezes: ['decision'],
    article: '行政处罚法 §66',
  }),
];

/** 强制执行决定书 (行政强制法 §37-38). */
export function paperOfEnforcement(): readonly Transition[] {
  return [
    decision('document.issued:D27', {
      from: ['enforcement_decided'],
      requires: [...ISSUE, 'not_issued_twice'],
      article: '行政强制法 §37',
    }),
    fact('document.served:D27', { from: ['enforcement_decided'], requires: SERVE, article: '行政强制法 §38' }),
  ];
}
