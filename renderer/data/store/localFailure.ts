import { Dexie } from 'dexie';

import { PortError } from '../port.ts';

import { StoreTimeout } from './deadline.ts';
import { NoRoom } from './room.ts';

/** Whether an error is one of IndexedDB or Dexie that says that a write did not come about, by its name. */
export function isStoreError(error: unknown): boolean {
  return error instanceof Error && /Dexie|Abort|Quota|Transaction|Database|Bulk/.test(error.name);
}

/**
 * Whether work with the server failed on this computer: its store, its main process or their deadline, not any answer.
 * Dexie wraps whatever the engine throws; an `AbortError` that it did not wrap is a request that was let go.
 */
export function isLocalFailure(error: unknown): boolean {
  if (error instanceof StoreTimeout || error instanceof PortError || error instanceof NoRoom) return true;
  if (error instanceof Dexie.DexieError) return true;
  return isStoreError(error) && (error as Error).name !== 'AbortError';
}
