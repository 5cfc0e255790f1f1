import { expect, it } from 'vitest';

import { aPlan, ORG } from '../testing/builders.ts';

import type { TaskState } from './fold.ts';
import { inTurn, isFor, turnOf } from './turn.ts';

function aTask(change: Partial<TaskState> = {}): TaskState {
  return { id: '1', org: ORG, by: 'li', plan: aPlan(), assignees: ['chen'], state: 'open', handovers: [], ...change };
}

it('is for the named people and for the team, of the own organisation', () => {
  const chen = { user: 'chen', org: ORG };
  expect(isFor(aTask(), chen)).toBe(true);
  expect(isFor(aTask(), { ...chen, user: 'wang', team: '一中队' })).toBe(false);
  expect(isFor(aTask({ team: '一中队' }), { ...chen, user: 'wang', team: '一中队' })).toBe(true);
  expect(isFor(aTask(), { ...chen, org: 'other' })).toBe(false);
});

it.each([
  ['2024-03-03', 'ahead'],
  ['2024-03-04', 'later'],
  ['2024-03-05', 'later'],
  ['2024-03-06', 'near'],
  ['2024-03-07', 'near'],
  ['2024-03-08', 'today'],
  ['2024-03-09', 'overdue'],
] as const)('on %s it is %s', (today, turn) => {
  expect(turnOf(aTask(), today)).toBe(turn);
});

it('puts the longest overdue first and leaves out what ended or has no plan', () => {
  const late = aTask({ id: '2', plan: aPlan({ to: '2024-03-06' }) });
  const later = aTask({ id: '3' });
  const { plan: _plan, ...loose } = aTask({ id: '4' });
  expect(inTurn([later, aTask({ id: '5', state: 'done' }), loose, late])).toEqual([late, later]);
});
