import { zoneText } from './zone.ts';

/**
 * A polygon as tables hold it, as a register keeps it: WKT (`POLYGON ((lon lat, …))`) or the text of a GeoJSON polygon, both in
 * degrees of WGS 84 or CGCS2000. The text as it stands where it is neither, to be refused.
 */
export function zoneIn(cell: string): string {
  const corners = wktCorners(cell) ?? jsonCorners(cell);
  if (corners === undefined) return cell;
  const ring = corners.map(([lon, lat]): [number, number] => [Math.round(lon * 1e7), Math.round(lat * 1e7)]);
  const [first, last] = [ring[0], ring.at(-1)];
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return zoneText({ crs: 'WGS84', ring: isClosed ? ring.slice(0, -1) : ring });
}

function wktCorners(cell: string): readonly (readonly [number, number])[] | undefined {
  // One border only: holes would be lost.
  const list = /^\s*polygon\s*\(\s*\(([^()]*)\)\s*\)\s*$/i.exec(cell)?.[1];
  return list === undefined ? undefined : pairs(list.split(',').map((pair) => pair.trim().split(/\s+/).map(Number)));
}

function jsonCorners(cell: string): readonly (readonly [number, number])[] | undefined {
  if (!cell.trim().startsWith('{')) return undefined;
  try {
    const { type, coordinates } = JSON.parse(cell) as { readonly type?: unknown; readonly coordinates?: unknown };
    return type === 'Polygon' && Array.isArray(coordinates) && coordinates.length === 1
      ? pairs(coordinates[0])
      : undefined;
  } catch {
    return undefined;
  }
}

function pairs(list: unknown): readonly (readonly [number, number])[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const found = list.flatMap((pair: unknown): [number, number][] => {
    const [lon, lat] = Array.isArray(pair) ? (pair as unknown[]) : [];
    return typeof lon === 'number' && typeof lat === 'number' && Number.isFinite(lon + lat) ? [[lon, lat]] : [];
  });
  return found.length === list.length ? found : undefined;
}
