import { IN, LAW, type LawRow } from '../row.ts';

const { apl } = LAW;
const POWERS = 'shared/catalogue/powers.test.ts';
const POWER = 'e2e/integration/power.integration.test.ts';
const DOUBLES = 'shared/case/duplicates.test.ts';

/** 行政处罚法, general part: basis, powers, who and what is penalised, evidence. */
export const BASIS: readonly LawRow[] = [
  {
    topic: 'No basis, no penalty (处罚法定)',
    articles: apl(4, 38),
    requirements: ['amount_verified', 'verified_citation'],
    tests: [[IN.steps, 'fines by an unverified amount']],
  },
  {
    topic: 'Basis and discretion tiers are published (裁量基准公布)',
    articles: apl(5, 34),
    code: [
      ['shared/catalogue/penaltyRange.ts', 'tiers'],
      ['renderer/data/commands/actFacts.ts', "'outside_range'"],
    ],
    tests: [
      ['shared/catalogue/penaltyRange.test.ts', 'has thirds that touch'],
      ['shared/catalogue/proposeFine.test.ts', 'stays inside the tier'],
    ],
    later: 'The reference of the published table: Huangshi has published a draft only.',
  },
  {
    topic: 'Delegation (委托执法)',
    articles: apl(20),
    omitted: 'Issuing agency and handling unit differ on paper only: done with the documents.',
  },
  {
    topic: 'Power over the matter, own or delegated to a street (职权、赋权)',
    articles: apl(22, 24),
    requirements: ['in_power'],
    code: [
      ['shared/catalogue/powers.ts', 'powerOf'],
      ['renderer/data/commands/power.ts', 'powerToday'],
    ],
    tests: [
      [IN.steps, 'files without power'],
      [POWERS, 'takes street before division before everywhere, then code before family, then own before delegated'],
      [POWERS, 'names as competent whoever has the power, and nobody else'],
      [POWER, 'is needed to open a file'],
      [POWER, 'says when nobody on the list has it'],
      ['e2e/journeys/power.spec.ts', 'a matter of another unit'],
    ],
    later: 'The list shipped is an example: Huangshi’s own (权责清单、赋权清单) was not read.',
  },
  {
    topic: 'Jurisdiction: who filed first; handing over (管辖、移交)',
    articles: apl(25),
    requirements: ['another_org'],
    acts: ['case.handedOver'],
    code: [
      ['shared/case/owners.ts', 'HANDED_OVER_ARTICLE'],
      ['shared/case/duplicates.ts', 'duplicates'],
    ],
    tests: [
      ['shared/case/owners.test.ts', 'belongs to the receiver, where it stood, with its notice and number'],
      ['shared/case/owners.test.ts', 'twice at once goes where the first said'],
      [IN.roles, 'lets who leads a unit hand a case over, and nobody else'],
      [DOUBLES, 'are of the same place, of the same party, or both, and say which'],
      [DOUBLES, 'are open: clues and drafts too, nothing that has ended'],
      [POWER, 'is not needed for a clue, but to file it'],
    ],
  },
  {
    topic: 'Crime (移送司法机关)',
    articles: apl(27),
    acts: ['case.transferred', 'document.issued:D34'],
    tests: [
      [IN.procedures, 'ends without a penalty, transferred, terminated, or without being filed'],
      [IN.documentLines, 'writes to whom a case is transferred'],
    ],
  },
  {
    topic: 'Order to correct, always (责令改正)',
    articles: apl(28),
    requirements: ['corrected', 'deadline_after_notice', 'period_over'],
    acts: ['document.issued:D07', 'case.rechecked:fixed', 'case.rechecked:not_fixed', 'structure.accepted'],
    tests: [
      [IN.correction, 'goes through notice, service and re-check'],
      [IN.procedures, 'goes from clue to archive when the fine is paid and the breach corrected'],
    ],
  },
  {
    topic: 'One act, one fine (一事不再罚)',
    articles: apl(29),
    omitted:
      'A warning about earlier cases of the same party, place and time: done with the search for doubles on screen.',
  },
  {
    topic: 'Minors, and who could not know what he did (未成年人、精神病人)',
    articles: apl(30, 31),
    requirements: ['of_age'],
    later: 'From fourteen to eighteen lighter (从轻或减轻): a ground to tick, the tier helper proposes it.',
  },
  {
    topic: 'Must be lighter (从轻、减轻)',
    articles: apl(32),
    code: [['shared/catalogue/proposeFine.ts', 'must_be_lighter']],
    tests: [['shared/catalogue/proposeFine.test.ts', 'stays inside the tier']],
  },
  {
    topic: 'No penalty (不予处罚、首违不罚)',
    articles: apl(33),
    acts: ['case.noPenalty', 'case.fixedOnSite'],
    code: [['shared/events/decisionEvents.ts', 'NO_PENALTY']],
    tests: [
      [IN.procedures, 'ends without a penalty, transferred, terminated, or without being filed'],
      [IN.correction, 'ends with a fix on site, with photos before and after'],
    ],
    later: 'The look-up of earlier cases for 首违不罚 comes with the tier helper.',
  },
  {
    topic: 'Time limit (追责时效)',
    articles: apl(36),
    requirements: ['not_time_barred'],
    deadlines: ['limitation', 'limitationGrave'],
    tests: [
      [IN.steps, 'files what is time-barred'],
      [IN.clocks, 'runs from the finding until the filing, and on the spot not at all'],
      [IN.clocks, 'is counted from the end of the act once that was said, five years where it did grave harm'],
    ],
    later:
      'Five years are shown by no clock: that the harm was grave is said with the filing, which ends the limitation.',
  },
  {
    topic: 'Law in time (从旧兼从轻)',
    articles: apl(37),
    code: [['shared/catalogue/find.ts', 'isInForce']],
    tests: [['shared/catalogue/parse.test.ts', 'knows when a matter is in force']],
    later: 'The lighter of two versions is the reviewer’s to see: not computed.',
  },
  {
    topic: 'Facts and party are found out first (查明事实)',
    articles: apl(40),
    requirements: ['party_known', 'not_in_future'],
    acts: ['party.identified', 'case.investigated'],
    tests: [[IN.procedures, 'goes from clue to archive when the fine is paid and the breach corrected']],
  },
  {
    topic: 'Camera evidence (电子技术监控设备)',
    articles: apl(41),
    omitted: 'Video of fixed cameras is not imported; field photos are no such records.',
  },
  {
    topic: 'Two licensed officers (不少于两人、执法资格)',
    articles: apl(42),
    requirements: ['two_officers', 'valid_certificates', 'two_named'],
    acts: ['case.assigned'],
    tests: [
      [IN.steps, 'lets a fact be told against the rules, and a decision not'],
      [IN.steps, 'decides as an officer'],
      [IN.invariants, 'no step by one officer'],
      [IN.invariants, 'only those with the power decide'],
    ],
  },
  {
    topic: 'Recusal (回避)',
    articles: apl(43),
    requirements: ['no_recusal_open'],
    acts: ['recusal.requested', 'recusal.decided'],
    code: [['shared/case/judge.ts', "'recused'"]],
    tests: [
      [IN.beside, 'is decided by the head of the agency, after somebody asked for it'],
      [IN.beside, 'once granted keeps that officer out of every step, with its article'],
    ],
  },
  {
    topic: 'Notice before a penalty (事先告知)',
    articles: apl(44, 62),
    requirements: ['notice_served', 'penalty_given'],
    acts: [
      'document.issued:D17',
      'document.issued:D18',
      'case.told',
      'case.approved:notice',
      'statement.waived:statement',
    ],
    deadlines: ['stmt'],
    tests: [
      [IN.steps, 'decides before the notice was served'],
      [IN.steps, 'decides while the statement period runs'],
      [IN.steps, 'fines on the spot without telling'],
      [IN.beside, 'need not be waited for once it was given up in writing'],
      [IN.invariants, 'no decision without a served notice and its time'],
    ],
  },
  {
    topic: 'Statement and defence; never heavier for it (陈述申辩)',
    articles: apl(45),
    requirements: ['defence_reviewed', 'fine_as_notified'],
    acts: ['statement.made', 'statement.reviewed'],
    tests: [
      [IN.steps, 'fines more than notified'],
      [IN.beside, 'lets a new notice be approved when the penalty is to be heavier'],
      [IN.invariants, 'no fine above the notified one'],
    ],
  },
  {
    topic: 'Kinds of evidence (证据种类)',
    articles: apl(46),
    omitted:
      'Records, photos and documents are kinds of their own; the list of evidence of a file comes with the documents.',
  },
  {
    topic: 'Full record of the process (全过程记录)',
    articles: [...apl(47), ...LAW.o55(9)],
    acts: ['photo.added', 'case.archived', 'case.investigated'],
    code: [['shared/events/envelope.ts', 'sealEvent']],
    tests: [
      ['shared/events/envelope.test.ts', 'detects a change of any field'],
      [IN.invariants, 'nothing frozen changes'],
    ],
    later: 'Recorder files (音像) as media of a phase: with the evidence list.',
  },
];
