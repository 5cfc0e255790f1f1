import { expect, it } from 'vitest';

import type { IndicatorStanding } from '#renderer/queries/programmes.ts';
import type { Contribution } from '#shared/programme/contributions.ts';
import type { Indicator } from '#shared/programme/programme.ts';
import { progressOf } from '#shared/programme/progress.ts';
import { standingOf } from '#shared/programme/standing.ts';

import { planSheets, planWorkbook } from './planWorkbook.ts';

const SEWERS: Indicator = {
  ...{ id: 'sewers', name: '污水管网', unit: '公里', decimals: 3, direction: '>=', target: 100_000 },
  ...{ aggregation: 'sum', source: 'manual', evidenceRequired: true },
};

function standings(...values: readonly number[]): readonly IndicatorStanding[] {
  const made = values.map((value, index): Contribution => {
    const month = `2024-0${String(index + 1)}-01`;
    return { is: 'entry', id: String(index), title: month, org: 'hsg', on: month, value, parts: [] };
  });
  const standing = standingOf(SEWERS, 2024, { made }, '2025-01-01');
  return [{ indicator: SEWERS, standing, progress: progressOf(SEWERS, standing, 2024, '2025-01-01') }];
}

it('writes numbers that can be added up, and leaves cells without data empty', () => {
  const full = planSheets(standings(1500, 2000), () => '黄石港城管局');
  expect(full.indicators[1]).toEqual([
    ...['污水管网', '不少于 100 公里', 3.5, '公里', '3.5%', null, '未达标', '每月填报'],
  ]);
  expect(full.orgs[1]).toEqual(['污水管网', '黄石港城管局', 3.5, '公里']);
  expect(full.months[1]?.slice(2, 5)).toEqual([1.5, 2, null]);
  expect(planSheets(standings(), (org) => org).indicators[1]?.slice(2, 7)).toEqual([
    ...[null, '公里', null, null, '暂无数据'],
  ]);
});

it('comes out as a ZIP with its three sheets', async () => {
  const bytes = await planWorkbook(standings(1500), (org) => org);
  const text = new TextDecoder('latin1').decode(bytes);
  expect(text.startsWith('PK')).toBe(true);
  for (const n of [1, 2, 3]) expect(text).toContain(`xl/worksheets/sheet${String(n)}.xml`);
});
