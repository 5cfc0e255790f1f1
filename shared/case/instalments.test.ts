import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ORDINARY_SCRIPT } from '../testing/fileScripts.ts';
import { FileStory } from '../testing/fileStory.ts';
import { fileAfter, withFile } from '../testing/requirementRows.ts';

import { clockOf, runningClocks } from './clocks.ts';
import { instalmentsOf } from './instalments.ts';
import { lateFineOf } from './lateFine.ts';
import type { CaseState } from './state.ts';

/** A fine of 500 yuan; the decision was served on Friday 2024-03-15. */
const SERVED = ORDINARY_SCRIPT.slice(0, -4);
/** 清明 is 4 to 6 April, Sunday the 7th is worked; 劳动节 is 1 to 5 May; 3 June is a Monday. */
const PLAN = [
  { amountFen: 200_00, dueOn: '2024-04-04' },
  { amountFen: 150_00, dueOn: '2024-05-01' },
  { amountFen: 150_00, dueOn: '2024-06-03' },
];

function approved(plan: Record<string, unknown> = { instalments: PLAN }): FileStory {
  const story = new FileStory();
  for (const [act, by, days = 0] of SERVED) story.wait(days).add(act, by);
  story.wait(3).add('case.approved:defer', 'ju', { days: undefined, ...plan });
  return story;
}

function stateOf(story: FileStory): CaseState {
  const state = story.state();
  if (state === undefined) throw new Error('nothing was opened');
  return state;
}

/** What is shown of the fine on a day: instalment, last day as it counts, what is open, days late, surcharge. */
function shownOn(state: CaseState, today: string): readonly unknown[] {
  return runningClocks(state, today)
    .filter(({ id }) => id === 'pay')
    .map((clock) => {
      const late = lateFineOf(state, clock, today);
      const { no, owedFen } = clock.instalment ?? {};
      return [no, clock.dueOn, owedFen, late?.days, late?.surchargeFen];
    });
}

describe('a fine that is paid by instalments', () => {
  const state = stateOf(approved());

  it.each<[string, string, readonly unknown[]]>([
    ['shows the next one alone, its holiday rolled', '2024-04-07', [[1, '2024-04-07', 200_00, undefined, undefined]]],
    [
      'lets 3 % run on an overdue one from the day after, beside the next',
      '2024-04-08',
      [
        [1, '2024-04-07', 200_00, 1, 6_00],
        [2, '2024-05-06', 150_00, undefined, undefined],
      ],
    ],
    [
      '8 to 30 April are 23 days, 7 in May: 30 × 6 yuan; 1 × 4.50 of the second',
      '2024-05-07',
      [
        [1, '2024-04-07', 200_00, 30, 180_00],
        [2, '2024-05-06', 150_00, 1, 4_50],
        [3, '2024-06-03', 150_00, undefined, undefined],
      ],
    ],
    [
      '58 days would be 348 yuan, the first is the cap; 7 to 31 May and 4 in June are 29 days',
      '2024-06-04',
      [
        [1, '2024-04-07', 200_00, 58, 200_00],
        [2, '2024-05-06', 150_00, 29, 130_50],
        [3, '2024-06-03', 150_00, 1, 4_50],
      ],
    ],
  ])('%s', (_name, today, shown) => {
    expect(shownOn(state, today)).toEqual(shown);
  });

  it('pays the oldest first', () => {
    const story = approved().wait(10);
    story.add('payment.entered', 'nei', { amountFen: 250_00 });
    expect(shownOn(stateOf(story), '2024-05-07')).toEqual([
      [2, '2024-05-06', 100_00, 1, 3_00],
      [3, '2024-06-03', 150_00, undefined, undefined],
    ]);
    expect(clockOf(stateOf(story), 'pay')?.dueOn).toBe('2024-05-06');
  });

  it('leaves out the days of a remedy (行政处罚法 §73)', () => {
    const remedies = [{ remedy: 'reconsideration', filedOn: '2024-04-10', endedOn: '2024-04-14' }] as const;
    const stopped = shownOn(withFile(state, { remedies }), '2024-04-17');
    expect(stopped[0]).toEqual([1, '2024-04-07', 200_00, 10, 30_00]); // 8, 9, 15, 16 and 17 April
  });

  it('is urged once an instalment is overdue, and closed only with the last fen (行政处罚法 §66)', () => {
    const early = approved();
    expect(early.do('case.approved:urge', 'ju')).toMatchObject({ is: 'void', reason: 'period_running' });
    expect(early.wait(21).do('case.approved:urge', 'ju')).toEqual({ is: 'applied' });
    const story = approved();
    story.add('payment.entered', 'nei', { amountFen: 499_99 });
    story.add('case.rechecked:fixed');
    expect(story.do('case.closed', 'nei')).toMatchObject({ is: 'void', reason: 'not_paid', subject: '1' });
    story.add('payment.entered', 'nei', { amountFen: 1, receipt: '示例0003' });
    expect(shownOn(stateOf(story), '2024-06-04')).toEqual([]);
    expect(clockOf(stateOf(story), 'pay')?.dueOn).toBe('2024-06-03');
    expect(story.do('case.closed', 'nei')).toEqual({ is: 'applied' });
  });

  it('gets another plan for what is left by then, and no more days', () => {
    const story = approved().wait(30);
    story.add('payment.entered', 'nei', { amountFen: 250_00 });
    expect(story.do('case.approved:defer', 'ju')).toMatchObject({ is: 'void', reason: 'instalments_and_days' });
    const next = [
      { amountFen: 100_00, dueOn: '2024-05-10' },
      { amountFen: 150_00, dueOn: '2024-07-01' },
    ];
    const again = story.do('case.approved:defer', 'ju', { days: undefined, instalments: next });
    expect(again).toEqual({ is: 'applied' });
    expect(shownOn(stateOf(story), '2024-04-20')).toEqual([[1, '2024-05-10', 100_00, undefined, undefined]]);
  });

  it('is due as a whole without a list, as it was before', () => {
    const story = approved({});
    expect(stateOf(story).file?.instalments).toBeUndefined();
    expect(shownOn(stateOf(story), '2024-04-02')).toEqual([[undefined, '2024-04-01', undefined, 1, 15_00]]);
  });
});

it('always owes what the fine owes, and never adds more than that', () => {
  const served = fileAfter(SERVED);
  const parts = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(parts, fc.nat(500_000), fc.integer({ min: 0, max: 300 }), (amounts, paid, days) => {
      const fineFen = amounts.reduce((sum, fen) => sum + fen, 0);
      const paidFen = Math.min(paid, fineFen);
      const instalments = amounts.map((amountFen, index) => ({
        amountFen,
        dueOn: new Date(Date.UTC(2024, 3 + index, 15)).toISOString().slice(0, 10),
      }));
      const decided = served.file?.decided && { ...served.file.decided, fineFen };
      const state = withFile(served, { decided, instalments, paidFen });
      const owed = instalmentsOf(state).reduce((sum, { owedFen }) => sum + owedFen, 0);
      expect(owed).toBe(fineFen - paidFen);
      const today = new Date(Date.UTC(2024, 3, 15 + days)).toISOString().slice(0, 10);
      const added = runningClocks(state, today)
        .map((clock) => lateFineOf(state, clock, today)?.surchargeFen ?? 0)
        .reduce((sum, fen) => sum + fen, 0);
      expect(added).toBeLessThanOrEqual(owed);
    }),
    { numRuns: 30 },
  );
});
