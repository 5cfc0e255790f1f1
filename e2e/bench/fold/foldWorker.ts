import '#shared/jitless.ts';

import { countProjected, fill, forgetProjections, putRaw } from './foldJobs.ts';
import { foldAll, guardAll } from './pureJobs.ts';

/** What can be done inside the app's data worker. */
const JOBS = { fill, forgetProjections, countProjected, putRaw, foldAll, guardAll } as const;
/** See `JOBS`. */
export type FoldJobs = typeof JOBS;

/** Makes the jobs callable in the worker into which this file is evaluated. */
export function offerJobs(): void {
  Reflect.set(globalThis, '__foldJobs', JOBS);
}
