import { IN, LAW, type LawRow } from '../row.ts';

const { apl } = LAW;
const INSTALMENTS = 'shared/case/instalments.test.ts';
const SURCHARGE = 'shared/case/lateSurcharge.test.ts';

/** 行政处罚法 §66-76: performance, money, supervision, liability. */
export const MONEY: readonly LawRow[] = [
  {
    topic: 'Performance, delay and instalments (履行、延期分期)',
    articles: apl(66),
    requirements: [
      'paid_or_ended',
      'instalments_several',
      'instalments_in_order',
      'instalments_make_up',
      'instalments_or_days',
    ],
    acts: ['case.approved:defer', 'case.closed', 'document.issued:D32', 'document.served:D32'],
    tests: [
      [IN.documentLines, 'tells how to pay, and of each deferral once'],
      [IN.steps, 'closes without payment'],
      [IN.clocks, 'gives more days to pay when payment is deferred'],
      [INSTALMENTS, 'shows the next one alone, its holiday rolled'],
      [INSTALMENTS, 'pays the oldest first'],
      [INSTALMENTS, 'is urged once an instalment is overdue, and closed only with the last fen'],
      ['shared/case/requirements/instalments.test.ts', 'says which one and which sums are wrong'],
      ['shared/documents/proceduralSheets.test.ts', 'lists instalments with their days and their sum'],
    ],
  },
  {
    topic: 'Payment at the bank within fifteen days (罚缴分离)',
    articles: apl(67),
    requirements: ['unpaid'],
    acts: ['payment.entered', 'document.issued:D33', 'document.served:D33'],
    deadlines: ['pay'],
    tests: [
      [IN.documentLines, 'tells how to pay, and of each deferral once'],
      [IN.procedures, 'does not decide while the time for a statement runs, nor urge or go to court before its time'],
    ],
  },
  {
    topic: 'Cash on the spot (当场收缴)',
    articles: apl(68, 69),
    requirements: ['cash_lawful'],
    tests: [
      ['shared/case/cashGround.test.ts', 'is taken of a hundred yuan on the spot, and of a fen more not'],
      [
        'shared/case/cashGround.test.ts',
        'is taken where it could not be collected later, on the spot and with the reason',
      ],
      [
        'shared/case/cashGround.test.ts',
        'is taken in a remote place at the request of the party, whatever the procedure',
      ],
    ],
  },
  {
    topic: 'Receipts of the finance authority (专用票据)',
    articles: apl(70),
    code: [
      ['renderer/data/commands/usedReceipt.ts', 'usedReceipt'],
      ['renderer/screens/cases/money/import/matchReceipts.ts', 'matchReceipts'],
    ],
    tests: [
      [
        'e2e/integration/receiptImport.integration.test.ts',
        'become the payments of their case, by the guard of the data worker, and none twice',
      ],
      ['shared/case/cashLedger.test.ts', 'compares receipts however they were typed'],
      ['renderer/screens/cases/money/ledger.test.ts', 'lists payments with decision and place'],
    ],
    later: 'The range of receipt numbers that the unit drew from the finance authority.',
  },
  {
    topic: 'Cash is handed in within two working days, twice (缴付)',
    articles: apl(71),
    requirements: ['cash_held'],
    acts: ['cash.handedIn:unit', 'cash.handedIn:bank'],
    deadlines: ['cashIn', 'bankIn'],
    tests: [
      [IN.clocks, 'follows parts of a sum to the unit and to the bank (行政处罚法 §71)'],
      [IN.clocks, 'flags cash that is handed in and nobody collected'],
    ],
    later: 'Fines collected on the water, counted from landing: not told apart.',
  },
  {
    topic: 'Late payment: 3 % a day, at most the fine, not while a remedy is pending (加处罚款)',
    articles: [...apl(72, 73), ...LAW.acl(45)],
    code: [
      ['shared/case/lateSurcharge.ts', 'lateSurchargeFen'],
      ['shared/case/lateSurcharge.ts', 'lateDays'],
      ['shared/case/lateFine.ts', 'lateFineOf'],
    ],
    tests: [
      [SURCHARGE, 'a fine of 500 yuan %i days late costs %i fen more'],
      [SURCHARGE, 'paid on 23 April: 34 days would be 510, the fine is the cap'],
      [SURCHARGE, 'reconsideration 1 to 10 April'],
      ['shared/case/lateFine.test.ts', 'leaves out the days of a remedy and is at most the fine'],
      [INSTALMENTS, 'lets 3 % run on an overdue one from the day after, beside the next'],
      [INSTALMENTS, 'leaves out the days of a remedy (行政处罚法 §73)'],
    ],
    later:
      'Shown while a fine is late, on what is left of it; asked for with the demand (催告书), and as money of its own: with the documents.',
  },
  {
    topic: 'No link of fines to assessment, no targets (罚没与考核脱钩)',
    articles: [...apl(74), ...LAW.o34(30)],
    omitted:
      'No score, list or report of the app has a field for fines; assessment schemes (考评) come later, without one.',
  },
  {
    topic: 'Supervision from inside and above (执法监督)',
    articles: apl(75),
    requirements: ['not_returned'],
    acts: ['supervision.returned', 'supervision.accepted', 'case.revoked'],
    tests: [
      ['shared/case/foldDecisions.test.ts', 'returns and accepts without moving the stage'],
      [IN.roles, 'keeps supervision beside the procedure'],
      [IN.beside, 'may end in a revocation, and the file with it'],
    ],
  },
  {
    topic: 'Liability, also for not filing in time (应当立案不及时立案)',
    articles: [...apl(76), ...LAW.o55(15)],
    deadlines: ['verifyClue'],
    tests: [[IN.vectors, 'periods counted by hand']],
    later: 'The board of what is overdue comes with the screens.',
  },
];
