import { store, useLive } from './store.ts';
import { useDeviceId } from './meta.ts';

/** A number series as people choose it. */
export type SeriesKey = { readonly org: string; readonly kind: string; readonly year: number };

/**
 * How many numbers of a series this device may still give without a connection; `undefined` while loading.
 * Counts granted blocks of this device less every number that anyone has used or voided.
 */
export function useNumbersLeft(series: SeriesKey | undefined): number | undefined {
  const device = useDeviceId();
  const key = series === undefined ? '' : `${series.org}:${series.kind}:${String(series.year)}`;
  return useLive(async () => {
    const leases = await store.leases.where('series').equals(key).toArray();
    const numbers = await store.numbers.where('series').equals(key).toArray();
    const used = new Set(numbers.map((row) => row.n));
    let left = 0;
    for (const lease of leases) {
      if (lease.state !== 'granted' || (device !== null && device !== undefined && lease.device !== device)) continue;
      for (let n = lease.from; n <= lease.to; n += 1) if (!used.has(n)) left += 1;
    }
    return left;
  }, [key, device]);
}
