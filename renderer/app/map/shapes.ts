import { labelPlace, type PlacedArea } from '#shared/geo/area.ts';
import type { LonLat } from '#shared/geo/datum.ts';
import type { Corner, Ring } from '#shared/geo/ring.ts';

import type { Shapes } from './mapStyle.ts';

type Feature = Shapes['features'][number];

/** What somebody is drawing: the corners so far, and whether the last one leads back to the first. */
export type Drawing = { readonly corners: Ring; readonly isClosed: boolean };

/** The borders of areas. */
export function areaShapes(areas: readonly PlacedArea[]): Shapes {
  return collection(
    areas.map(({ level, polygons }) => ({
      type: 'Feature',
      properties: { level },
      geometry: { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(closed)) },
    })),
  );
}

/** Their names, each inside its area. */
export function areaNames(areas: readonly PlacedArea[]): Shapes {
  return collection(areas.map((area) => pointOf(labelPlace(area), { level: area.level, name: area.name })));
}

/** Zones of registers. */
export function zoneShapes(rings: readonly Ring[]): Shapes {
  return collection(
    rings.map((ring) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [closed(ring)] },
    })),
  );
}

/** What is being drawn: its corners, and its sides or what they close in. */
export function drawingShapes({ corners, isClosed }: Drawing): Shapes {
  const points = corners.map((corner) => {
    const [lon, lat] = degrees(corner);
    return pointOf({ lon, lat }, {});
  });
  const sides: Feature[] =
    corners.length < 2
      ? []
      : [
          {
            type: 'Feature',
            properties: {},
            geometry:
              isClosed && corners.length > 2
                ? { type: 'Polygon', coordinates: [closed(corners)] }
                : { type: 'LineString', coordinates: corners.map(degrees) },
          },
        ];
  return collection([...sides, ...points]);
}

/** West, south, east and north of corners in degrees; undefined without any. */
export function boundsOf(corners: readonly Corner[]): [number, number, number, number] | undefined {
  const [first] = corners;
  if (first === undefined) return undefined;
  return corners
    .map(degrees)
    .reduce<[number, number, number, number]>(
      ([w, s, e, n], [lon, lat]) => [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)],
      [...degrees(first), ...degrees(first)],
    );
}

function collection(features: Feature[]): Shapes {
  return { type: 'FeatureCollection', features };
}

function pointOf({ lon, lat }: LonLat, properties: Readonly<Record<string, string>>): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

function closed(ring: Ring): [number, number][] {
  const corners = ring.map(degrees);
  const [first] = corners;
  return first === undefined ? [] : [...corners, first];
}

function degrees([lon, lat]: Corner): [number, number] {
  return [lon / 1e7, lat / 1e7];
}
