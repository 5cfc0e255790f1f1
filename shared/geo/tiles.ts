/** A tile of the usual square grid (XYZ, spherical Mercator): `y` counts from the north. */
export type Tile = { readonly z: number; readonly x: number; readonly y: number };
/** West, south, east and north in degrees, of the reference system that the tiles are drawn in. */
export type TileBounds = readonly [west: number, south: number, east: number, north: number];

/** Beyond it the grid ends. */
const MOST_LAT = 85.051_128;

/** How many tiles cover the bounds at the zooms from `first` to `last`. */
export function countTiles(bounds: TileBounds, first: number, last: number): number {
  return zooms(first, last).reduce((sum, z) => {
    const { west, east, north, south } = rangeOf(bounds, z);
    return sum + (east - west + 1) * (south - north + 1);
  }, 0);
}

/** Those tiles, the widest first. */
export function* tilesIn(bounds: TileBounds, first: number, last: number): Generator<Tile> {
  for (const z of zooms(first, last)) {
    const { west, east, north, south } = rangeOf(bounds, z);
    for (let y = north; y <= south; y += 1) for (let x = west; x <= east; x += 1) yield { z, x, y };
  }
}

function zooms(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
}

function rangeOf(
  [west, south, east, north]: TileBounds,
  z: number,
): Record<'west' | 'east' | 'north' | 'south', number> {
  return { west: column(west, z), east: column(east, z), north: row(north, z), south: row(south, z) };
}

function column(lon: number, z: number): number {
  return within(((lon + 180) / 360) * 2 ** z, z);
}

function row(lat: number, z: number): number {
  const radians = (Math.max(-MOST_LAT, Math.min(MOST_LAT, lat)) * Math.PI) / 180;
  return within(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z, z);
}

function within(place: number, z: number): number {
  return Math.max(0, Math.min(2 ** z - 1, Math.floor(place)));
}
