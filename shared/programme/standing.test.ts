import { describe, expect, it } from 'vitest';

import type { CaseState } from '../case/state.ts';
import { aSha, anEvent, aUuid } from '../testing/builders.ts';

import { clearingOf, demolitionOf, integerOf, proofContributions } from './contributions.ts';
import { indicatorEntries } from './entries.ts';
import type { Indicator } from './programme.ts';
import { entrySources, standingOf } from './standing.ts';

const TODAY = '2024-07-01';

function indicator(overrides: Partial<Indicator> = {}): Indicator {
  const base = { id: 'sewers', name: '污水管网', unit: '公里', decimals: 3, target: 100_000 } as const;
  return { ...base, direction: '>=', aggregation: 'sum', source: 'manual', evidenceRequired: true, ...overrides };
}

function entered(month: string, value: number, org = 'hsgcg') {
  const [year] = month.split('-').map(Number);
  return anEvent('indicator.entered', { year: year ?? 0, indicator: 'sewers', month, value }, { org });
}

function standing(events: readonly ReturnType<typeof entered>[], one = indicator()) {
  return standingOf(one, 2024, entrySources(indicatorEntries(events), one, 2024), TODAY);
}

describe('values entered by hand', () => {
  it('are added up over months and organisations; a correction takes the place of what it corrects', () => {
    const events = [entered('2024-01', 10_000), entered('2024-02', 99_000), entered('2024-01', 5_000, 'xssgcg')];
    const corrected = [...events, entered('2024-02', 20_000)];
    expect(standing(corrected)).toMatchObject({
      ...{ actual: 35_000, percentTenths: 350, isMet: false },
      months: [15_000, 20_000, ...Array<undefined>(10).fill(undefined)],
      byOrg: [
        { org: 'hsgcg', value: 30_000 },
        { org: 'xssgcg', value: 5_000 },
      ],
    });
    expect(standing(corrected.toReversed())).toEqual(standing(corrected));
  });

  it('of a level count by the last month, and another year counts nothing', () => {
    const level = indicator({ direction: '<=', target: 1000, aggregation: 'latest' });
    expect(standing([entered('2024-01', 1200), entered('2024-03', 950)], level)).toMatchObject({
      ...{ actual: 950, isMet: true },
      forecast: undefined,
    });
    expect(standing([entered('2023-12', 950)], level).actual).toBeUndefined();
  });

  it('forecast goes straight on by the days gone', () => {
    expect(standing([entered('2024-01', 18_300)]).forecast).toBe(Math.floor((18_300 * 366) / 183));
    expect(standing([]).forecast).toBeUndefined();
  });
});

type Overrides = { readonly is?: 'accepted' | 'returned' | 'none'; readonly after?: readonly string[] };

function demolished({ is = 'accepted', after = [aSha(2)] }: Overrides = {}) {
  const file = { demolished: { on: '2024-05-01', mode: 'self', areaE2: 8640, before: [aSha(1)], after } };
  const supervision = { is, at: '2024-05-31T17:00:00.000Z' };
  return demolitionOf({ id: aUuid(3), org: 'hsgcg', title: '案', file, supervision } as unknown as CaseState);
}

describe('拆除违建', () => {
  it('counts an accepted case on the day of acceptance in Huangshi, with its parts', () => {
    expect(demolished()).toMatchObject({ on: '2024-06-01', value: 8640, parts: ['self', 'unknown'] });
  });

  it('does not count what was returned, was never looked at, or shows no other photo afterwards', () => {
    expect(demolished({ is: 'returned' })).toBeUndefined();
    expect(demolished({ is: 'none' })).toBeUndefined();
    expect(demolished({ after: [] })).toBeUndefined();
    expect(demolished({ after: [aSha(1)] })).toBeUndefined();
  });
});

describe('inspections', () => {
  const inspection = (n: number, siteId: string, submittedAt: string, amount: string) => ({
    ...{ id: aUuid(n), org: 'hsgcg', siteId, submittedAt },
    site: { name: '停车场' },
    amounts: { 'spaces-added': amount },
  });

  it('count once for each place, the last one of the year in Huangshi', () => {
    const all = [
      inspection(1, 'a', '2024-03-01T00:00:00.000Z', '40'),
      inspection(2, 'a', '2024-04-01T00:00:00.000Z', '60'),
      inspection(3, 'b', '2023-12-31T16:30:00.000Z', '7'),
      inspection(4, 'c', '2024-12-31T16:30:00.000Z', '500'),
    ];
    const made = proofContributions(all, 'spaces-added', 2024, 0);
    expect(made.map(({ value, on }) => [value, on])).toEqual([
      [60, '2024-04-01'],
      [7, '2024-01-01'],
    ]);
    expect(proofContributions(all.toReversed(), 'spaces-added', 2024, 0)).toHaveLength(2);
    expect(integerOf('2.59', 1)).toBe(25);
  });
});

describe('what is to be cleared', () => {
  const ads = indicator({ direction: '->0', target: 0, aggregation: 'remaining', decimals: 0 });
  const site = (n: number, state: string, clearing = 'yes', register = 'ad') => ({
    ...{ id: aUuid(n), name: `广告${String(n)}`, org: 'hsgcg', register, state },
    fields: { clearing, areaCm2: '20000' },
  });
  const at = (sites: readonly ReturnType<typeof site>[], field?: string) => {
    const { left, ...rest } = clearingOf(sites, { register: 'ad', field }, new Set(['removed']), TODAY);
    return standingOf(ads, 2024, { made: left, ...rest }, TODAY);
  };

  it('an empty register is no data and never cleared; all removed is cleared', () => {
    expect(at([])).toMatchObject({ actual: undefined, isMet: undefined, percentTenths: undefined });
    expect(at([site(1, 'listed', 'no'), site(2, 'listed', 'yes', 'shop')]).actual).toBeUndefined();
    expect(at([site(1, 'removed')])).toMatchObject({ actual: 0, isMet: true, percentTenths: 1000 });
  });

  it('counts what is left, or its area', () => {
    const sites = [site(1, 'removed'), site(2, 'listed'), site(3, 'ordered'), site(4, 'listed', 'no')];
    expect(at(sites)).toMatchObject({ actual: 2, isMet: false, percentTenths: 333 });
    expect(at(sites, 'areaCm2').actual).toBe(40_000);
  });

  it('is not cleared while something is left whose area nobody entered', () => {
    const unknown = { ...site(2, 'listed'), fields: { clearing: 'yes', areaCm2: '' } };
    expect(at([site(1, 'removed'), unknown], 'areaCm2')).toMatchObject({
      actual: 0,
      isMet: false,
      percentTenths: undefined,
      unmeasured: 1,
    });
  });
});
