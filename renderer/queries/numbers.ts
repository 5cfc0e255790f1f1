import { seriesKey } from '#shared/documents/number.ts';
import { remaining } from '#shared/documents/numbering.ts';
import type { Series } from '#shared/events/documentEvents.ts';

import { useDeviceId } from './meta.ts';
import { store, useLive } from './store.ts';

/** How many numbers of a series this device may still give without a connection; `undefined` while loading. */
export function useNumbersLeft(series: Series | undefined): number | undefined {
  const device = useDeviceId();
  const key = series === undefined ? '' : seriesKey(series);
  return useLive(async () => {
    const leases = await store.leases.where('series').equals(key).toArray();
    const numbers = await store.numbers.where('series').equals(key).toArray();
    // Before the worker has told the device's id, all known leases count: the warning then comes late, never falsely.
    const own = leases.filter((lease) => typeof device !== 'string' || lease.device === device);
    return remaining(own, new Set(numbers.map((row) => row.n)));
  }, [key, device]);
}
