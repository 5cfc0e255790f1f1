import type { Procedure } from './procedure.ts';

const PAIR = ['two_officers', 'valid_certificates'] as const;

/**
 * 责令改正 for shops, rules version 1: found → fixed on site | notice issued → served → fixed | not fixed. An order to
 * correct is no penalty (行政处罚法 §28); leaving a slight breach that was put right at once without one rests on §33.
 */
export const CORRECTION: Procedure = {
  name: 'correction',
  transitions: [
    {
      step: 'openCase',
      event: 'case.found',
      kind: 'fact',
      from: 'none',
      to: 'found',
      requires: PAIR,
      article: '行政处罚法 §54',
    },
    { step: 'addPhoto', event: 'photo.added', kind: 'fact', from: 'any', requires: [], article: '行政处罚法 §47' },
    {
      step: 'fixOnSite',
      event: 'case.fixedOnSite',
      kind: 'fact',
      from: ['found'],
      to: 'fixed_on_site',
      requires: PAIR,
      article: '行政处罚法 §33',
    },
    { step: 'issueNotice', event: 'number.granted', kind: 'fact', from: 'any', requires: [], article: '' },
    {
      step: 'issueNotice',
      event: 'document.issued',
      kind: 'decision',
      from: ['found'],
      to: 'notice_issued',
      requires: [...PAIR, 'verified_citation', 'granted_number', 'deadline_after_notice'],
      article: '行政处罚法 §28',
    },
    { step: 'voidNumber', event: 'number.voided', kind: 'fact', from: 'any', requires: [], article: '' },
    {
      step: 'serveNotice',
      event: 'document.served',
      kind: 'fact',
      from: ['notice_issued'],
      to: 'notice_served',
      requires: [...PAIR, 'notice_issued', 'witness_or_media'],
      article: '民事诉讼法 §87',
    },
    {
      step: 'recheck',
      event: 'case.rechecked',
      kind: 'fact',
      tag: 'fixed',
      from: ['notice_served', 'not_fixed'],
      to: 'fixed',
      requires: [...PAIR, 'after_service'],
      article: '行政处罚法 §28',
    },
    {
      step: 'recheck',
      event: 'case.rechecked',
      kind: 'fact',
      tag: 'not_fixed',
      from: ['notice_served', 'not_fixed'],
      to: 'not_fixed',
      requires: [...PAIR, 'after_service', 'period_over'],
      article: '行政处罚法 §28',
    },
    {
      step: 'supervise',
      event: 'supervision.returned',
      kind: 'decision',
      beside: true,
      from: 'any',
      requires: [],
      article: '行政处罚法 §75',
    },
    {
      step: 'supervise',
      event: 'supervision.accepted',
      kind: 'decision',
      beside: true,
      from: 'any',
      requires: [],
      article: '行政处罚法 §75',
    },
  ],
};
