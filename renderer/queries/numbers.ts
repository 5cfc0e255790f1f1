import { readSeries } from '#renderer/data/numbers/series.ts';
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
    // Before the worker has told the device's id, all known leases count: the warning then comes late, never falsely.
    const { own, seen, floor } = await readSeries(store, key, device ?? undefined);
    return remaining(own, seen, floor);
  }, [key, device]);
}
