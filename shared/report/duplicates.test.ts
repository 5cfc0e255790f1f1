import { describe, expect, it } from 'vitest';

import type { Position } from '../events/fields.ts';
import { aUuid, isoAt, ORG } from '../testing/builders.ts';
import { aReport } from '../testing/reports.ts';

import { likelyDuplicates, likeness, metresBetween } from './duplicates.ts';
import type { ReportState } from './state.ts';

function report(n: number, data: Partial<ReportState['data']> = {}): ReportState {
  const received = aReport(data);
  const base = { org: ORG, by: 'clerk', receivedAt: received.receivedAt, steps: [] };
  return { ...base, id: aUuid(n), state: 'new', data: received };
}

function place(lonE7: number, latE7: number, crs: Position['crs'] = 'WGS84'): ReportState['data']['place'] {
  return { address: '某处', position: { lonE7, latE7, crs, source: 'device' } };
}

const HERE = place(1_150_480_000, 302_200_000);

describe('reports that may be of one thing', () => {
  const one = report(1, { place: HERE });

  it.each([
    ['100 m away, the same matter, other words', { text: '水果摊', place: place(1_150_490_000, 302_200_000) }, 1],
    ['at 400 m', { place: place(1_150_522_000, 302_200_000) }, 0],
    ['three days later', { place: HERE, happenedAt: isoAt(3 * 86_400) }, 0],
    ['of another matter and other words', { text: '井盖坏了', matter: '06013', place: HERE }, 0],
    [
      'without a matter, in nearly the same words',
      { text: '公园门口占道卖水果，影响通行', matter: undefined, place: HERE },
      1,
    ],
    ['of another kind', { kind: 'suggestion' as const, place: HERE }, 0],
  ])('%s: %#', (_name, data, count) => {
    expect(likelyDuplicates(one, [one, report(2, data)])).toHaveLength(count);
  });

  it('are compared by street and address where a position is missing', () => {
    const plain = report(3);
    const near = report(4, { place: { address: '杭州西路公园门口东侧' } });
    const far = report(5, { place: { address: '磁湖路18号' } });
    expect(likelyDuplicates(plain, [near, far]).map(({ report: { id } }) => id)).toEqual([near.id]);
  });

  it('leave out what is merged already and other organisations', () => {
    const other = { ...report(6, { place: HERE }), org: 'xss' };
    expect(likelyDuplicates(one, [{ ...report(7, { place: HERE }), state: 'merged' }, other])).toEqual([]);
  });
});

it('measures in metres, and not between systems that lie apart', () => {
  expect(metresBetween(HERE.position, place(1_150_490_000, 302_200_000, 'CGCS2000').position)).toBe(96);
  expect(metresBetween(HERE.position, place(1_150_490_000, 302_200_000, 'GCJ02').position)).toBeUndefined();
});

it('finds texts alike by pairs of letters', () => {
  expect(likeness('占道经营', '有人占道经营')).toBe(1);
  expect(likeness('占道经营', '道路破损')).toBe(0);
  expect(likeness('', '道路')).toBe(0);
});
