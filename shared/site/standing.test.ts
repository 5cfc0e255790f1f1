import { expect, it } from 'vitest';

import { aChecklist } from '../testing/checklists.ts';

import { standingOf, type Inspected, type StandingRule } from './standing.ts';

const RULE: StandingRule = { red: ['red'], black: ['black'], failing: ['yellow', 'black'], failures: 3 };
const LIST = aChecklist();

/** Inspections with these points, a day apart, the last one last. */
function inspected(...points: readonly number[]): readonly Inspected[] {
  return points.map((point, day) => ({
    checklist: LIST.id,
    checklistVersion: LIST.version,
    scoreTenths: point * 10,
    submittedAt: `2024-03-0${String(day + 1)}T01:00:00.000Z`,
  }));
}

it.each([
  ['no inspection', [], undefined],
  ['a good last one', [50, 95], { is: 'red' }],
  ['an average last one', [95, 85], undefined],
  ['a bad last one', [95, 95, 60], { is: 'black', by: 'last' }],
  ['three poor ones in a row', [95, 75, 75, 75], { is: 'black', by: 'repeated' }],
  ['two poor ones only', [75, 75], undefined],
  ['three poor ones with a good one between', [75, 75, 85, 75], undefined],
  ['three poor ones and a good one since', [75, 75, 75, 95], { is: 'red' }],
])('%s', (_name, points, standing) => {
  expect(standingOf(inspected(...points), [LIST], RULE)).toEqual(standing);
  expect(standingOf([...inspected(...points)].reverse(), [LIST], RULE)).toEqual(standing);
});

it('is not said by a checklist that is not here', () => {
  expect(standingOf(inspected(60), [aChecklist({ version: 2 })], RULE)).toBeUndefined();
});
