import { expect, it } from 'vitest';

import { inCrs, metresBetween } from '#shared/geo/datum.ts';

import { frameOf } from './frame.ts';
import { zoneShapes } from './shapes.ts';

const PLACE = { lon: 115.0389, lat: 30.1997 };

it('on a ground in GCJ-02 everything is moved there, and taps come back', () => {
  const frame = frameOf('GCJ02');
  expect(frame.toMap(PLACE)).toEqual(inCrs(PLACE, 'GCJ02'));
  expect(metresBetween(frame.fromMap(frame.toMap(PLACE)), PLACE)).toBeLessThan(0.05);
  const shapes = zoneShapes([
    [
      [1_150_389_000, 301_997_000],
      [1_150_399_000, 301_997_000],
      [1_150_399_000, 302_007_000],
    ],
  ]);
  const [feature] = frame.shapes(shapes).features;
  const { lon, lat } = inCrs(PLACE, 'GCJ02');
  expect(feature?.geometry).toMatchObject({ type: 'Polygon', coordinates: [[[lon, lat], {}, {}, [lon, lat]]] });
});

it.each(['WGS84', 'CGCS2000'] as const)('on one in %s nothing is', (crs) => {
  const frame = frameOf(crs);
  const shapes = zoneShapes([]);
  expect(frame.shapes(shapes)).toBe(shapes);
  expect(frame.fromMap(frame.toMap(PLACE))).toBe(PLACE);
});
