import { AFTER_SERVICE, BEFORE_DECISION, INVESTIGATING } from './common.ts';
import type { Need } from './need.ts';
import type { Transition } from './procedure.ts';
import { decision, fact, PAIR } from './words.ts';

const ISSUE = ['two_officers', 'valid_certificates', 'granted_number'] as const;
const SERVE = [...PAIR, 'document_issued', 'witness_or_media'] as const;

type Line = Pick<Transition, 'article' | 'concurrent'> & {
  readonly from: Exclude<Transition['from'], string>;
  readonly requires: readonly Need[];
  /** Stages it may be handed over in; absent for what goes to another agency. */
  readonly serve?: Exclude<Transition['from'], string>;
};

/** A document under a number and its service. */
function paper(kind: `D${number}`, { from, requires, article, concurrent, serve }: Line): readonly Transition[] {
  const beside = concurrent === undefined ? {} : { concurrent };
  return [
    decision(`document.issued:${kind}`, { ...beside, from, requires: [...ISSUE, ...requires], article }),
    ...(serve === undefined ? [] : [fact(`document.served:${kind}`, { from: serve, requires: SERVE, article })]),
  ];
}

const HELD = ['found', 'stop_ordered', ...BEFORE_DECISION] as const;
const RELEASING = [
  ...HELD,
  ...['decided', ...AFTER_SERVICE, 'gov_ordered', 'demolished', 'accepted', 'enforced', 'no_penalty'],
  ...['transferred', 'terminated', 'revoked'],
] as Line['from'];

/** 先行登记保存, 查封, 扣押: the paper is handed over on the spot, and what became of the things is told in writing. */
const MEASURE_DOCUMENTS: readonly Transition[] = [
  ...paper('D09', {
    concurrent: true,
    from: HELD,
    serve: HELD,
    requires: [
      'measure_without_paper',
      { acts: ['case.approved:measure'], code: 'measure_not_approved', article: '行政处罚法 §56' },
    ],
    article: '行政处罚法 §56',
  }),
  ...paper('D10', {
    concurrent: true,
    from: RELEASING,
    serve: RELEASING,
    requires: ['measure_without_paper', 'handled_in_time'],
    article: '行政处罚法 §56',
  }),
  ...paper('D11', {
    concurrent: true,
    from: HELD,
    serve: HELD,
    requires: ['measure_without_paper', 'measure_has_basis', 'measure_approved'],
    article: '行政强制法 §24',
  }),
  ...paper('D12', {
    concurrent: true,
    from: RELEASING,
    serve: RELEASING,
    requires: ['measure_without_paper'],
    article: '行政强制法 §28',
  }),
];

/** 调查（询问）通知书 and 案件移送函. */
const CASE_DOCUMENTS: readonly Transition[] = [
  ...paper('D04', {
    concurrent: true,
    from: INVESTIGATING,
    serve: INVESTIGATING,
    requires: [],
    article: '行政处罚法 §55',
  }),
  ...paper('D34', {
    from: ['transferred'],
    requires: ['not_issued_twice', { acts: ['case.transferred'], article: '行政处罚法 §27' }],
    article: '行政处罚法 §27',
  }),
];

/** 听证通知书, seven working days before (行政处罚法 §64). */
const HEARING_DOCUMENT = paper('D19', {
  concurrent: true,
  from: ['hearing'],
  serve: ['hearing'],
  requires: ['not_issued_twice', 'hearing_still_ahead'],
  article: '行政处罚法 §64',
});

/** 罚款缴款通知书 and 延期（分期）缴纳罚款通知书. */
const PAYMENT_DOCUMENTS: readonly Transition[] = [
  ...paper('D33', {
    concurrent: true,
    from: AFTER_SERVICE,
    serve: AFTER_SERVICE,
    requires: ['not_issued_twice', 'unpaid', 'penalty_given', 'penalty_as_decided'],
    article: '行政处罚法 §67',
  }),
  ...paper('D32', {
    concurrent: true,
    from: AFTER_SERVICE,
    serve: AFTER_SERVICE,
    requires: ['not_issued_twice', { acts: ['case.approved:defer'], article: '行政处罚法 §66' }, 'unpaid'],
    article: '行政处罚法 §66',
  }),
];

/** 强制执行申请书: urged, and within the three months (行政强制法 §53-55). */
const COURT_DOCUMENT = paper('D28', {
  from: ['court_applied'],
  requires: [
    'not_issued_twice',
    { acts: ['document.served:D25'], article: '行政强制法 §54' },
    { within: 'courtApply', article: '行政强制法 §53' },
    'unpaid',
    'no_remedy_pending',
  ],
  article: '行政强制法 §55',
});

/** 代履行决定书, after urging was in vain, and days before the work (行政强制法 §50, §51). */
const SUBSTITUTE_DOCUMENT = paper('D29', {
  from: ['urged', 'enforcement_decided', 'court_applied'],
  serve: ['urged', 'enforcement_decided', 'court_applied'],
  requires: [
    'not_issued_twice',
    { acts: ['document.served:D25'], article: '行政强制法 §50' },
    { over: 'cuigao', article: '行政强制法 §35' },
    'defence_reviewed',
    'not_performed',
    'substitute_later',
    'by_day',
    'on_working_day',
  ],
  article: '行政强制法 §51',
});

/** Documents that each procedure got with rules version 4. */
export const DOCUMENT_LINES = {
  ordinary: [
    ...CASE_DOCUMENTS,
    ...MEASURE_DOCUMENTS,
    ...HEARING_DOCUMENT,
    ...PAYMENT_DOCUMENTS,
    ...COURT_DOCUMENT,
    ...SUBSTITUTE_DOCUMENT,
  ],
  spot: [...PAYMENT_DOCUMENTS, ...COURT_DOCUMENT],
  structure: [...CASE_DOCUMENTS, ...MEASURE_DOCUMENTS, ...HEARING_DOCUMENT],
} as const satisfies Readonly<Record<string, readonly Transition[]>>;
