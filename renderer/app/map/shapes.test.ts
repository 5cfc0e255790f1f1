import { expect, it } from 'vitest';

import type { Ring } from '#shared/geo/ring.ts';

import { boundsOf, drawingShapes } from './shapes.ts';

const CORNERS: Ring = [
  [1_150_000_000, 300_000_000],
  [1_150_010_000, 300_000_000],
  [1_150_010_000, 300_010_000],
];

it('a drawing is corners alone, then a line, and an area once it is closed', () => {
  const kinds = (count: number, isClosed: boolean): readonly string[] =>
    drawingShapes({ corners: CORNERS.slice(0, count), isClosed }).features.map(({ geometry }) => geometry.type);
  expect(kinds(1, false)).toEqual(['Point']);
  expect(kinds(3, false)).toEqual(['LineString', 'Point', 'Point', 'Point']);
  expect(kinds(2, true)).toEqual(['LineString', 'Point', 'Point']);
  expect(kinds(3, true)).toEqual(['Polygon', 'Point', 'Point', 'Point']);
});

it('closes what is closed, in degrees', () => {
  const [area] = drawingShapes({ corners: CORNERS, isClosed: true }).features;
  expect(area?.geometry).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [115, 30],
        [115.001, 30],
        [115.001, 30.001],
        [115, 30],
      ],
    ],
  });
  expect(boundsOf(CORNERS)).toEqual([115, 30, 115.001, 30.001]);
  expect(boundsOf([])).toBeUndefined();
});
