import type { Position } from '#shared/events/fields.ts';

/** Why the device gives no position. */
export type LocateFailure = 'denied' | 'unavailable' | 'timeout';

const PATIENCE_MS = 10_000;
const E7 = 10_000_000;

/** Asks the device's own location service once. What it does not know is not guessed. */
export function locateDevice(): Promise<Position | { readonly failed: LocateFailure }> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        resolve({
          lonE7: Math.round(longitude * E7),
          latE7: Math.round(latitude * E7),
          crs: 'WGS84',
          accuracyMm: Math.round(accuracy * 1000),
          source: 'device',
        });
      },
      ({ code }) => resolve({ failed: code === 1 ? 'denied' : code === 3 ? 'timeout' : 'unavailable' }),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    );
  });
}
