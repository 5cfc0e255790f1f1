import { IN, LAW, type LawRow } from '../row.ts';

const { apl, o55, cpl } = LAW;

const REAL = 'e2e/integration/measurePapers.integration.test.ts';

/** 行政处罚法 §48-65 with 住建部令第55号, and service by 民事诉讼法. */
export const PROCEDURE: readonly LawRow[] = [
  {
    topic: 'Publicity within seven days (公示)',
    articles: [...apl(48), ...o55(10)],
    acts: ['case.published'],
    deadlines: ['publish'],
    tests: [[IN.clocks, 'is its publication: from the decision until the clerk says where']],
    later:
      'Counted for every decision, though the law means those of some social effect: who archives one that was not published ends it. The masked export, and taking it back within three days of a revocation: with the publicity export.',
  },
  {
    topic: 'On the spot: limits (当场处罚限额)',
    articles: apl(51),
    requirements: ['matter_simple', 'fine_within_spot_limit'],
    acts: ['case.opened:spot'],
    tests: [
      [IN.steps, 'goes over the limit on the spot'],
      [IN.invariants, 'on the spot no more than the limit'],
    ],
    code: [['shared/catalogue/settingsFile.ts', 'soleTraderAs']],
  },
  {
    topic: 'On the spot: numbered paper, handed over at once, reported (当场交付、备案)',
    articles: [...apl(52, 53), ...o55(13, 14)],
    requirements: ['same_day', 'handed_on_the_spot', 'granted_number', 'reported_if_spot'],
    acts: ['document.issued:D21', 'document.served:D21', 'case.acknowledged'],
    deadlines: ['reportSimple'],
    tests: [[IN.procedures, 'goes from finding to archive']],
  },
  {
    topic: 'Filing, and ordinary procedure from new facts on (立案)',
    articles: apl(54),
    requirements: ['no_new_facts'],
    acts: ['case.opened:ordinary', 'case.found', 'case.filed', 'case.notFiled', 'case.converted', 'structure.measured'],
    code: [['shared/case/judge.ts', "'not_open'"]],
    tests: [
      [IN.procedures, 'is converted into an ordinary file when the party brings new facts'],
      [IN.procedures, 'ends without a penalty, transferred, terminated, or without being filed'],
    ],
  },
  {
    topic: 'Records, certificates shown (笔录、出示证件)',
    articles: apl(55),
    acts: [
      ...(['record.made:site', 'record.made:inquiry', 'record.made:inquiry_refused', 'case.investigated'] as const),
      ...(['document.issued:D04', 'document.served:D04'] as const),
    ],
    code: [['shared/events/filingEvents.ts', 'certificatesShown']],
    tests: [
      [IN.procedures, 'goes from clue to archive when the fine is paid and the breach corrected'],
      [IN.documentLines, 'calls people in, as often as it takes'],
    ],
  },
  {
    topic: 'Registering and keeping evidence (先行登记保存)',
    articles: apl(56),
    requirements: ['handled_in_time'],
    acts: [
      ...(['measure.taken:register', 'document.issued:D09', 'document.served:D09'] as const),
      ...(['document.issued:D10', 'document.served:D10'] as const),
    ],
    deadlines: ['registerKeep'],
    tests: [
      [IN.procedures, 'takes measures with approval and flags them without'],
      [IN.documentLines, 'registers evidence only with approval, and after seven working days only gives it back'],
      [REAL, 'registers evidence with a notice and a list, and tells what became of it'],
    ],
    later: 'Sampling (抽样取证) has no record of its own.',
  },
  {
    topic: 'Decision of the head, collective discussion of what is grave (集体讨论)',
    articles: apl(57),
    requirements: ['discussed_if_grave', 'fork_open'],
    acts: ['case.submitted', 'case.brought', 'case.discussed', 'case.decided', 'document.issued:D23', 'fork.ruled'],
    tests: [
      [IN.steps, 'decides as an officer'],
      [IN.invariants, 'only those with the power decide'],
    ],
  },
  {
    topic: 'Legal review by somebody else, again after a hearing (法制审核)',
    articles: apl(58),
    requirements: ['review_after_hearing'],
    acts: ['case.reviewed:pass', 'case.reviewed:return'],
    tests: [
      [IN.steps, 'reviews what he investigated'],
      [IN.invariants, 'after a hearing a new legal review'],
      [IN.invariants, 'who reviews or hosts a hearing did not investigate'],
      [IN.documentLines, 'tells of a hearing seven working days before'],
    ],
  },
  {
    topic: 'The written decision says what was decided (决定书)',
    articles: apl(59),
    requirements: ['not_issued_twice', 'penalty_as_decided'],
    acts: ['document.issued:D22', 'document.issued:D24'],
    tests: [[IN.procedures, 'goes from clue to archive when the fine is paid and the breach corrected']],
    later: 'The six items and the seal are checked by the templates of the documents.',
  },
  {
    topic: 'Ninety days (办案期限)',
    articles: apl(60),
    acts: ['case.approved:extend'],
    deadlines: ['decide'],
    tests: [
      [IN.clocks, 'gives 90 days for the decision: raw and rolled over the week-end'],
      [IN.clocks, 'adds thirty days for each approval'],
      [IN.clocks, 'does not count the days of a hearing, from its calling to its end'],
    ],
    later: 'A decision after its time is shown as late and not refused: the law does not make it void.',
  },
  {
    topic: 'Service of the decision (送达)',
    articles: apl(61),
    requirements: ['electronic_agreed'],
    acts: ['document.served:D22', 'document.served:D23', 'document.served:D24', 'service.addressConfirmed'],
    deadlines: ['serveDecision'],
    tests: [[IN.clocks, 'stops when its act was done, and shows what is due first in front']],
  },
  {
    topic: 'Proof of service, papers that are left, public service (送达回证、留置、公告)',
    articles: cpl(87, 88, 89, 90, 91, 92, 93, 94, 95),
    requirements: [
      ...(['notice_issued', 'document_issued', 'after_service', 'witness_or_media'] as const),
      ...(['electronic_recorded', 'slip_recorded', 'forwarded_recorded', 'announcement_recorded'] as const),
    ],
    acts: ['document.served', 'document.served:D06', 'document.served:D07', 'paper.scanned'],
    deadlines: ['publicService'],
    tests: [
      ['shared/case/steps.test.ts', '留置送达 needs a reason and proof'],
      [IN.correction, 'service of an unknown document stays a fact but moves nothing'],
      [IN.service, 'starts the periods of the party: the thirty days run first'],
      [IN.service, 'goes on by no decision before the thirty days are over'],
      [IN.service, 'sent to an electronic address that nobody agreed to is flagged; signed consent makes it sound'],
    ],
    later:
      'That who was served by forwarding is a soldier or held in custody is said by nothing but the name of the unit.',
  },
  {
    topic: 'How days are counted (期间)',
    articles: [...cpl(85), ...apl(85), ...LAW.acl(69)],
    code: [['shared/deadlines/count.ts', 'countClock']],
    tests: [
      [IN.vectors, 'periods counted by hand'],
      ['shared/catalogue/holidayFile.test.ts', 'counts by the days off of the file, and no more provisionally'],
    ],
  },
  {
    topic: 'Right to a hearing (听证范围)',
    articles: apl(63),
    requirements: ['hearing_if_threshold', 'hearing_done_if_asked'],
    acts: ['hearing.requested'],
    tests: [[IN.procedures, 'hears, reviews again, urges and goes on to the court']],
    later:
      'The amount is data of the bureau; while it is not known, only the notice with the right to a hearing is issued.',
  },
  {
    topic: 'Hearing: asked in time, called seven working days before, by somebody else (听证程序)',
    articles: apl(64),
    requirements: [
      ...(['hearing_asked_in_time', 'hearing_asked_or_by_agency', 'hearing_notice_days', 'on_day_called'] as const),
      'hearing_still_ahead',
      'by_hearing_host',
    ],
    acts: [
      ...([
        'hearing.requested',
        'hearing.called',
        'hearing.held',
        'hearing.reported',
        'statement.waived:hearing',
      ] as const),
      ...(['document.issued:D19', 'document.served:D19'] as const),
    ],
    deadlines: ['hearingRequest', 'hearingNotice'],
    tests: [
      [IN.procedures, 'hears, reviews again, urges and goes on to the court'],
      [IN.invariants, 'who reviews or hosts a hearing did not investigate'],
    ],
    later:
      'The seven working days before a hearing run backwards from a day the agency sets, and no law says until when it is held: no clock, but a hearing called for an earlier day is refused.',
  },
  {
    topic: 'Decision on the record of the hearing (听证笔录)',
    articles: apl(65),
    code: [['shared/documents/papers/d19b.ts', 'D19B']],
    tests: [['shared/documents/papers/papers.test.ts', 'report on a hearing what both sides said']],
    later: 'That the decision rests on the record is the reviewer’s to see; the new review after it is enforced (§58).',
  },
];
