import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Page } from '@playwright/test';

import { bundle } from '../../fixtures/bundle.ts';
import { dataWorkerOf } from '../../fixtures/workerCommands.ts';

import type { Load } from './load.ts';
import type { POOL_JOBS } from './poolJobs.ts';

const HERE = import.meta.dirname.replaceAll('\\', '/');
const ASSETS = resolve(import.meta.dirname, '../../../out/renderer/assets');
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
  // The viewer's worker has the same name; only ours reads the fonts.
  const script = readdirSync(ASSETS).find(
    (name) =>
      /^pdf\.worker-.*\.js$/.test(name) && readFileSync(join(ASSETS, name), 'utf8').includes('NotoSerifSC_400Regular'),
  );
  if (script === undefined) throw new Error('the app was built without a PDF worker');
  const inBase64 = photos.map((photo) => Buffer.from(photo).toString('base64'));
  await ask('take', { worker: script, notices, photos: inBase64 });
  return ask;
}
