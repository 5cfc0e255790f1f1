/** A corner as longitude and latitude times 1e7. */
export type Corner = readonly [lonE7: number, latE7: number];
/** Corners of a closed line in their order; the last one leads back to the first, which does not stand there twice. */
export type Ring = readonly Corner[];
/** What makes a ring none that bounds an area. */
export type RingFault = 'too_few_corners' | 'crossing' | 'no_area';

/** WGS 84: half of the longer axis in metres, and the square of the eccentricity. */
const SEMI_MAJOR_M = 6_378_137;
const E2 = 0.006_694_379_990_141_316;
const E = Math.sqrt(E2);
const RADIANS = Math.PI / 180 / 1e7;

type Side = { readonly from: Corner; readonly to: Corner; readonly at: number; readonly west: number };

/**
 * What is wrong with a ring: fewer than three corners, sides that meet where they should not (a ring that touches itself counts as
 * crossing), or nothing inside. `near`: a corner beside it. Exact for rings up to nine degrees across.
 */
export function ringFault(ring: Ring): { readonly code: RingFault; readonly near?: Corner } | undefined {
  if (ring.length < 3) return { code: 'too_few_corners' };
  const near = crossingOf(ring);
  if (near !== undefined) return { code: 'crossing', near };
  return ringAreaM2(ring) < 0.01 ? { code: 'no_area' } : undefined;
}

/**
 * The area in square metres: of the ellipsoid WGS 84 in its equal-area cylinder, where sides are straight. Against sides that are
 * geodesics it is right to better than one in a million for areas as large as a city.
 */
export function ringAreaM2(ring: Ring): number {
  const [first] = ring;
  if (first === undefined) return 0;
  const base = heightOf(first[1]);
  // Measured from the first corner: differences of large numbers would cost the last metres.
  const flat = ring.map(([lon, lat]): [number, number] => [(lon - first[0]) * RADIANS, heightOf(lat) - base]);
  let twice = 0;
  for (const [index, [x, y]] of flat.entries()) {
    const [nextX, nextY] = flat[(index + 1) % flat.length] ?? [0, 0];
    twice += x * nextY - nextX * y;
  }
  return (Math.abs(twice) / 2) * SEMI_MAJOR_M * SEMI_MAJOR_M;
}

/** True for a point inside or on the border. */
export function ringHas(ring: Ring, [x, y]: Corner): boolean {
  let inside = false;
  for (const [index, a] of ring.entries()) {
    const b = ring[(index + 1) % ring.length] ?? a;
    if (turn(a, b, [x, y]) === 0 && between(a, b, [x, y])) return true;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

/** How high above the equator a latitude lies in the equal-area cylinder, in radii. */
function heightOf(latE7: number): number {
  const sine = Math.sin(latE7 * RADIANS);
  const bend = 1 - E2 * sine * sine;
  return ((1 - E2) / 2) * (sine / bend + Math.atanh(E * sine) / E);
}

/** A corner where two sides meet that are no neighbours, or where neighbours lie on each other. */
function crossingOf(ring: Ring): Corner | undefined {
  const sides = ring
    .map((from, at): Side => {
      const to = ring[(at + 1) % ring.length] ?? from;
      return { from, to, at, west: Math.min(from[0], to[0]) };
    })
    .sort((a, b) => a.west - b.west);
  for (const [index, side] of sides.entries()) {
    const east = Math.max(side.from[0], side.to[0]);
    for (let next = index + 1; next < sides.length; next += 1) {
      const other = sides[next];
      if (other === undefined || other.west > east) break;
      if (doMeet(side, other, ring.length)) return other.from;
    }
  }
  return undefined;
}

function doMeet(a: Side, b: Side, sides: number): boolean {
  const [first, second] = (a.at + 1) % sides === b.at ? [a, b] : (b.at + 1) % sides === a.at ? [b, a] : [];
  if (first !== undefined && second !== undefined) {
    // Neighbours share a corner; only one that folds back lies on the other.
    const { from, to } = first;
    const back = second.to;
    if (turn(from, to, back) !== 0) return false;
    return (to[0] - from[0]) * (back[0] - to[0]) + (to[1] - from[1]) * (back[1] - to[1]) <= 0;
  }
  const [one, two] = [turn(a.from, a.to, b.from), turn(a.from, a.to, b.to)];
  const [three, four] = [turn(b.from, b.to, a.from), turn(b.from, b.to, a.to)];
  if (one !== two && three !== four && one * two <= 0 && three * four <= 0) return true;
  return (
    (one === 0 && between(a.from, a.to, b.from)) ||
    (two === 0 && between(a.from, a.to, b.to)) ||
    (three === 0 && between(b.from, b.to, a.from)) ||
    (four === 0 && between(b.from, b.to, a.to))
  );
}

/** 1 where c lies to the left of the way from a to b, -1 to the right, 0 on its line. */
function turn(a: Corner, b: Corner, c: Corner): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

/** Of points on one line: c lies within the side from a to b. */
function between(a: Corner, b: Corner, c: Corner): boolean {
  return (
    Math.min(a[0], b[0]) <= c[0] &&
    c[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= c[1] &&
    c[1] <= Math.max(a[1], b[1])
  );
}
