import type { Page } from '@playwright/test';

import { DATABASE_NAME } from '#renderer/data/tables.ts';

import { bundle } from '../../fixtures/bundle.ts';
import { dataWorkerOf } from '../../fixtures/workerCommands.ts';

import type { FoldJobs } from './foldWorker.ts';

const HERE = import.meta.dirname.replaceAll('\\', '/');
const SOURCE = `
import { offerJobs } from '${HERE}/foldWorker.ts';
offerJobs();
`;

/** Asks for a job inside the data worker of a window. */
export type Ask = <J extends keyof FoldJobs>(
  page: Page,
  job: J,
  ...input: Parameters<FoldJobs[J]>
) => Promise<Awaited<ReturnType<FoldJobs[J]>>>;

/** The jobs beside the app's own code in its data worker: the same engine, the same IndexedDB, the same disk. */
export async function jobsInApp(): Promise<Ask> {
  const script = await bundle(SOURCE);
  const ready = new WeakSet<Page>();
  return async (page, job, ...input) => {
    const worker = await dataWorkerOf(page);
    if (!ready.has(page)) await worker.evaluate(script);
    ready.add(page);
    return (await worker.evaluate(
      ([name, given]) =>
        (Reflect.get(globalThis, '__foldJobs') as Record<string, (...values: readonly unknown[]) => unknown>)[name]?.(
          ...given,
        ),
      [job, input] as const,
    )) as never;
  };
}

/** When the app's window began to load, when it began to rebuild, and when no stream waited any more; Unix milliseconds. */
export type RebuildMoments = { readonly startedMs: number; readonly begunMs: number; readonly projectedMs: number };

/** Watches a started app until it has folded all streams. Asks for two keys at a time, which costs nothing. */
export function watchRebuild(page: Page, withinMs: number): Promise<RebuildMoments> {
  return page.evaluate(
    async ([name, limitMs]) => {
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
      const startedMs = performance.timeOrigin;
      let begunMs: number | undefined;
      for (;;) {
        const [isBegun, waits] = await new Promise<[boolean, boolean]>((resolve, reject) => {
          const looking = store.transaction(['meta', 'dirty']);
          const version = looking.objectStore('meta').get('projectionsVersion');
          const dirty = looking.objectStore('dirty').getKey(IDBKeyRange.lowerBound(0));
          looking.onerror = () => {
            reject(new Error(`${name}: ${String(looking.error)}`));
          };
          looking.oncomplete = () => {
            const row = version.result as { readonly value?: number } | undefined;
            resolve([row?.value !== 0, dirty.result !== undefined]);
          };
        });
        const nowMs = Date.now();
        if (isBegun) begunMs ??= nowMs;
        if (begunMs !== undefined && !waits) {
          store.close();
          return { startedMs, begunMs, projectedMs: nowMs };
        }
        if (nowMs > startedMs + limitMs) throw new Error('the projections were not rebuilt in time');
        await new Promise((resolve) => {
          setTimeout(resolve, 200);
        });
      }
    },
    [DATABASE_NAME, withinMs] as const,
  );
}
