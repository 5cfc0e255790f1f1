import { expect, it } from 'vitest';

import type { SelfCheckData } from '../events/siteEvents.ts';
import { aSelfCheck } from '../testing/builders.ts';
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
  ['a good last one', [50, 95], { is: 'red', by: 'last' }],
  ['an average last one', [95, 85], undefined],
  ['a bad last one', [95, 95, 60], { is: 'black', by: 'last' }],
  ['three poor ones in a row', [95, 75, 75, 75], { is: 'black', by: 'repeated' }],
  ['two poor ones only', [75, 75], undefined],
  ['three poor ones with a good one between', [75, 75, 85, 75], undefined],
  ['three poor ones and a good one since', [75, 75, 75, 95], { is: 'red', by: 'last' }],
])('%s', (_name, points, standing) => {
  expect(standingOf(inspected(...points), [LIST], RULE)).toEqual(standing);
  expect(standingOf([...inspected(...points)].reverse(), [LIST], RULE)).toEqual(standing);
});

it('is not said by a checklist that is not here', () => {
  expect(standingOf(inspected(60), [aChecklist({ version: 2 })], RULE)).toBeUndefined();
});

const COUNTS: StandingRule = { ...RULE, selfChecks: { bands: ['good'], passed: 2, days: 30 } };
const failed = { duties: [{ duty: 'order', name: '包秩序', answer: 'fail' as const }] };

it.each([
  ['two good ones', 85, [{ checkedOn: '2024-03-01' }, { checkedOn: '2024-03-08' }], { is: 'red', by: 'selfChecks' }],
  ['one alone', 85, [{ checkedOn: '2024-03-08' }], undefined],
  ['one that is too old', 85, [{ checkedOn: '2024-01-01' }, { checkedOn: '2024-03-08' }], undefined],
  ['a bad last one', 85, [{ checkedOn: '2024-03-01' }, { checkedOn: '2024-03-08', ...failed }], undefined],
  [
    'a bad one before',
    85,
    [{ checkedOn: '2024-02-20', ...failed }, { checkedOn: '2024-03-01' }, { checkedOn: '2024-03-08' }],
    { is: 'red', by: 'selfChecks' },
  ],
  ['a poor inspection', 75, [{ checkedOn: '2024-03-01' }, { checkedOn: '2024-03-08' }], undefined],
  ['a bad inspection', 60, [{ checkedOn: '2024-03-01' }, { checkedOn: '2024-03-08' }], { is: 'black', by: 'last' }],
] as const)('own checks of an alliance, where the rule counts them: %s', (_name, points, days, standing) => {
  const own = { checks: days.map((one) => aSelfCheck(one as Partial<SelfCheckData>)), today: '2024-03-10' };
  expect(standingOf(inspected(points), [LIST], COUNTS, own)).toEqual(standing);
  // Without the rule they count for nothing.
  const without = standingOf(inspected(points), [LIST], RULE, own);
  expect(without).toEqual(standingOf(inspected(points), [LIST], RULE));
});

it('is not given for own checks alone', () => {
  const own = {
    checks: [aSelfCheck({ checkedOn: '2024-03-08' }), aSelfCheck({ checkedOn: '2024-03-09' })],
    today: '2024-03-10',
  };
  expect(standingOf([], [LIST], COUNTS, own)).toBeUndefined();
});
