/** Length of the equator in WGS 84, metres; the map is 512 pixels wide at zoom 0. */
const EQUATOR_M = 40_075_016.7;
const TILE_PX = 512;
/** A tap misses what it means by so many pixels. */
const FINGER_PX = 14;
/** What is drawn is not more exact than that, however near one looks at it. */
const LEAST_M = 5;

/** How exact a place is that was tapped at this zoom and latitude (degrees), in whole metres as millimetres. */
export function tapAccuracyMm(zoom: number, lat: number): number {
  const metresPerPixel = (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
  return Math.ceil(Math.max(LEAST_M, metresPerPixel * FINGER_PX)) * 1000;
}
