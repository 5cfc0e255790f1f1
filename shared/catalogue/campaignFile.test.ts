import { expect, it } from 'vitest';

import { campaignFileField, campaignNames, campaignsOn } from './campaignFile.ts';

const TWO = [
  { id: 'civilised-city', name: '创文国检', from: '2024-01-01' },
  { id: 'winter', name: '冬季清雪', from: '2024-11-01', to: '2025-02-28' },
];

it('offers what goes on that day, the last day included', () => {
  const on = (day: string): readonly string[] => campaignsOn(TWO, day).map(({ id }) => id);
  expect(on('2023-12-31')).toEqual([]);
  expect(on('2024-06-01')).toEqual(['civilised-city']);
  expect(on('2025-02-28')).toEqual(['civilised-city', 'winter']);
  expect(on('2025-03-01')).toEqual(['civilised-city']);
});

it('names them, also one that the file no longer knows', () => {
  expect(campaignNames(TWO, ['winter', 'gone'])).toBe('冬季清雪、gone');
  expect(campaignNames(TWO)).toBe('');
});

it('takes no file that says an id twice or ends before it begins', () => {
  const file = { schema: 'xunzhi.campaigns.v1', source: '示例' };
  const taken = (campaigns: readonly object[]): boolean => campaignFileField.safeParse({ ...file, campaigns }).success;
  expect(taken(TWO)).toBe(true);
  expect(taken([...TWO, { ...TWO[0] }])).toBe(false);
  expect(taken([{ ...TWO[1], to: '2024-10-31' }])).toBe(false);
});
