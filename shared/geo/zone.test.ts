import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { inCrs } from './datum.ts';
import { ringAreaM2, type Ring } from './ring.ts';
import { readZone, wgs84Ring, zoneText, zoneWords } from './zone.ts';
import { zoneIn } from './zoneImport.ts';

const RING: Ring = [
  [1_150_389_000, 301_997_000],
  [1_150_399_000, 301_997_000],
  [1_150_399_000, 302_007_000],
];

describe('a zone as text', () => {
  it('comes back as it was', () => {
    const corner = fc.tuple(
      fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
      fc.integer({ min: -900_000_000, max: 900_000_000 }),
    );
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 3 }), (ring) => {
        const read = readZone(zoneText({ crs: 'CGCS2000', ring }));
        const zone = { crs: 'CGCS2000', ring };
        expect([
          { ok: true, value: zone },
          { ok: false, error: 'crossing' },
          { ok: false, error: 'no_area' },
        ]).toContainEqual(read);
      }),
    );
  });

  it.each([
    ['', 'not_a_zone'],
    ['WGS84', 'not_a_zone'],
    ['WGS72:1 1,2 1,2 2', 'not_a_zone'],
    ['WGS84:1.5 1,2 1,2 2', 'not_a_zone'],
    ['WGS84:1 900000001,2 1,2 2', 'not_a_zone'],
    ['WGS84:0 0,90 0', 'too_few_corners'],
    ['WGS84:0 0,9000 9000,9000 0,0 9000', 'crossing'],
    [`WGS84:${Array.from({ length: 101 }, (_, n) => `${String(n)} 0`).join(',')}`, 'too_many_corners'],
  ])('%s is refused as %s', (text, error) => expect(readZone(text)).toEqual({ ok: false, error }));

  it('says how large it is, and lies in WGS 84 where another system says it', () => {
    expect(zoneWords(zoneText({ crs: 'WGS84', ring: RING }))).toBe('3 个角，约 5337 平方米，中心 115.03957, 30.20003');
    expect(zoneWords('?')).toBe('?');
    const gcj = RING.map(([lon, lat]): [number, number] => {
      const moved = inCrs({ lon: lon / 1e7, lat: lat / 1e7 }, 'GCJ02');
      return [Math.round(moved.lon * 1e7), Math.round(moved.lat * 1e7)];
    });
    const back = wgs84Ring({ crs: 'GCJ02', ring: gcj });
    for (const [index, [lon, lat]] of back.entries()) {
      expect(Math.abs(lon - (RING[index]?.[0] ?? 0))).toBeLessThan(3);
      expect(Math.abs(lat - (RING[index]?.[1] ?? 0))).toBeLessThan(3);
    }
    expect(ringAreaM2(back)).toBeCloseTo(ringAreaM2(RING), -1);
  });
});

describe('a zone out of a table', () => {
  const wanted = zoneText({ crs: 'WGS84', ring: RING });
  it.each([
    'POLYGON ((115.0389 30.1997, 115.0399 30.1997, 115.0399 30.2007, 115.0389 30.1997))',
    'polygon((115.0389 30.1997,115.0399 30.1997,115.0399 30.2007))',
    '{"type":"Polygon","coordinates":[[[115.0389,30.1997],[115.0399,30.1997],[115.0399,30.2007],[115.0389,30.1997]]]}',
  ])('%s', (cell) => expect(zoneIn(cell)).toBe(wanted));

  it.each(['胜阳港夜市', 'POLYGON ((115 30, x 3))', 'POLYGON ((0 0,9 0,9 9),(1 1,2 1,2 2))', '{"type":', wanted])(
    '%s stays as it is',
    (cell) => expect(zoneIn(cell)).toBe(cell),
  );
});
