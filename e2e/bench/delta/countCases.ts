import type { Page } from '@playwright/test';

import { DATABASE_NAME } from '#renderer/data/tables.ts';

/** How many events of cases the app's store holds. */
export function countCases(page: Page): Promise<number> {
  return page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => {
          reject(new Error(String(opening.error)));
        };
        opening.onsuccess = () => {
          const range = IDBKeyRange.bound('case:', 'case;');
          const counting = opening.result.transaction('events').objectStore('events').count(range);
          counting.onerror = () => {
            reject(new Error(String(counting.error)));
          };
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
    DATABASE_NAME,
  );
}
