import { expect, it } from 'vitest';

import { byNearness, nearnessOf, type Nearness } from './nearPlace.ts';

const at = (lonE7: number, latE7: number, crs: 'WGS84' | 'GCJ02' = 'WGS84') =>
  ({ lonE7, latE7, crs, source: 'map' }) as const;
const place = { address: '示例路公园门口', position: at(1_150_480_000, 302_200_000) };

it('counts metres where both have a position, of whatever system', () => {
  expect(nearnessOf(place, { address: '别处', position: at(1_150_490_000, 302_200_000) })).toEqual({ metres: 96 });
  // The same numbers in GCJ-02 lie some hundred metres away.
  expect(nearnessOf(place, { address: '示例路公园门口', position: at(1_150_480_000, 302_200_000, 'GCJ02') })).toBe(
    undefined,
  );
  expect(nearnessOf(place, { address: '示例路公园门口', position: at(1_150_600_000, 302_200_000) })).toBeUndefined();
});

it('compares the addresses where a position is missing', () => {
  expect(nearnessOf(place, { address: '示例路公园大门' })).toEqual({ like: expect.any(Number) as number });
  expect(nearnessOf(place, { address: '另一条街 9 号' })).toBeUndefined();
});

it('puts what is measured first, and the nearer first', () => {
  const all: Nearness[] = [{ like: 0.6 }, { metres: 90 }, { like: 0.9 }, { metres: 10 }];
  expect(all.sort(byNearness)).toEqual([{ metres: 10 }, { metres: 90 }, { like: 0.9 }, { like: 0.6 }]);
});
