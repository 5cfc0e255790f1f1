import type { Shapes } from './mapStyle.ts';
import type { Bounds } from './points.ts';

/** Distances between lines in degrees, from wide to narrow. */
const STEPS = [1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001, 0.00005] as const;
/** About so many lines cross a view. */
const LINES = 12;

/** Lines of longitude and latitude over a view, as far apart as the zoom makes readable. */
export function gridLines([west, south, east, north]: Bounds, zoom: number): Shapes {
  const width = 360 / 2 ** zoom;
  const step = STEPS.find((one) => one <= (width * 2) / LINES) ?? 0.00005;
  const across = range(south, north, step).map((lat) => lineOf([west, lat], [east, lat]));
  const along = range(west, east, step).map((lon) => lineOf([lon, south], [lon, north]));
  return { type: 'FeatureCollection', features: [...across, ...along] };
}

function range(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: Math.min(count, 200) }, (_, at) => (first + at) * step);
}

function lineOf(from: [number, number], to: [number, number]): Shapes['features'][number] {
  return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [from, to] } };
}
