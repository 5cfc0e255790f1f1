import type { Dexie, Table, Transaction } from 'dexie';

/** A call to IndexedDB that did not settle in time: on a full disk it may never do so. */
export class StoreTimeout extends Error {
  constructor(what: string) {
    super(`${what} did not settle in time`);
    this.name = 'StoreTimeout';
  }
}

const watchers = new Set<() => void>();

/** Tells of every late call of this worker from now on; answers how to end that. */
export function onLateCall(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** A call is late: whoever watches is told. */
export function lateCall(what: string): StoreTimeout {
  for (const tell of watchers) tell();
  return new StoreTimeout(what);
}

/**
 * Writes in one transaction that is in time or not at all: one that is late is aborted, also when it begins only then
 * because the store was opening again for so long. Throws `StoreTimeout`; what was past aborting may be there all the same.
 */
export async function inTime<T>(
  what: string,
  db: Dexie,
  tables: readonly Table[],
  work: (tx: Transaction) => PromiseLike<T>,
): Promise<T> {
  let isLate = false;
  let abort: (() => void) | undefined;
  // An async function, as Dexie looks for one: only then are native awaits inside `work` kept in the transaction.
  const written = db.transaction('rw', [...tables], async (tx) => {
    abort = () => {
      tx.abort();
    };
    if (isLate) tx.abort();
    return work(tx);
  });
  return withDeadline(what, written, () => {
    isLate = true;
    abort?.();
  });
}

/** How long an IndexedDB call may take, in milliseconds. */
export const STORE_DEADLINE_MS = 15_000;

/** Rejects with `StoreTimeout` when the call does not settle in time; `onTimeout` then aborts what still runs. */
export async function withDeadline<T>(
  what: string,
  call: PromiseLike<T>,
  onTimeout?: () => void,
  withinMs: number = STORE_DEADLINE_MS,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(lateCall(what));
      try {
        onTimeout?.();
      } catch {
        // What is already being committed cannot be aborted, and says so by throwing.
      }
    }, withinMs);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}
