import { describe, expect, it } from 'vitest';

import type { Contribution } from './contributions.ts';
import type { Indicator } from './programme.ts';
import { progressOf } from './progress.ts';
import { standingOf, type Sources } from './standing.ts';

const SUM: Indicator = {
  ...{ id: 'sewers', name: '污水管网', unit: '公里', decimals: 0, direction: '>=', target: 100 },
  ...{ aggregation: 'sum', source: 'manual', evidenceRequired: true },
};
const SHARE: Indicator = { ...SUM, id: 'loss', direction: '<=', target: 10, aggregation: 'latest' };
const CLEARED: Indicator = { ...SUM, id: 'ads', direction: '->0', target: 0, aggregation: 'remaining' };
const DONE: Indicator = { ...SUM, id: 'done', direction: 'bool', target: 1, aggregation: 'latest' };

function of(value: number): Contribution {
  return { is: 'entry', id: 'x', title: '', org: 'hsg', on: '2026-01-01', value, parts: [] };
}

function on(indicator: Indicator, sources: Sources, today: string): string {
  return progressOf(indicator, standingOf(indicator, 2026, sources, today), 2026, today);
}

describe('how an indicator gets on', () => {
  it('is behind where the straight line ends under the target, and missed once the year is over', () => {
    expect(on(SUM, { made: [of(60)] }, '2026-07-01')).toBe('on_track');
    expect(on(SUM, { made: [of(40)] }, '2026-07-01')).toBe('behind');
    expect(on(SUM, { made: [of(40)] }, '2027-01-01')).toBe('missed');
    expect(on(SUM, { made: [of(100)] }, '2027-01-01')).toBe('met');
    expect(on({ ...SUM, dueOn: '2026-06-30' }, { made: [of(60)] }, '2026-07-01')).toBe('missed');
  });

  it('of a share above its limit is behind, without any pace', () => {
    expect([on(SHARE, { made: [of(12)] }, '2026-02-01'), on(SHARE, { made: [of(9)] }, '2026-02-01')]).toEqual([
      ...['behind', 'met'],
    ]);
  });

  it('of an inventory goes by how much of the year is gone, and what has no number is never on track', () => {
    const half = { made: [of(5)], listed: 10 };
    expect([on(CLEARED, half, '2026-06-30'), on(CLEARED, half, '2026-07-15')]).toEqual(['on_track', 'behind']);
    expect(on(CLEARED, { ...half, unmeasured: 1 }, '2026-02-01')).toBe('behind');
  });

  it('says nothing of what has no data or no target, and of yes or no nothing before its day', () => {
    expect(on(SUM, { made: [] }, '2027-01-01')).toBe('no_data');
    const { target: _, ...open } = { ...SUM, direction: 'none' as const };
    expect(on(open, { made: [of(1)] }, '2026-02-01')).toBe('no_target');
    expect([on(DONE, { made: [of(0)] }, '2026-12-31'), on(DONE, { made: [of(0)] }, '2027-01-01')]).toEqual([
      ...['on_track', 'missed'],
    ]);
  });
});
