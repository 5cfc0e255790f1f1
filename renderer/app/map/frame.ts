import { inCrs, wgs84Of, type Crs, type LonLat } from '#shared/geo/datum.ts';

import type { Shapes } from './mapStyle.ts';

/** In which reference system the map is drawn: that of its ground. Everything else is moved there and back. */
export type Frame = {
  /** A place in WGS 84 as the map has it. */
  readonly toMap: (place: LonLat) => LonLat;
  /** A place of the map in WGS 84. */
  readonly fromMap: (place: LonLat) => LonLat;
  readonly shapes: (shapes: Shapes) => Shapes;
};

/** The frame of a ground map; without one it is WGS 84. Rounded to 1e-7 degrees on the way back, as positions are kept. */
export function frameOf(crs: Crs): Frame {
  if (crs === 'WGS84' || crs === 'CGCS2000') return { toMap: same, fromMap: same, shapes: (shapes) => shapes };
  const toMap = (place: LonLat): LonLat => inCrs(place, crs);
  return {
    toMap,
    fromMap: ({ lon, lat }) => wgs84Of({ lonE7: Math.round(lon * 1e7), latE7: Math.round(lat * 1e7), crs }),
    shapes: ({ features, ...rest }) => ({
      ...rest,
      features: features.map((feature) =>
        'coordinates' in feature.geometry
          ? {
              ...feature,
              geometry: {
                ...feature.geometry,
                coordinates: moved(feature.geometry.coordinates, toMap),
              } as typeof feature.geometry,
            }
          : feature,
      ),
    }),
  };
}

function same(place: LonLat): LonLat {
  return place;
}

/** Coordinates of any depth: pairs are moved, lists are gone through. */
function moved(coordinates: unknown, toMap: (place: LonLat) => LonLat): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [lon, lat] = coordinates as readonly unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number') return coordinates.map((one) => moved(one, toMap));
  const place = toMap({ lon, lat });
  return [place.lon, place.lat];
}
