import { describe, expect, it } from 'vitest';

import type { Position } from '../events/fields.ts';
import { inCrs } from '../geo/datum.ts';
import { aPlan, aUuid, ORG } from '../testing/builders.ts';

import { inWalkingOrder, progressOf, type TaskInspection, type TaskSite } from './progress.ts';

function aTaskSite(n: number, change: Partial<TaskSite> = {}): TaskSite {
  return { id: aUuid(n), register: 'shop', street: '420202005', address: `大道${String(n)}号`, ...change };
}
function anInspection(n: number, change: Partial<TaskInspection> = {}): TaskInspection {
  const submittedAt = '2024-03-05T02:00:00.000Z';
  return { id: aUuid(100 + n), org: ORG, siteId: aUuid(n), checklist: 'menqian-sanbao', submittedAt, ...change };
}
const TASK = { plan: aPlan(), org: ORG };
const SITES = [aTaskSite(11), aTaskSite(12)];
const openIds = (one: TaskInspection): readonly string[] => progressOf(TASK, SITES, [one]).open.map(({ id }) => id);

describe('progressOf', () => {
  it('counts a site by an inspection of anybody of the organisation, and names it', () => {
    expect(progressOf(TASK, SITES, [anInspection(11)])).toEqual({
      open: [SITES[1]],
      done: [{ site: SITES[0], inspection: aUuid(111) }],
    });
  });

  it('does not count another organisation, another checklist, or a day outside of the dates in China', () => {
    const both = [aUuid(11), aUuid(12)];
    expect(openIds(anInspection(11, { org: 'other' }))).toEqual(both);
    expect(openIds(anInspection(11, { checklist: 'gas-user' }))).toEqual(both);
    expect(openIds(anInspection(11, { submittedAt: '2024-03-03T15:59:59.000Z' }))).toEqual(both);
    expect(openIds(anInspection(11, { submittedAt: '2024-03-03T16:00:00.000Z' }))).toEqual([aUuid(12)]);
    expect(openIds(anInspection(11, { submittedAt: '2024-03-08T15:59:59.000Z' }))).toEqual([aUuid(12)]);
    expect(openIds(anInspection(11, { submittedAt: '2024-03-08T16:00:00.000Z' }))).toEqual(both);
  });

  it('is about the streets and the register, or about the named sites alone', () => {
    const others = [...SITES, aTaskSite(13, { street: '420202001' }), aTaskSite(14, { register: 'ad' })];
    expect(progressOf(TASK, others, []).open).toEqual(SITES);
    const named = { ...TASK, plan: aPlan({ siteIds: [aUuid(12), aUuid(99)] }) };
    expect(progressOf(named, others, []).open).toEqual([SITES[1]]);
  });
});

describe('inWalkingOrder', () => {
  const at = (lonE7: number): Position => ({ lonE7, latE7: 302_000_000, crs: 'WGS84', source: 'map' });
  const far = aTaskSite(1, { position: at(1_150_900_000) });
  const near = aTaskSite(2, { position: at(1_150_010_000) });
  const unknown = aTaskSite(3);

  it('begins with the nearest, and ends with those of unknown place', () => {
    expect(inWalkingOrder([unknown, far, near], at(1_150_000_000))).toEqual([near, far, unknown]);
  });

  it('goes by address without a place', () => {
    expect(inWalkingOrder([unknown, near, far])).toEqual([far, near, unknown]);
  });

  it('compares positions of different reference systems where they are on the ground', () => {
    // In Huangshi GCJ-02 stands some 500 m off: as bare numbers, the other one would be nearer.
    const here = at(1_150_000_000);
    const { lon, lat } = inCrs({ lon: 115, lat: 30.2 }, 'GCJ02');
    const beside = aTaskSite(4, {
      position: { lonE7: Math.round(lon * 1e7), latE7: Math.round(lat * 1e7), crs: 'GCJ02', source: 'map' },
    });
    const other = aTaskSite(1, { position: at(1_150_010_000) });
    expect(inWalkingOrder([other, beside], here)).toEqual([beside, other]);
  });
});
