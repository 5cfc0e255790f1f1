import { IN, LAW, type LawRow } from '../row.ts';

const { urp, car, ad, o34, arl, adl, adi } = LAW;
const FORCED = 'goes by urging, announcement and both remedy periods to accepted demolition';
const MATTERS = 'scripts/generate/matters.test.ts';

/** Planning, city appearance, advertisements, powers of 城管, and the party's remedies. */
export const FIELD: readonly LawRow[] = [
  {
    topic: 'Planning: stop, identify, order (违法建设)',
    articles: urp(40, 44, 53, 64),
    acts: ['case.opened:structure', 'document.issued:D06', 'structure.identified', 'case.investigated'],
    tests: [[IN.procedures, FORCED]],
    later: 'Five to ten per cent of the cost: the range is data of the matter.',
  },
  {
    topic: 'Planning: villages and temporary buildings (乡村、临时建设)',
    articles: urp(65, 66),
    omitted:
      'The letter of the planning authority records area and 临时; that the township has the power is data (赋权清单): the example leaves WJ-06 out.',
  },
  {
    topic: 'Planning: the government orders sealing and demolition (责成)',
    articles: urp(68),
    acts: ['government.ordered:site_seal', 'measure.taken:site_seal', 'government.ordered:demolition'],
    tests: [[IN.procedures, FORCED]],
  },
  {
    topic: 'Planning discretion (规划行政处罚裁量权)',
    articles: ['住房和城乡建设部关于规范城乡规划行政处罚裁量权的指导意见'],
    omitted: 'Tiers of five and ten per cent: defaults of the matter, with the tier helper.',
  },
  {
    topic: 'Courts and planning demolition (法院不受理规划强拆申请)',
    articles: ['法释〔2013〕5号'],
    code: [['shared/case/procedures/structure.ts', 'STRUCTURE']],
    tests: [[IN.beside, 'an order to demolish has no way to the court']],
  },
  {
    topic: 'City appearance: duties and orders (市容环境卫生)',
    articles: car(10, 11, 12, 13, 14, 15, 16, 17, 34, 35, 36),
    code: [['shared/catalogue/matter.ts', 'hasVerifiedCitation']],
    tests: [[MATTERS, 'say which can be cited on a notice']],
    later: 'No amounts: the regulation names none.',
  },
  {
    topic: 'City appearance: forced demolition with the government’s approval',
    articles: car(37),
    omitted: 'Only illegal structures under the planning law go to demolition here.',
  },
  {
    topic: 'City appearance: old remedy rule',
    articles: car(38, 40),
    omitted: 'The newer remedy periods stand before it (行政复议法 §20, 行政诉讼法 §46).',
  },
  {
    topic: 'Outdoor advertisements (户外广告)',
    articles: ad(41, 42),
    omitted: 'Items of a checklist: with the inspections and programmes.',
  },
  {
    topic: 'Assistants only assist (协管员)',
    articles: o34(18),
    code: [['shared/access/permissions.ts', '城市管理执法办法 §18']],
    tests: [[IN.roles, 'lets an assistant collect clues but not open cases or sign documents']],
  },
  {
    topic: 'Scope of city-management enforcement (执法范围)',
    articles: o34(8, 9),
    omitted: 'Which matters the bureau has is its own list: data, with the matters.',
  },
  {
    topic: 'Means of inspection; keeping what was seized (执法措施、保管)',
    articles: o34(27, 28, 29),
    omitted: 'The records exist as acts (行政处罚法 §55); recorder files and the store of seized things come later.',
  },
  {
    topic: 'Reconsideration within sixty days (行政复议)',
    articles: arl(20),
    acts: ['remedy.filed', 'remedy.ended'],
    deadlines: ['reconsider'],
    tests: [
      [IN.vectors, 'is past all remedies after the later of 60 days (2024-05-06) and 6 months'],
      [IN.beside, 'is a fact at any time after the decision and keeps the file from closing while it is pending'],
    ],
    later: 'A year where the party was not told of it: not reckoned with.',
  },
  {
    topic: 'Reconsideration first after an on-the-spot decision; which body (复议前置、复议机关)',
    articles: arl(23, 24, 32),
    omitted: 'Wording of the decision, and the body as data of the bureau: with the documents.',
  },
  {
    topic: 'A remedy does not suspend (不停止执行)',
    articles: arl(42),
    code: [['shared/case/procedures/common.ts', 'INTERRUPTIONS']],
    tests: [[IN.beside, 'does not suspend the decision: the fine is paid meanwhile']],
    later: 'Except where the law says so: no urging, court, demolition or closing while it is pending.',
  },
  {
    topic: 'No evidence is gathered during reconsideration (复议期间不得收集证据)',
    articles: arl(46),
    code: [['shared/case/procedures/common.ts', 'INVESTIGATING']],
    tests: [[IN.beside, 'finds no more evidence gathered: a record after the decision is flagged']],
  },
  {
    topic: 'Lawsuit within six months (行政诉讼)',
    articles: adl(46),
    deadlines: ['sue'],
    tests: [[IN.vectors, 'is past all remedies after the later of 60 days (2024-05-06) and 6 months']],
  },
  {
    topic: 'Lawsuit within fifteen days of a reconsideration (不服复议决定的起诉期限)',
    articles: adl(45),
    deadlines: ['sueAfterReview'],
    code: [['shared/case/remedies.ts', 'remedyEnd']],
    tests: [
      ['shared/case/requirements/enforcement.test.ts', 'the last of the 15 days to sue after a reconsideration'],
      ['shared/case/requirements/enforcement.test.ts', 'does not wait for a suit after a reconsideration that was'],
      [IN.invariants, 'no demolition within fifteen days of a reconsideration'],
    ],
    later:
      'Counted from the day that was entered as its end. Where the body let its time pass in silence, its end is entered by hand; appeals against a judgment end the lawsuit when they end.',
  },
  {
    topic: 'Burden of proof, quashing for procedure, court enforcement',
    articles: adl(34, 70, 97),
    omitted: 'What the whole trace is for: no rule of its own.',
  },
  {
    topic: 'A year to sue where the party was not told',
    articles: adi(64),
    omitted: 'That the decision tells it is checked by its template.',
  },
];
