import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { inCrs, metresBetween, wgs84Of, type Crs, type LonLat } from './datum.ts';

/** 黄石市 about the middle of its lake. */
const HUANGSHI: LonLat = { lon: 115.0389, lat: 30.1997 };
const inHubei = fc.record({
  lon: fc.double({ min: 108.4, max: 116.1, noNaN: true }),
  lat: fc.double({ min: 29, max: 33.3, noNaN: true }),
});

function recorded({ lon, lat }: LonLat, crs: Crs): Parameters<typeof wgs84Of>[0] {
  return { lonE7: Math.round(lon * 1e7), latE7: Math.round(lat * 1e7), crs };
}

describe('reference systems', () => {
  it.each(['WGS84', 'CGCS2000'] as const)('%s is drawn where it was recorded', (crs) => {
    expect(wgs84Of({ lonE7: 1_150_389_000, latE7: 301_997_000, crs })).toEqual(HUANGSHI);
  });

  it('GCJ-02 and BD-09 lie 100 to 1500 m away, in Huangshi to the south-east and north-east', () => {
    const gcj = inCrs(HUANGSHI, 'GCJ02');
    const bd = inCrs(HUANGSHI, 'BD09');
    expect(metresBetween(HUANGSHI, gcj)).toBeGreaterThan(100);
    expect(metresBetween(HUANGSHI, gcj)).toBeLessThan(700);
    expect(metresBetween(HUANGSHI, bd)).toBeLessThan(1_500);
    expect(gcj.lon).toBeGreaterThan(HUANGSHI.lon);
    expect(gcj.lat).toBeLessThan(HUANGSHI.lat);
    expect(bd.lon).toBeGreaterThan(gcj.lon);
    expect(bd.lat).toBeGreaterThan(gcj.lat);
  });

  it.each([
    // 天安门 as published for each system.
    [{ lon: 116.397_428, lat: 39.909_23 }, 'GCJ02', { lon: 116.391_184, lat: 39.907_828 }],
    [{ lon: 116.403_847, lat: 39.915_526 }, 'BD09', { lon: 116.391_184, lat: 39.907_828 }],
  ] as const)('%j in %s lies at %j', (given, crs, wanted) => {
    expect(metresBetween(wgs84Of(recorded(given, crs)), wanted)).toBeLessThan(15);
  });

  it('what was moved there comes back to within two centimetres', () => {
    fc.assert(
      fc.property(inHubei, fc.constantFrom('GCJ02' as const, 'BD09' as const), (point, crs) => {
        expect(metresBetween(wgs84Of(recorded(inCrs(point, crs), crs)), point)).toBeLessThan(0.02);
      }),
    );
  });

  it('nothing is moved abroad', () => {
    expect(inCrs({ lon: 2.35, lat: 48.85 }, 'GCJ02')).toEqual({ lon: 2.35, lat: 48.85 });
  });

  it('measures a degree of latitude as 111.2 km', () => {
    expect(metresBetween({ lon: 115, lat: 30 }, { lon: 115, lat: 31 })).toBeCloseTo(111_195, -2);
  });
});
