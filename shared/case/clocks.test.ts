import { describe, expect, it } from 'vitest';

import { HEARING_SCRIPT, ORDINARY_SCRIPT, STRUCTURE_TO_SERVED, TO_FILED, type Step } from '../testing/fileScripts.ts';
import { FileStory } from '../testing/fileStory.ts';

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
    expect(runningClocks(served, TODAY).map(({ id }) => id)).toEqual(['pay', 'reconsider', 'sue']);
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

  it('knows no clock of a case that is no file, nor one that nothing started', () => {
    expect(clockOf(undefined, 'decide')).toBeUndefined();
    expect(clockOf(stateAfter(TO_FILED), 'pay')).toBeUndefined();
  });
});
