import type { Page } from '@playwright/test';

import { bundle } from '../../fixtures/bundle.ts';
import { dataWorkerOf } from '../../fixtures/workerCommands.ts';

import type { ListJobs } from './listWorker.ts';

const HERE = import.meta.dirname.replaceAll('\\', '/');
const SOURCE = `
import PouchDB from 'pouchdb-core';
import idb from 'pouchdb-adapter-idb';
import find from 'pouchdb-find';
import { offerJobs } from '${HERE}/listWorker.ts';
globalThis.__PouchDB = PouchDB.plugin(idb).plugin(find);
offerJobs();
`;

/** Asks for a job inside the data worker of a window. */
export type Ask = <J extends keyof ListJobs>(
  job: J,
  ...input: Parameters<ListJobs[J]>
) => Promise<Awaited<ReturnType<ListJobs[J]>>>;

/** The jobs beside the app's own code in the data worker of a window: the same engine, the same disk. */
export async function jobsIn(page: Page): Promise<Ask> {
  const worker = await dataWorkerOf(page);
  await worker.evaluate(await bundle(SOURCE));
  return async (job, ...input) =>
    (await worker.evaluate(
      ([name, given]) =>
        (Reflect.get(globalThis, '__listJobs') as Record<string, (...values: readonly unknown[]) => unknown>)[name]?.(
          ...given,
        ),
      [job, input] as const,
    )) as never;
}
