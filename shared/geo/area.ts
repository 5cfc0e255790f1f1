import { z } from 'zod';

import { textField } from '../events/fields.ts';
import { canonicalJson } from '../kernel/canonicalJson.ts';

import type { LonLat } from './datum.ts';
import { ringAreaM2, ringHas, type Corner, type Ring } from './ring.ts';
import { CRS, wgs84Ring } from './zone.ts';

/** What areas there are, from large to small: 区划、街道（镇）、网格. */
export const AREA_LEVELS = ['district', 'street', 'grid'] as const;
/** See `AREA_LEVELS`. */
export type AreaLevel = (typeof AREA_LEVELS)[number];

const cornerField = z
  .tuple([z.int().min(-1_800_000_000).max(1_800_000_000), z.int().min(-900_000_000).max(900_000_000)])
  .readonly();
const ringField = z.array(cornerField).min(3).readonly();

/**
 * One area: each of its polygons is an outer border and the holes in it, in degrees times 1e7 of the set's reference system, as
 * they were delivered.
 */
export const areaField = z.strictObject({
  code: z.string().regex(/^[0-9A-Za-z-]{1,30}$/),
  name: textField(40),
  polygons: z.array(z.array(ringField).min(1).readonly()).min(1).readonly(),
});
/** See `areaField`. */
export type Area = z.infer<typeof areaField>;

/** All areas of a level as a bureau publishes them; `source`: who surveyed them, and when. A newer version replaces the whole. */
export const areaSetField = z.strictObject({
  schema: z.literal('xunzhi.areas.v1'),
  level: z.enum(AREA_LEVELS),
  version: z.int().min(1),
  crs: z.enum(CRS),
  source: textField(200),
  areas: z.array(areaField).min(1).max(5000).readonly(),
});
/** See `areaSetField`. */
export type AreaSet = z.infer<typeof areaSetField>;

/** The one text of a set: canonical JSON. */
export function areaSetText(set: AreaSet): string {
  return canonicalJson(set);
}

/** An area as it is drawn and searched: in WGS 84, with its frame (west, south, east, north) in degrees times 1e7. */
export type PlacedArea = {
  readonly level: AreaLevel;
  readonly code: string;
  readonly name: string;
  readonly polygons: readonly (readonly Ring[])[];
  readonly frame: readonly [number, number, number, number];
};

/** The areas of a set in WGS 84. */
export function placedAreas({ level, crs, areas }: AreaSet): readonly PlacedArea[] {
  return areas.map(({ code, name, polygons }) => {
    const placed = polygons.map((rings) => rings.map((ring) => wgs84Ring({ crs, ring })));
    return { level, code, name, polygons: placed, frame: frameOf(placed) };
  });
}

/** True for a point in an area, or on its border. */
export function areaHas({ polygons, frame: [west, south, east, north] }: PlacedArea, point: Corner): boolean {
  const [x, y] = point;
  if (x < west || x > east || y < south || y > north) return false;
  return polygons.some(
    ([outer, ...holes]) => ringHas(outer ?? [], point) && !holes.some((hole) => ringHas(hole, point)),
  );
}

/** The areas in which a place in WGS 84 lies, from large to small; of two of a level the first. */
export function areasAt(areas: readonly PlacedArea[], { lon, lat }: LonLat): readonly PlacedArea[] {
  const point: Corner = [Math.round(lon * 1e7), Math.round(lat * 1e7)];
  return AREA_LEVELS.flatMap((level) => areas.find((area) => area.level === level && areaHas(area, point)) ?? []);
}

/** How large an area is in square metres, without its holes; see `ringAreaM2`. */
export function areaM2({ polygons }: Pick<PlacedArea, 'polygons'>): number {
  const sum = (rings: readonly Ring[]): number => rings.reduce((total, ring) => total + ringAreaM2(ring), 0);
  return polygons.reduce((total, [outer = [], ...holes]) => total + ringAreaM2(outer) - sum(holes), 0);
}

/** Where the name of an area is written: inside its largest polygon, in the widest place at half its height; degrees. */
export function labelPlace({ polygons }: Pick<PlacedArea, 'polygons'>): LonLat {
  const bySize = polygons.toSorted(([a = []], [b = []]) => ringAreaM2(b) - ringAreaM2(a));
  const rings = bySize[0] ?? [];
  const [, south, , north] = frameOf([rings]);
  // Half a unit beside: no corner lies on it.
  const lat = Math.floor((south + north) / 2) + 0.5;
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap((from, index): number[] => {
        const to = ring[(index + 1) % ring.length] ?? from;
        if (from[1] > lat === to[1] > lat) return [];
        return [from[0] + ((to[0] - from[0]) * (lat - from[1])) / (to[1] - from[1])];
      }),
    )
    .sort((a, b) => a - b);
  let best: readonly [number, number] = [0, 0];
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [west = 0, east = 0] = [crossings[at], crossings[at + 1]];
    if (east - west > best[1] - best[0]) best = [west, east];
  }
  return { lon: (best[0] + best[1]) / 2e7, lat: lat / 1e7 };
}

function frameOf(polygons: readonly (readonly Ring[])[]): [number, number, number, number] {
  const frame: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of polygons)
    for (const [lon, lat] of outer) {
      frame[0] = Math.min(frame[0], lon);
      frame[1] = Math.min(frame[1], lat);
      frame[2] = Math.max(frame[2], lon);
      frame[3] = Math.max(frame[3], lat);
    }
  return frame;
}
