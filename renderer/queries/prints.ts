import type { PrintRow } from '#renderer/data/tables.ts';

import { store, useLive } from './store.ts';

export type { PrintRow, PrintSource } from '#renderer/data/tables.ts';

/** Every print job of this device, the latest first; `undefined` while loading. */
export function usePrints(): readonly PrintRow[] | undefined {
  return useLive(async () => latestFirst(await store.prints.toArray()), []);
}

/** These jobs in the order in which they are printed; `undefined` while loading. */
export function usePrintsOf(ids: readonly string[]): readonly PrintRow[] | undefined {
  const key = ids.join(' ');
  return useLive(async () => {
    const found = await store.prints.bulkGet([...ids]);
    return found.filter((row) => row !== undefined);
  }, [key]);
}

/** How many jobs of this device are not over. */
export function useOpenPrints(): number {
  return useLive(() => store.prints.where('state').anyOf('waiting', 'printing').count(), []) ?? 0;
}

function latestFirst(rows: readonly PrintRow[]): readonly PrintRow[] {
  return rows.toSorted((one, other) =>
    one.orderedAt === other.orderedAt ? one.n - other.n : one.orderedAt < other.orderedAt ? 1 : -1,
  );
}
