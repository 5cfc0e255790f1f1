import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ringAreaM2, ringFault, ringHas, type Corner, type Ring } from './ring.ts';

const SQUARE: Ring = [
  [1_150_000_000, 300_000_000],
  [1_150_010_000, 300_000_000],
  [1_150_010_000, 300_010_000],
  [1_150_000_000, 300_010_000],
];
const at = (lon: number, lat: number): Corner => [1_150_000_000 + lon, 300_000_000 + lat];

/** The area between two meridians and two parallels by adding up strips: radii of the ellipsoid as textbooks give them. */
function strips(lonDegrees: number, south: number, north: number): number {
  const [a, f, radians] = [6_378_137, 1 / 298.257_223_563, Math.PI / 180];
  const e2 = f * (2 - f);
  const steps = 2000;
  let sum = 0;
  for (let step = 0; step < steps; step += 1) {
    const lat = (south + ((north - south) * (step + 0.5)) / steps) * radians;
    const bend = 1 - e2 * Math.sin(lat) ** 2;
    const [meridian, parallel] = [(a * (1 - e2)) / bend ** 1.5, (a / Math.sqrt(bend)) * Math.cos(lat)];
    sum += meridian * (((north - south) * radians) / steps) * parallel * lonDegrees * radians;
  }
  return sum;
}

describe('area', () => {
  it('is that of the ellipsoid, in either direction', () => {
    expect(ringAreaM2(SQUARE) / strips(0.001, 30, 30.001)).toBeCloseTo(1, 6);
    expect(ringAreaM2([...SQUARE].reverse())).toBeCloseTo(ringAreaM2(SQUARE), 6);
    const degree = ([lon, lat]: Corner): Corner => [lon * 10_000_000, lat * 10_000_000];
    const large = [degree([115, 29]), degree([116, 29]), degree([116, 30]), degree([115, 30])];
    expect(ringAreaM2(large) / strips(1, 29, 30)).toBeCloseTo(1, 6);
  });

  it('does not depend on the corner that comes first', () => {
    const turned = [...SQUARE.slice(2), ...SQUARE.slice(0, 2)];
    expect(ringAreaM2(turned)).toBeCloseTo(ringAreaM2(SQUARE), 6);
  });
});

describe('faults', () => {
  it('a simple ring has none', () => {
    expect(ringFault(SQUARE)).toBeUndefined();
    // A corner on a straight side is no fault.
    expect(ringFault([at(0, 0), at(5, 0), at(10_000, 0), at(10_000, 10_000)])).toBeUndefined();
  });

  it.each([
    ['two corners', SQUARE.slice(0, 2), 'too_few_corners'],
    ['a figure of eight', [at(0, 0), at(10_000, 10_000), at(10_000, 0), at(0, 10_000)], 'crossing'],
    ['a touch of its own side', [at(0, 0), at(10_000, 0), at(10_000, 10_000), at(5_000, 0), at(0, 10_000)], 'crossing'],
    ['a way there and back', [at(0, 0), at(10_000, 0), at(20_000, 0), at(5_000, 0)], 'crossing'],
    ['a corner twice', [at(0, 0), at(10_000, 0), at(10_000, 0), at(0, 10_000)], 'crossing'],
  ])('%s: %j is refused as %s', (_, ring, code) => {
    expect(ringFault(ring as Ring)?.code).toBe(code);
  });

  it('finds what comparing every side with every other finds', () => {
    const small = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(fc.uniqueArray(small, { minLength: 3, maxLength: 9, selector: String }), (corners) => {
        const ring = corners.map(([lon, lat]) => at(lon * 10_000, lat * 10_000));
        // What has nothing inside may be simple or not.
        const code = ringFault(ring)?.code;
        expect(code === 'no_area' || isSimple(ring) === (code === undefined)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

/** Every side of a simple ring meets its neighbours at one corner, and no other: looked at in 600 points of each side. */
function isSimple(ring: Ring): boolean {
  const sides = ring.map((from, index) => [from, ring[(index + 1) % ring.length] ?? from] as const);
  return sides.every(([a, b], index) =>
    sides.every(([c, d], other) => {
      if (other <= index) return true;
      const [p, q] = [b[0] - a[0], b[1] - a[1]];
      const [r, s] = [d[0] - c[0], d[1] - c[1]];
      const cross = p * s - q * r;
      const [x, y] = [c[0] - a[0], c[1] - a[1]];
      const isNext = other === index + 1 || (index === 0 && other === sides.length - 1);
      if (cross !== 0) {
        const [t, u] = [(x * s - y * r) / cross, (x * q - y * p) / cross];
        return isNext || t < 0 || t > 1 || u < 0 || u > 1;
      }
      if (x * q !== y * p) return true;
      const along = ([lon, lat]: Corner): number => ((lon - a[0]) * p + (lat - a[1]) * q) / (p * p + q * q);
      const [low, high] = [Math.min(along(c), along(d)), Math.max(along(c), along(d))];
      return isNext ? high <= 0 || low >= 1 : high < 0 || low > 1;
    }),
  );
}

describe('inside', () => {
  it.each([
    [at(5_000, 5_000), true],
    [at(0, 5_000), true],
    [at(10_000, 10_000), true],
    [at(-1, 5_000), false],
    [at(5_000, 10_001), false],
  ])('%j: %s', (point, inside) => expect(ringHas(SQUARE, point)).toBe(inside));

  it('knows a bay for outside', () => {
    const bay = [at(0, 0), at(30, 0), at(30, 30), at(20, 30), at(20, 10), at(10, 10), at(10, 30), at(0, 30)];
    expect(ringHas(bay, at(15, 20))).toBe(false);
    expect(ringHas(bay, at(15, 5))).toBe(true);
    expect(ringHas(bay, at(25, 20))).toBe(true);
  });
});
