import { BESIDE, ENDING, INTERRUPTIONS, PUBLISHING } from './common.ts';
import { FINE_LINES, urgeLines } from './enforcement.ts';
import type { Procedure } from './procedure.ts';
import { decision, fact, PAIR } from './words.ts';

/** 简易程序 (行政处罚法 §51-53): found → told and heard → decision with a number handed over at once → reported → paid. */
export const SPOT: Procedure = {
  name: 'spot',
  transitions: [
    fact('case.opened:spot', {
      from: 'none',
      to: 'spot_draft',
      roles: ['officer', 'squad_leader'],
      requires: [...PAIR, 'matter_simple'],
      freezes: ['filing'],
      article: '行政处罚法 §51',
    }),
    fact('party.identified', { from: ['spot_draft'], requires: PAIR, article: '行政处罚法 §40' }),
    fact('case.told', { from: ['spot_draft'], requires: PAIR, article: '行政处罚法 §44' }),
    decision('document.issued:D21', {
      from: ['spot_draft', 'spot_issued'],
      to: 'spot_issued',
      requires: [
        'not_issued_twice',
        'two_officers',
        'valid_certificates',
        'granted_number',
        'matter_simple',
        'party_known',
        { acts: ['case.told'], article: '行政处罚法 §44' },
        'no_new_facts',
        'penalty_given',
        'amount_verified',
        'fine_within_spot_limit',
        'of_age',
      ],
      freezes: ['decision'],
      article: '行政处罚法 §52',
    }),
    fact('document.served:D21', {
      from: ['spot_issued'],
      to: 'spot_delivered',
      requires: [...PAIR, 'document_issued', 'witness_or_media', 'same_day'],
      article: '行政处罚法 §52',
    }),
    decision('case.acknowledged', {
      from: ['spot_delivered'],
      to: 'reported',
      roles: ['squad_leader'],
      requires: [],
      article: '行政处罚法 §52',
    }),
    decision('case.converted', {
      from: ['spot_draft', 'spot_issued'],
      to: 'converted',
      requires: [],
      freezes: ['all'],
      article: '行政处罚法 §54',
    }),
    ...(['fixed', 'not_fixed'] as const).map((tag) =>
      fact(`case.rechecked:${tag}`, {
        from: 'any',
        requires: [...PAIR, { acts: ['document.served:D21'], article: '行政处罚法 §28' }],
        article: '行政处罚法 §28',
      }),
    ),
    ...urgeLines('reported', 'payment'),
    ...FINE_LINES,
    ...PUBLISHING,
    ...INTERRUPTIONS,
    ...ENDING,
    ...BESIDE,
  ],
};
