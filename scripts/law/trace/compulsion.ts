import { IN, LAW, type LawRow } from '../row.ts';

const { acl } = LAW;
const WORDING = 'shared/documents/proceduralSheets.test.ts';
const REAL = 'e2e/integration/measurePapers.integration.test.ts';
const FORCED = 'goes by urging, announcement and both remedy periods to accepted demolition';
const COURT = 'hears, reviews again, urges and goes on to the court';

/** 行政强制法: measures and enforcement. */
export const COMPULSION: readonly LawRow[] = [
  {
    topic: 'Measures only by law or regulation (强制措施法定)',
    articles: acl(10, 16),
    requirements: ['basis_for_measure', 'measure_has_basis'],
    tests: [[IN.steps, 'takes things without a basis']],
  },
  {
    topic: 'Measures are not delegated (不得委托)',
    articles: acl(17),
    omitted:
      'Only officers of the organisation that owns the case write at all; a check of a delegation comes with it.',
  },
  {
    topic: 'Approval of the head, two officers (实施程序)',
    articles: acl(18),
    requirements: ['approved_or_urgent', 'measure_approved'],
    acts: ['case.approved:measure'],
    tests: [[IN.procedures, 'takes measures with approval and flags them without']],
    later: 'Party present and record: the record (笔录) is one of its own, and nothing asks for it.',
  },
  {
    topic: 'Urgent measures are reported within 24 hours (紧急情况)',
    articles: acl(19),
    deadlines: ['urgentMeasureReport'],
    code: [['shared/case/applyFile.ts', 'withApproval']],
    tests: [[IN.clocks, 'ask for the report of an urgent one within 24 hours, until it is approved or given back']],
  },
  {
    topic: 'Not the daily necessities (查封扣押对象)',
    articles: acl(23),
    omitted: 'What a thing is to its owner cannot be told from a list: a hint on the form of the document.',
  },
  {
    topic: 'Sealing and seizing with decision and list (查封扣押)',
    articles: acl(24),
    requirements: ['measure_without_paper'],
    acts: ['measure.taken:seizure', 'measure.taken:seal', 'document.issued:D11', 'document.served:D11'],
    tests: [
      [IN.procedures, 'takes measures with approval and flags them without'],
      [IN.documentLines, 'gives each measure its paper, and its end another one'],
      [WORDING, 'names reason, basis, period, things, remedy, agency and date of a seizure (行政强制法 §24)'],
      [REAL, 'seals a building site with a decision and a list, and releases it with another one'],
    ],
  },
  {
    topic: 'Thirty days, once thirty more (期限)',
    articles: acl(25),
    acts: ['measure.extended'],
    deadlines: ['seizure'],
    tests: [
      [IN.beside, 'a seizure is extended within its thirty days and not after them'],
      [IN.clocks, 'does not count an appraisal into a seizure, and every other rest (行政强制法 §25)'],
      [IN.clocks, 'extends the measure that is named, by its own thirty days'],
    ],
  },
  {
    topic: 'Release (解除)',
    articles: acl(27, 28),
    requirements: ['measures_ended'],
    acts: ['measure.ended', 'document.issued:D12', 'document.served:D12'],
    tests: [
      [IN.procedures, 'takes measures with approval and flags them without'],
      [IN.documentLines, 'gives each measure its paper, and its end another one'],
    ],
  },
  {
    topic: 'Who may enforce by itself (强制执行权)',
    articles: acl(13, 34),
    requirements: ['own_enforcement'],
    tests: [[IN.procedures, FORCED]],
  },
  {
    topic: 'Demand before enforcement (催告)',
    articles: acl(35),
    acts: ['case.approved:urge', 'document.issued:D25'],
    deadlines: ['cuigao'],
    tests: [
      [IN.procedures, FORCED],
      [IN.procedures, 'does not decide while the time for a statement runs, nor urge or go to court before its time'],
    ],
  },
  {
    topic: 'What the party says to the demand is heard (催告后的陈述申辩)',
    articles: acl(36),
    code: [
      ['shared/case/procedures/notice.ts', "'urged'"],
      ['shared/case/requirements/penalty.ts', 'defence_reviewed'],
    ],
    tests: [['shared/case/requirements/penalty.test.ts', 'defence_reviewed']],
  },
  {
    topic: 'Decision to enforce, and its service (强制执行决定书)',
    articles: acl(37, 38),
    acts: ['case.enforcementDecided', 'document.issued:D27', 'document.served:D27', 'document.served:D25'],
    tests: [[IN.procedures, FORCED]],
  },
  {
    topic: 'Suspension, at most three years (中止执行)',
    articles: acl(39),
    acts: ['case.suspended', 'case.resumed'],
    deadlines: ['suspended'],
    code: [['shared/case/judge.ts', "'suspended'"]],
    tests: [
      [IN.steps, 'rest while the file is suspended'],
      [IN.clocks, 'rests while suspended, and counts no day of the rest'],
      [IN.clocks, 'is the three years only of who cannot pay, not of an appraisal'],
    ],
  },
  {
    topic: 'Termination (终结执行)',
    articles: acl(40),
    acts: ['case.terminated'],
    tests: [[IN.procedures, 'ends without a penalty, transferred, terminated, or without being filed']],
  },
  {
    topic: 'Agreement on enforcement (执行协议)',
    articles: acl(42),
    omitted: 'No act of its own: a deferral of payment (§66) or the party’s own demolition records what was agreed.',
  },
  {
    topic: 'Not by night nor on a holiday (夜间、法定节假日)',
    articles: acl(43),
    requirements: ['by_day', 'on_working_day'],
    acts: ['case.enforced', 'demolition.scheduled'],
    tests: [[IN.invariants, 'no demolition before both remedy periods, by night or on a holiday']],
    later: 'That no water, power or gas is cut stands on the paper.',
  },
  {
    topic: 'Illegal buildings: announcement, and both remedies over (违法建筑强制拆除)',
    articles: acl(44),
    requirements: ['remedy_over', 'no_remedy_pending', 'order_period_over', 'not_demolished'],
    acts: ['document.issued:D26', 'document.posted:D26', 'structure.demolished:forced', 'structure.demolished:self'],
    tests: [
      [IN.procedures, 'does not enforce before both remedy periods are over'],
      [IN.procedures, 'flags a demolition before its time, and the building is gone all the same'],
      [IN.steps, 'demolishes at once'],
      [IN.invariants, 'no demolition before both remedy periods, by night or on a holiday'],
    ],
  },
  {
    topic: 'Own enforcement of money after thirty days of surcharge (金钱给付义务)',
    articles: acl(46),
    omitted:
      'Agencies of this field have no such power of their own; seized things are not sold for a fine by this app.',
  },
  {
    topic: 'The court within three months (申请法院强制执行)',
    articles: acl(53),
    requirements: ['no_own_enforcement'],
    acts: ['case.courtApplied'],
    deadlines: ['courtApply'],
    tests: [
      [IN.procedures, COURT],
      [IN.clocks, 'opens the court three months from the end of both remedies'],
      [IN.clocks, 'opens the court after the fifteen days to sue, when a reconsideration took longer than six months'],
      [IN.clocks, 'shows the way to the court only once all remedies are over'],
    ],
  },
  {
    topic: 'Demand ten working days before the court (催告)',
    articles: acl(54),
    acts: ['case.courtApplied'],
    deadlines: ['courtCuigao'],
    tests: [[IN.procedures, COURT]],
  },
  {
    topic: 'Papers for the court (申请材料)',
    articles: acl(55),
    acts: ['document.issued:D28'],
    tests: [
      [IN.documentLines, 'applies to the court once urged and within the three months'],
      [WORDING, 'lists the papers for the court in the order of the law (行政强制法 §55)'],
    ],
    later: 'The package of the papers themselves comes with the exports.',
  },
  {
    topic: 'Substitute performance, three days before (代履行)',
    articles: acl(50, 51),
    requirements: ['not_performed', 'substitute_later'],
    acts: ['document.issued:D29', 'document.served:D29'],
    deadlines: ['substituteUrge'],
    tests: [
      [IN.documentLines, 'performs in place of the party only after urging, and days later'],
      [WORDING, 'names manner, time, object, cost and performer of substitute performance (行政强制法 §51)'],
    ],
    later: 'The second demand, three days before, is said on the paper and has no act of its own.',
  },
  {
    topic: 'Immediate removal from roads and public places (立即代履行)',
    articles: acl(52),
    code: [['shared/documents/papers/d29b.ts', 'D29B']],
    tests: [['shared/documents/papers/d29b.test.ts', 'of what could not wait asserts nothing']],
    later:
      'No act of its own: it is recorded as an enforcement against the rules, and reason, object and performer are written by hand.',
  },
];
