import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { inProject } from '../run/project.mjs';

import { isKnown, programmeProblems, programmes } from './planRefs.ts';
import { planText } from './planText.ts';

/** Every row of the plan of 2024. */
const ROWS = [
  ...['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2.1', '2.2', '2.3', '2.4'],
  ...['2.5a', '2.5b', '2.5c', '2.5d', '2.5e', '2.5f', '2.5g', '2.6a', '2.6b', '2.6c', '2.6d'],
  ...['3.1a', '3.1b', '3.1c', '3.2', '3.3', '3.4', '3.5', '4.1a', '4.1b', '4.1c', '4.2a', '4.2b'],
  ...['4.3a', '4.3b', '4.3c', '4.3d', '4.3e', '4.4a', '4.4b', '4.4c', '0'],
];

describe('the plan of 2024', () => {
  const plan = programmes.find(({ year }) => year === 2024);
  if (plan === undefined) throw new Error('the plan is missing');

  it('parses, and has every row, four of them bold', () => {
    expect(programmeProblems).toEqual([]);
    expect(plan.rows.map(({ id }) => id)).toEqual(ROWS);
    const bold = plan.rows.filter((row) => row.bold === true).map(({ id }) => id);
    expect(bold).toEqual(['2.6b', '2.6c', '2.6d', '3.5']);
  });

  it('has 23 numeric targets, what is to come to zero as count and as area, and two that are done or not (1.4, 2.5d)', () => {
    const withTarget = plan.indicators.filter(({ target }) => target !== undefined);
    const of = (...wanted: readonly string[]) => withTarget.filter(({ direction }) => wanted.includes(direction));
    expect([of('>=', '<=').length, of('->0').length, of('bool').length]).toEqual([23, 2, 2]);
    const derived = plan.indicators.filter(({ source }) => source === 'derived').map(({ id }) => id);
    expect(derived).toEqual([
      ...['parking-spaces', 'demolished', 'stall-zones', 'ads-remaining', 'ads-remaining-area'],
      ...['covers-replaced', 'points-fixed'],
    ]);
  });

  it.each(plan.rows)('$id is served by something that exists', ({ serves }) => {
    const unknown = serves.filter(({ by, ref }) => !isKnown(plan, by, ref));
    expect(unknown).toEqual([]);
  });

  it('only notes one row, that asks for nothing the app could do', () => {
    const noted = plan.rows.filter(({ serves }) => serves.every(({ by }) => by === 'note')).map(({ id }) => id);
    expect(noted).toEqual(['4.4c']);
  });

  it('names nothing that does not exist', () => {
    expect(isKnown(plan, 'checklist', 'nothing')).toBe(false);
    expect(isKnown(plan, 'matter', 'XX')).toBe(false);
    expect(isKnown(plan, 'screen', '/nowhere')).toBe(false);
  });
});

it('is what docs/plan.md says (else: npx tsx scripts/generate/plan.ts)', () => {
  expect(readFileSync(inProject('docs/plan.md'), 'utf8')).toBe(planText());
});
