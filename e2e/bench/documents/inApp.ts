import type { Page } from '@playwright/test';

import { bundle } from '../../fixtures/bundle.ts';
import { pdfWorkerScript } from '../../fixtures/pdfWorker.ts';
import { dataWorkerOf } from '../../fixtures/workerCommands.ts';

import type { Load } from './load.ts';
import type { POOL_JOBS } from './poolJobs.ts';

const HERE = import.meta.dirname.replaceAll('\\', '/');
const SOURCE = `
import { POOL_JOBS } from '${HERE}/poolJobs.ts';
globalThis.__poolJobs = POOL_JOBS;
`;

type Jobs = typeof POOL_JOBS;
/** Asks for a job in the data worker of a window. */
export type Ask = <J extends keyof Jobs>(
  job: J,
  ...input: Parameters<Jobs[J]>
) => Promise<Awaited<ReturnType<Jobs[J]>>>;

/** Gives the data worker of a window the load; the pool that prints it is the app's, with the worker that the app was built with. */
export async function poolInApp(page: Page, { notices, photos }: Load): Promise<Ask> {
  const worker = await dataWorkerOf(page);
  await worker.evaluate(await bundle(SOURCE));
  const ask: Ask = async (job, ...input) =>
    (await worker.evaluate(
      ([name, given]) =>
        (Reflect.get(globalThis, '__poolJobs') as Record<string, (...values: readonly unknown[]) => unknown>)[name]?.(
          ...given,
        ),
      [job, input] as const,
    )) as never;
  const inBase64 = photos.map((photo) => Buffer.from(photo).toString('base64'));
  await ask('take', { worker: pdfWorkerScript(), notices, photos: inBase64 });
  return ask;
}
