import { expect, it } from 'vitest';

import { clustersOf, type Bounds } from './points.ts';

const WORLD: Bounds = [-180, -85, 180, 85];
const lonLats = Float64Array.from([115.04, 30.2, 115.0401, 30.2001, 115.3, 30.1]);

it('draws neighbours as one with their number, and where it falls apart', () => {
  const marks = clustersOf(lonLats).marksIn(WORLD, 10.7);
  expect(marks).toHaveLength(2);
  const cluster = marks.find(({ is }) => is === 'cluster');
  expect(cluster).toMatchObject({ count: 2 });
  const apartAt = cluster?.is === 'cluster' ? cluster.apartAt : 0;
  expect(clustersOf(lonLats).marksIn(WORLD, apartAt)).toHaveLength(3);
});

it('names single points by their place in the list', () => {
  expect(clustersOf(lonLats).marksIn([115.2, 30, 115.4, 30.3], 12)).toEqual([
    { is: 'point', lon: expect.closeTo(115.3, 5) as number, lat: expect.closeTo(30.1, 5) as number, index: 2 },
  ]);
});

it('every point is drawn once, alone or in a cluster, at every zoom', () => {
  const many = Float64Array.from({ length: 2000 }, (_, n) => (n % 2 === 0 ? 114.8 : 30) + ((n * 7919) % 1000) / 2500);
  const clusters = clustersOf(many);
  for (const zoom of [3, 8, 12, 15, 18]) {
    const drawn = clusters.marksIn(WORLD, zoom).map((mark) => (mark.is === 'point' ? 1 : mark.count));
    expect(drawn.reduce((sum, one) => sum + one, 0)).toBe(1000);
  }
});
