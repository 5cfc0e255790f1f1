import type { Position } from '../events/fields.ts';

/** Longitude and latitude in degrees. */
export type LonLat = { readonly lon: number; readonly lat: number };
/** A reference system that positions are recorded in. */
export type Crs = Position['crs'];

const RADIANS = Math.PI / 180;
/** Krasovsky 1940, which the offset of GCJ-02 is computed on. */
const SEMI_MAJOR_M = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
const BD_TURN = (Math.PI * 3000) / 180;
/** The inverse is found by repetition; it stops at a tenth of a millimetre. */
const CLOSE_ENOUGH_DEGREES = 1e-9;
const MOST_ROUNDS = 30;

/**
 * Where a recorded position lies in WGS 84, for drawing and measuring. CGCS2000 is WGS 84 to well under a metre; GCJ-02
 * (高德, 腾讯) and BD-09 (百度) are moved back by 100 to 700 m. The record itself is never converted.
 */
export function wgs84Of({ lonE7, latE7, crs }: Pick<Position, 'lonE7' | 'latE7' | 'crs'>): LonLat {
  const point = { lon: lonE7 / 1e7, lat: latE7 / 1e7 };
  if (crs === 'GCJ02') return inverseOf(gcj02Of, point);
  if (crs === 'BD09') return inverseOf(gcj02Of, gcj02OfBd09(point));
  return point;
}

/** A point in WGS 84 as another system names it. */
export function inCrs(point: LonLat, crs: Crs): LonLat {
  if (crs === 'GCJ02') return gcj02Of(point);
  return crs === 'BD09' ? bd09Of(gcj02Of(point)) : point;
}

/** Distance over the ground in metres, on a sphere of the earth's mean radius: right to half a percent. */
export function metresBetween(a: LonLat, b: LonLat): number {
  const [halfLat, halfLon] = [((b.lat - a.lat) * RADIANS) / 2, ((b.lon - a.lon) * RADIANS) / 2];
  const chord = Math.sin(halfLat) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(halfLon) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Outside of the mainland's frame nothing is moved. */
function isMoved({ lon, lat }: LonLat): boolean {
  return lon > 72.004 && lon < 137.8347 && lat > 0.8293 && lat < 55.8271;
}

function gcj02Of(point: LonLat): LonLat {
  if (!isMoved(point)) return point;
  const { lon, lat } = point;
  const { east, north } = waves(lon - 105, lat - 35);
  const sine = Math.sin(lat * RADIANS);
  const bend = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const meridianM = (SEMI_MAJOR_M * (1 - ECCENTRICITY_SQUARED)) / (bend * Math.sqrt(bend));
  const parallelM = (SEMI_MAJOR_M / Math.sqrt(bend)) * Math.cos(lat * RADIANS);
  return { lon: lon + east / (parallelM * RADIANS), lat: lat + north / (meridianM * RADIANS) };
}

/** The offset in metres: a plane, a root and three waves for each direction. */
function waves(x: number, y: number): { readonly east: number; readonly north: number } {
  const turn = (amount: number): number => Math.sin(amount * Math.PI);
  const short = (20 * turn(6 * x) + 20 * turn(2 * x)) * (2 / 3);
  const root = Math.sqrt(Math.abs(x));
  const eastWaves = (20 * turn(x) + 40 * turn(x / 3) + 150 * turn(x / 12) + 300 * turn(x / 30)) * (2 / 3);
  const northWaves = (20 * turn(y) + 40 * turn(y / 3) + 160 * turn(y / 12) + 320 * turn(y / 30)) * (2 / 3);
  return {
    east: 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + short + eastWaves,
    north: -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + short + northWaves,
  };
}

function bd09Of({ lon, lat }: LonLat): LonLat {
  const distance = Math.hypot(lon, lat) + 2e-5 * Math.sin(lat * BD_TURN);
  const angle = Math.atan2(lat, lon) + 3e-6 * Math.cos(lon * BD_TURN);
  return { lon: distance * Math.cos(angle) + 0.0065, lat: distance * Math.sin(angle) + 0.006 };
}

function gcj02OfBd09(point: LonLat): LonLat {
  return inverseOf(bd09Of, point);
}

function inverseOf(forward: (point: LonLat) => LonLat, wanted: LonLat): LonLat {
  let guess = wanted;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const there = forward(guess);
    const [lon, lat] = [wanted.lon - there.lon, wanted.lat - there.lat];
    guess = { lon: guess.lon + lon, lat: guess.lat + lat };
    if (Math.max(Math.abs(lon), Math.abs(lat)) < CLOSE_ENOUGH_DEGREES) break;
  }
  return guess;
}
