import type { Page } from '@playwright/test';

import { DATABASE_NAME } from '#renderer/data/tables.ts';

/** Moments of a pull, in Unix milliseconds. */
export type PullMoments = {
  /** The first case was on the screens' tables. */
  readonly firstMs: number;
  /** The checkpoint stood at the database's end. */
  readonly storedMs: number;
  /** And no stream waited for its projection any more. */
  readonly projectedMs: number;
};

/**
 * Watches the app's store until a database has been pulled up to change number `last` and projected. Asks only what costs
 * nothing: the checkpoint, whether a case is there, how many streams wait. Counting all rows would slow the pull down.
 */
export function watchPull(page: Page, db: string, last: number, withinMs: number): Promise<PullMoments> {
  return page.evaluate(
    async ([name, feed, end, limitMs]) => {
      const store = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        // The app makes its store, never we.
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => {
          reject(new Error(`${name}: ${String(opening.error)}`));
        };
        opening.onsuccess = () => {
          resolve(opening.result);
        };
      });
      const until = Date.now() + limitMs;
      let firstMs: number | undefined;
      let storedMs: number | undefined;
      for (;;) {
        const [hasCase, read, waits] = await new Promise<[boolean, number, boolean]>((resolve, reject) => {
          const looking = store.transaction(['feeds', 'dirty', 'cases']);
          const found = looking.objectStore('cases').getKey(IDBKeyRange.lowerBound(''));
          const row = looking.objectStore('feeds').get(feed);
          const dirty = looking.objectStore('dirty').getKey(IDBKeyRange.lowerBound(0));
          looking.onerror = () => {
            reject(new Error(`${name}: ${String(looking.error)}`));
          };
          looking.oncomplete = () => {
            const { since = '0' } = (row.result ?? {}) as { readonly since?: string };
            resolve([found.result !== undefined, Number.parseInt(since, 10), dirty.result !== undefined]);
          };
        });
        const nowMs = Date.now();
        if (hasCase) firstMs ??= nowMs;
        if (read >= end) storedMs ??= nowMs;
        if (firstMs !== undefined && storedMs !== undefined && !waits) {
          store.close();
          return { firstMs, storedMs, projectedMs: nowMs };
        }
        if (nowMs > until) throw new Error(`${feed}: read up to ${String(read)} of ${String(end)} in time`);
        await new Promise((resolve) => {
          setTimeout(resolve, 20);
        });
      }
    },
    [DATABASE_NAME, db, last, withinMs] as const,
  );
}
