import { describe, expect, it } from 'vitest';

import { addCalendarDays } from '../kernel/days.ts';
import { aUuid } from '../testing/builders.ts';
import {
  HEARING_SCRIPT,
  ORDINARY_SCRIPT,
  SPOT_SCRIPT,
  STRUCTURE_TO_SERVED,
  TO_FILED,
  type Step,
} from '../testing/fileScripts.ts';
import { FileStory } from '../testing/fileStory.ts';
import { withFile } from '../testing/requirementRows.ts';

import { clockOf, runningClocks } from './clocks.ts';
import type { CaseState } from './state.ts';

const TODAY = '2024-04-01';

/** Filed on Tuesday 2024-03-05 by the scripts; `extra` acts after so many days each. */
function stateAfter(steps: readonly Step[]): CaseState {
  return wholeState(storyOf(steps));
}

function storyOf(steps: readonly Step[]): FileStory {
  const story = new FileStory();
  for (const [act, by, days = 0] of steps) story.wait(days).add(act, by);
  return story;
}

function wholeState(story: FileStory): CaseState {
  const state = story.state();
  if (state === undefined) throw new Error('not open');
  return state;
}

describe('the clocks of a file', () => {
  it('gives 90 days for the decision: raw and rolled over the week-end', () => {
    const clock = clockOf(stateAfter(TO_FILED), 'decide');
    expect(clock).toMatchObject({
      startOn: '2024-03-05',
      rawOn: '2024-06-03',
      dueOn: '2024-06-03',
      provisional: false,
    });
  });

  it('adds thirty days for each approval', () => {
    const state = stateAfter([...TO_FILED, ['case.approved:extend', 'ju', 80]]);
    expect(clockOf(state, 'decide')?.rawOn).toBe('2024-07-03');
  });

  it('rests while suspended, and counts no day of the rest', () => {
    const resting = stateAfter([...TO_FILED, ['case.suspended', 'ju', 10]]);
    expect(clockOf(resting, 'decide')?.dueOn).toBeUndefined();
    const resumed = stateAfter([...TO_FILED, ['case.suspended', 'ju', 10], ['case.resumed', 'ju', 20]]);
    expect(clockOf(resumed, 'decide')?.rawOn).toBe('2024-06-23');
  });

  it('does not count the days of a hearing, from its calling to its end', () => {
    const heard = stateAfter(HEARING_SCRIPT.slice(0, 16));
    expect(clockOf(heard, 'decide')?.rawOn).toBe('2024-06-18');
  });

  it('does not count an appraisal into a seizure, and every other rest (行政强制法 §25)', () => {
    const seized: readonly Step[] = [...TO_FILED, ['case.approved:measure', 'ju'], ['measure.taken:seizure']];
    expect(clockOf(stateAfter(seized), 'seizure')?.dueOn).toBe('2024-04-04');
    const resting = (ground: string): CaseState => {
      const story = storyOf(seized).wait(10);
      story.add('case.suspended', 'ju', { ground });
      return wholeState(story);
    };
    expect(clockOf(resting('appraisal'), 'seizure')?.dueOn).toBeUndefined();
    expect(clockOf(resting('other'), 'seizure')?.dueOn).toBe('2024-04-04');
    const appraised = stateAfter([...seized, ['case.suspended', 'ju', 10], ['case.resumed', 'ju', 12]]);
    expect(clockOf(appraised, 'seizure')?.dueOn).toBe('2024-04-16');
  });

  it('stops when its act was done, and shows what is due first in front', () => {
    const served = stateAfter(ORDINARY_SCRIPT.slice(0, -4));
    expect(runningClocks(served, TODAY).map(({ id }) => id)).toEqual(['publish', 'pay', 'reconsider', 'sue']);
    expect(runningClocks(stateAfter(ORDINARY_SCRIPT), TODAY)).toEqual([]);
    const paid = stateAfter(ORDINARY_SCRIPT.slice(0, -3));
    expect(runningClocks(paid, TODAY).map(({ id }) => id)).not.toContain('pay');
  });

  it('gives more days to pay when payment is deferred', () => {
    const served = ORDINARY_SCRIPT.slice(0, -4);
    const before = clockOf(stateAfter(served), 'pay')?.rawOn ?? '';
    const after = clockOf(stateAfter([...served, ['case.approved:defer', 'ju', 1]]), 'pay')?.rawOn ?? '';
    expect(Date.parse(after) - Date.parse(before)).toBe(10 * 86_400_000);
  });

  it('opens the court three months from the end of both remedies', () => {
    const clock = clockOf(stateAfter(STRUCTURE_TO_SERVED), 'courtApply');
    expect(clock?.startOn).toBe('2024-09-19');
    expect(clock?.rawOn).toBe('2024-12-19');
  });

  it('shows the way to the court only once all remedies are over, while nothing is paid and none is pending', () => {
    const served = stateAfter(HEARING_SCRIPT.slice(0, 21));
    const { startOn = '' } = clockOf(served, 'courtApply') ?? {};
    const shown = (state: CaseState, on: string): boolean =>
      runningClocks(state, on).some(({ id }) => id === 'courtApply');
    const after = addCalendarDays(startOn, 1);
    expect([shown(served, startOn), shown(served, after)]).toEqual([false, true]);
    const remedies = [{ remedy: 'litigation', filedOn: '2024-05-06' }] as const;
    expect(shown(withFile(served, { paidFen: 50_000 }), after)).toBe(false);
    expect(shown(withFile(served, { remedies }), after)).toBe(false);
    expect(shown(stateAfter([...HEARING_SCRIPT.slice(0, 25)]), '2025-06-01')).toBe(false);
  });

  it('opens the court after the fifteen days to sue, when a reconsideration took longer than six months', () => {
    const remedies = [
      { remedy: 'reconsideration', filedOn: '2024-05-06', endedOn: '2024-12-02', result: 'upheld' },
    ] as const;
    const state = withFile(stateAfter(HEARING_SCRIPT.slice(0, 21)), { remedies });
    expect(clockOf(state, 'courtApply')).toMatchObject({ startOn: '2024-12-17', dueOn: '2025-03-17' });
    expect(runningClocks(state, '2024-12-05').map(({ id }) => id)).toContain('sueAfterReview');
  });

  it('knows no clock of a case that is no file, nor one that nothing started', () => {
    expect(clockOf(undefined, 'decide')).toBeUndefined();
    expect(clockOf(stateAfter(TO_FILED), 'pay')).toBeUndefined();
  });
});

describe('the clocks of measures', () => {
  const APPROVED: readonly Step[] = [...TO_FILED, ['case.approved:measure', 'ju']];
  const ids = (story: FileStory): readonly string[] => runningClocks(wholeState(story), TODAY).map(({ id }) => id);

  it('run for each thing that is held, the one that was taken first in front', () => {
    const story = storyOf([...APPROVED, ['measure.taken:seizure']]).wait(5);
    story.add('measure.taken:seal', 'chen', { id: aUuid(61) });
    const state = wholeState(story);
    expect(clockOf(state, 'seizure')?.startOn).toBe('2024-03-05');
    expect(clockOf(state, 'seizure', undefined, aUuid(61))?.startOn).toBe('2024-03-10');
    story.add('measure.ended');
    expect(clockOf(wholeState(story), 'seizure')?.startOn).toBe('2024-03-10');
    expect(ids(story)).toContain('seizure');
    story.add('measure.ended', 'chen', { id: aUuid(61) });
    expect(ids(story)).not.toContain('seizure');
  });

  it('extends the measure that is named, by its own thirty days', () => {
    const story = storyOf([...APPROVED, ['measure.taken:seizure']]).wait(20);
    story.add('measure.taken:seal', 'chen', { id: aUuid(61) });
    story.wait(15);
    expect(story.do('measure.extended', 'ju')).toMatchObject({ is: 'void', reason: 'period_over' });
    expect(story.do('measure.extended', 'ju', { id: aUuid(61) })).toEqual({ is: 'applied' });
  });

  it('ask for the report of an urgent one within 24 hours, until it is approved or given back', () => {
    const story = storyOf(TO_FILED);
    story.add('measure.taken:seizure', 'chen', { urgent: true });
    expect(clockOf(wholeState(story), 'urgentMeasureReport')).toMatchObject({
      rawOn: '2024-03-06',
      dueOn: '2024-03-06',
    });
    expect(ids(story)[0]).toBe('urgentMeasureReport');
    expect(ids(story.wait(1)).includes('urgentMeasureReport')).toBe(true);
    story.add('case.approved:measure', 'ju');
    expect(ids(story)).not.toContain('urgentMeasureReport');
    expect(ids(storyOf([...APPROVED, ['measure.taken:seizure']]))).not.toContain('urgentMeasureReport');
  });
});

describe('what is done after the decision', () => {
  const SERVED = ORDINARY_SCRIPT.slice(0, -4); // decided on 2024-03-14, served a day later
  const clocks = (story: FileStory): Readonly<Record<string, string>> =>
    Object.fromEntries(runningClocks(wholeState(story), TODAY).map(({ id, startOn }) => [id, startOn]));

  it('is its publication: from the decision until the clerk says where, not only until the file is closed', () => {
    const story = storyOf(SERVED);
    expect(clocks(story)).toMatchObject({ publish: '2024-03-14' });
    expect(clocks(storyOf(ORDINARY_SCRIPT.slice(0, -1)))).toEqual({ publish: '2024-03-14' });
    expect(story.do('case.published', 'chen')).toMatchObject({ is: 'void', reason: 'wrong_role' });
    expect(story.do('case.published', 'nei')).toEqual({ is: 'applied' });
    expect(clocks(story)['publish']).toBeUndefined();
    expect(clocks(storyOf(SPOT_SCRIPT.slice(0, 5)))).toMatchObject({ publish: '2024-03-04' });
  });

  it('is nothing for money that went to the bank by itself', () => {
    expect(clocks(storyOf([...SERVED, ['payment.entered', 'nei']]))['cashIn']).toBeUndefined();
  });

  it('flags cash that is handed in and nobody collected', () => {
    const story = storyOf(SERVED);
    const article = '行政处罚法 §71';
    expect(story.do('cash.handedIn:unit')).toMatchObject({ is: 'flagged', reason: 'no_cash_held', article });
  });

  it('follows parts of a sum to the unit and to the bank (行政处罚法 §71)', () => {
    const story = storyOf(SERVED);
    story.add('payment.entered', 'chen', { way: 'cash', amountFen: 20_000 });
    story.wait(1).add('payment.entered', 'chen', { way: 'cash', amountFen: 30_000 });
    expect(clocks(story)).toMatchObject({ cashIn: '2024-03-15' });
    expect(story.do('cash.handedIn:unit', 'chen', { amountFen: 20_000 })).toEqual({ is: 'applied' });
    expect(clocks(story)).toMatchObject({ cashIn: '2024-03-16', bankIn: '2024-03-16' });
    story.wait(1).add('cash.handedIn:unit', 'chen', { amountFen: 30_000 });
    story.add('cash.handedIn:bank', 'nei', { amountFen: 20_000 });
    expect(clocks(story)['cashIn']).toBeUndefined();
    expect(clocks(story)).toMatchObject({ bankIn: '2024-03-17' });
    story.add('cash.handedIn:bank', 'nei', { amountFen: 30_000 });
    expect(clocks(story)['bankIn']).toBeUndefined();
    expect(story.state()?.file?.paidFen).toBe(50_000);
  });

  it('is the three years only of who cannot pay, not of an appraisal', () => {
    const story = storyOf(SERVED);
    story.add('case.suspended', 'ju', { ground: 'no_means' });
    expect(clocks(story)).toMatchObject({ suspended: '2024-03-15' });
    expect(clocks(storyOf([...TO_FILED, ['case.suspended', 'ju']]))['suspended']).toBeUndefined();
  });
});

describe('the limitation', () => {
  const ids = (steps: readonly Step[]): readonly string[] =>
    runningClocks(stateAfter(steps), TODAY).map(({ id }) => id);

  it('runs from the finding until the filing, and on the spot not at all', () => {
    expect(clockOf(stateAfter(TO_FILED.slice(0, 3)), 'limitation')?.dueOn).toBe('2026-03-04');
    expect(ids(TO_FILED.slice(0, 3))).toEqual(['verifyClue', 'limitation']);
    expect(ids(TO_FILED)).toEqual(['decide']);
    expect(ids(SPOT_SCRIPT.slice(0, 3))).toEqual([]);
  });

  it('is counted from the end of the act once that was said, five years where it did grave harm', () => {
    const story = storyOf(TO_FILED.slice(0, 3));
    story.add('case.filed', 'ju', { actEndedOn: '2024-01-31', graveHarm: true });
    expect(clockOf(wholeState(story), 'limitationGrave')?.dueOn).toBe('2029-01-31');
    expect(clockOf(wholeState(story), 'limitation')).toBeUndefined();
  });
});
