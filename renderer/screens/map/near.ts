import type { Bounds } from '#renderer/app/map/points.ts';
import { metresBetween } from '#shared/geo/datum.ts';
import { ringHas, type Ring } from '#shared/geo/ring.ts';

import type { MapPoint } from './usePoints.ts';

export type { MapPoint } from './usePoints.ts';

/** A point in view and how far it lies from the middle, in metres. */
export type Near = { readonly point: MapPoint; readonly metres: number };

/** The points in view, the nearest to its middle first. */
export function nearest(
  points: readonly MapPoint[],
  {
    bounds: [west, south, east, north],
    lon,
    lat,
  }: { readonly bounds: Bounds; readonly lon: number; readonly lat: number },
): readonly Near[] {
  return points
    .filter((point) => point.lon >= west && point.lon <= east && point.lat >= south && point.lat <= north)
    .map((point) => ({ point, metres: metresBetween(point, { lon, lat }) }))
    .sort((a, b) => a.metres - b.metres);
}

/** The points inside of a border or on it. */
export function pointsIn(points: readonly MapPoint[], ring: Ring): readonly MapPoint[] {
  return points.filter(({ lon, lat }) => ringHas(ring, [Math.round(lon * 1e7), Math.round(lat * 1e7)]));
}
