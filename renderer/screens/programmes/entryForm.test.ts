import { describe, expect, it } from 'vitest';

import type { Indicator } from '#shared/programme/programme.ts';

import { monthsUntil, problemIn, valueIn } from './entryForm.ts';

function indicator(overrides: Partial<Indicator> = {}): Indicator {
  const base = { id: 'water-loss', name: '漏损率', unit: '%', decimals: 2, target: 1000 } as const;
  return { ...base, direction: '<=', aggregation: 'latest', source: 'manual', evidenceRequired: true, ...overrides };
}

describe('the form of a monthly value', () => {
  it('takes a value in its smallest unit and refuses what cannot be one', () => {
    expect(valueIn(indicator(), '9.85')).toBe(985);
    expect(problemIn(indicator(), '100.01')).toBe('percent_too_large');
    expect(problemIn(indicator(), '9.855')).toBe('too_fine');
    expect(problemIn(indicator(), '约9')).toBe('not_a_number');
    expect(valueIn(indicator(), '100.01')).toBeUndefined();
  });

  it('of yes or no takes nothing else', () => {
    const done = indicator({ direction: 'bool', unit: '', decimals: 0, target: 1 });
    expect([problemIn(done, ''), valueIn(done, '1'), valueIn(done, '0'), valueIn(done, '')]).toEqual([
      ...['choose', 1, 0, undefined],
    ]);
  });

  it('offers the months that have begun: none of a year to come, all of one that is over', () => {
    expect(monthsUntil(2024, '2024-03-01')).toEqual(['2024-01', '2024-02', '2024-03']);
    expect([monthsUntil(2025, '2024-12-31').length, monthsUntil(2023, '2024-01-01').length]).toEqual([0, 12]);
  });
});
