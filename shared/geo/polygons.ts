import { ringFault, ringHas, type Corner, type Ring, type RingFault } from './ring.ts';

/** What is wrong with the border of an area in a GeoJSON file; `subject`: where, in degrees. */
export type PolygonFault = {
  readonly code:
    'not_a_polygon' | 'bad_corner' | 'swapped' | 'out_of_frame' | 'not_closed' | 'hole_outside' | RingFault;
  readonly subject: string;
};

/** What lies in China and its seas, in degrees. A bureau's own areas cannot lie elsewhere. */
const FRAME = { west: 73, south: 3, east: 136, north: 54 } as const;

type Read = {
  readonly polygons: Corner[][][];
  readonly faults: readonly PolygonFault[];
  readonly corners: number;
};

/** The polygons of a GeoJSON geometry (Polygon or MultiPolygon), without the corner that closes each ring, and all their faults. */
export function readPolygons(geometry: unknown): Read {
  const { type, coordinates } = (geometry ?? {}) as { readonly type?: unknown; readonly coordinates?: unknown };
  const lists = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined;
  if (!Array.isArray(lists) || lists.length === 0) return { polygons: [], faults: [noPolygon(type)], corners: 0 };
  const faults: PolygonFault[] = [];
  const polygons = lists.map((rings: unknown) => {
    if (!Array.isArray(rings) || rings.length === 0) {
      faults.push(noPolygon(type));
      return [];
    }
    const read = rings.map((ring: unknown) => readRing(ring, faults));
    const [outer = [], ...holes] = read;
    for (const hole of holes) {
      const outside = hole.find((corner) => !ringHas(outer, corner));
      if (outside !== undefined) faults.push({ code: 'hole_outside', subject: placeOf(outside) });
    }
    return read;
  });
  return { polygons, faults, corners: polygons.flat(2).length };
}

function noPolygon(type: unknown): PolygonFault {
  return { code: 'not_a_polygon', subject: typeof type === 'string' ? type : '' };
}

/** One ring; its first fault only, since others follow from it. */
function readRing(list: unknown, faults: PolygonFault[]): Corner[] {
  const corners: Corner[] = [];
  for (const pair of Array.isArray(list) ? (list as unknown[]) : []) {
    const [lon, lat] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const code = cornerFault(lon, lat);
    if (code !== undefined) {
      faults.push({ code, subject: `${String(lon)}, ${String(lat)}` });
      return [];
    }
    const corner: Corner = [Math.round(Number(lon) * 1e7), Math.round(Number(lat) * 1e7)];
    // Twice the same corner after rounding says nothing.
    if (!isSame(corners.at(-1), corner)) corners.push(corner);
  }
  const [first] = corners;
  if (first === undefined || corners.length < 3) {
    faults.push({ code: 'too_few_corners', subject: '' });
    return [];
  }
  if (!isSame(first, corners.at(-1))) {
    faults.push({ code: 'not_closed', subject: placeOf(corners.at(-1) ?? first) });
    return [];
  }
  const ring: Ring = corners.slice(0, -1);
  const fault = ringFault(ring);
  if (fault !== undefined)
    faults.push({ code: fault.code, subject: fault.near === undefined ? '' : placeOf(fault.near) });
  return [...ring];
}

function cornerFault(lon: unknown, lat: unknown): 'bad_corner' | 'swapped' | 'out_of_frame' | undefined {
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon + lat)) return 'bad_corner';
  if (isWithin(lon, lat)) return undefined;
  return isWithin(lat, lon) ? 'swapped' : 'out_of_frame';
}

function isWithin(lon: number, lat: number): boolean {
  return lon >= FRAME.west && lon <= FRAME.east && lat >= FRAME.south && lat <= FRAME.north;
}

function isSame(a: Corner | undefined, b: Corner | undefined): boolean {
  return a !== undefined && a[0] === b?.[0] && a[1] === b[1];
}

function placeOf([lon, lat]: Corner): string {
  return `${(lon / 1e7).toFixed(6)}, ${(lat / 1e7).toFixed(6)}`;
}
