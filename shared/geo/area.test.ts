import { describe, expect, it } from 'vitest';

import { areaM2, areaSetField, areasAt, labelPlace, placedAreas, type Area, type AreaSet } from './area.ts';
import { areasIn, featuresIn, suggestedBy, type AreaFault, type Feature } from './areaFile.ts';
import { inCrs } from './datum.ts';
import type { Corner } from './ring.ts';

const CHOICE = { level: 'street', nameKey: '名称', codeKey: '代码' } as const;

type Degrees = readonly (readonly [number, number])[];
const box = (west: number, south: number, size: number): Degrees => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

function feature(n: number, ...rings: readonly (readonly unknown[])[]): unknown {
  return {
    type: 'Feature',
    properties: { 名称: `示例街道${String(n)}`, 代码: `42020290${String(n)}` },
    geometry: { type: 'Polygon', coordinates: rings },
  };
}

function read(...features: readonly unknown[]): ReturnType<typeof areasIn> {
  const found = featuresIn(JSON.stringify({ type: 'FeatureCollection', features }));
  return areasIn(found as readonly Feature[], CHOICE);
}

function set(areas: readonly Area[], crs: AreaSet['crs'] = 'CGCS2000'): AreaSet {
  return areaSetField.parse({ schema: 'xunzhi.areas.v1', level: 'street', version: 1, crs, source: '示例', areas });
}

describe('a file with areas', () => {
  it('is read as it stands, rounded to a centimetre, without the corner that closes a ring', () => {
    const { areas, faults } = read(
      feature(1, box(115, 30, 0.1)),
      feature(2, box(115.1, 30, 0.1), box(115.12, 30.02, 0.01)),
    );
    expect(faults).toEqual([]);
    expect(areas[0]).toEqual({
      code: '420202901',
      name: '示例街道1',
      polygons: [
        [
          [
            [1_150_000_000, 300_000_000],
            [1_151_000_000, 300_000_000],
            [1_151_000_000, 301_000_000],
            [1_150_000_000, 301_000_000],
          ],
        ],
      ],
    });
    expect(set(areas).areas[1]?.polygons[0]).toHaveLength(2);
  });

  it.each([
    ['text', 'not_json'],
    ['[]', 'not_collection'],
    ['{"type":"Feature"}', 'not_collection'],
    ['{"type":"FeatureCollection","features":[]}', 'no_areas'],
  ])('%s: %s', (text, code) => expect((featuresIn(text) as AreaFault).code).toBe(code));

  it.each([
    [
      'a point',
      { type: 'Feature', properties: { 名称: 'a', 代码: '1' }, geometry: { type: 'Point', coordinates: [115, 30] } },
      'not_a_polygon',
      'Point',
    ],
    [
      'no corner',
      feature(1, [
        [115, 30],
        ['x', 1],
      ]),
      'bad_corner',
      'x, 1',
    ],
    ['latitude first', feature(1, [[30, 115]]), 'swapped', '30, 115'],
    ['metres of a projection', feature(1, [[38_500_000, 3_300_000]]), 'out_of_frame', '38500000, 3300000'],
    ['an open ring', feature(1, box(115, 30, 0.1).slice(0, -1)), 'not_closed', '115.000000, 30.100000'],
    [
      'two corners',
      feature(1, [
        [115, 30],
        [115.1, 30],
        [115, 30],
      ]),
      'too_few_corners',
      '',
    ],
    [
      'a figure of eight',
      feature(1, [
        [115, 30],
        [115.1, 30.1],
        [115.1, 30],
        [115, 30.1],
        [115, 30],
      ]),
      'crossing',
      /^115/,
    ],
    ['a hole elsewhere', feature(1, box(115, 30, 0.1), box(116, 30, 0.1)), 'hole_outside', '116.000000, 30.000000'],
  ])('%s is named with its feature', (_, wrong, code, subject) => {
    const { faults } = read(feature(9, box(115, 30, 0.1)), wrong);
    expect(faults[0]).toMatchObject({ n: 2, code });
    expect(faults[0]?.subject).toMatch(subject);
  });

  it('wants a name and a code of its own for each', () => {
    const bare = { properties: { 代码: '编号' }, geometry: { type: 'Polygon', coordinates: [box(115, 30, 0.1)] } };
    const { faults } = read(feature(1, box(115, 30, 0.1)), feature(1, box(115.2, 30, 0.1)), bare);
    expect(faults.map(({ n, code, subject }) => [n, code, subject])).toEqual([
      [2, 'duplicate_code', '420202901（1）'],
      [3, 'no_name', '名称'],
      [3, 'bad_code', '编号'],
    ]);
  });

  it('takes one level at a time, and says what the file suggests', () => {
    const grid = {
      properties: { level: '网格', 名称: 'g', 代码: '1' },
      geometry: { type: 'Polygon', coordinates: [box(115, 30, 0.01)] },
    };
    const found = featuresIn(
      JSON.stringify({ type: 'FeatureCollection', features: [grid, feature(1, box(115, 30, 0.1))] }),
    );
    expect(suggestedBy(found as readonly Feature[])).toEqual({
      keys: ['level', '名称', '代码'],
      nameKey: '名称',
      codeKey: '代码',
      levels: ['grid'],
    });
    const { areas, leftOut } = areasIn(found as readonly Feature[], CHOICE);
    expect([areas.map(({ name }) => name), leftOut]).toEqual([['示例街道1'], 1]);
  });

  it('is refused when it has more corners than every device should draw', () => {
    const ring = Array.from({ length: 50_001 }, (_, n): Corner => {
      const angle = (n / 50_001) * 2 * Math.PI;
      return [115 + Math.cos(angle) / 10, 30 + Math.sin(angle) / 10];
    });
    const { faults } = read(feature(1, [...ring, ring[0]]));
    expect(faults).toEqual([{ code: 'too_many_corners', n: 0, name: '', subject: '50001' }]);
  });
});

describe('where a place lies', () => {
  const { areas } = read(feature(1, box(115, 30, 0.1)), feature(2, box(115.1, 30, 0.1), box(115.12, 30.02, 0.01)));
  const placed = placedAreas(set(areas));
  const at = (lon: number, lat: number): readonly string[] => areasAt(placed, { lon, lat }).map(({ name }) => name);

  it('is the area that has it, a hole is none of it', () => {
    expect([at(115.05, 30.05), at(115.15, 30.05), at(115.125, 30.025), at(114.99, 30)]).toEqual([
      ['示例街道1'],
      ['示例街道2'],
      [],
      [],
    ]);
  });

  it('is found in WGS 84 whatever system the areas are in', () => {
    const moved = areas.map(({ polygons, ...rest }) => ({
      ...rest,
      polygons: polygons.map((rings) =>
        rings.map((ring) =>
          ring.map(([lon, lat]): [number, number] => {
            const there = inCrs({ lon: lon / 1e7, lat: lat / 1e7 }, 'GCJ02');
            return [Math.round(there.lon * 1e7), Math.round(there.lat * 1e7)];
          }),
        ),
      ),
    }));
    const inGcj = placedAreas(set(moved, 'GCJ02'));
    for (const lon of [115.0999, 115.1001])
      expect(areasAt(inGcj, { lon, lat: 30.05 }).map(({ name }) => name)).toEqual(at(lon, 30.05));
  });

  it('has its name inside, and is as large as its rings without the holes', () => {
    for (const area of placed) expect(areasAt(placed, labelPlace(area))).toEqual([area]);
    expect((placed[0] && areaM2(placed[0])) ?? 0).toBeGreaterThan((placed[1] && areaM2(placed[1])) ?? 0);
  });
});
