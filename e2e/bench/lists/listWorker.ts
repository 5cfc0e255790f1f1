import '#shared/jitless.ts';

import { clusterPoints, fillLists } from './listJobs.ts';
import { fillPouch, findInPouch, forgetPouch } from './pouchJobs.ts';

/** What can be done inside the app's data worker. */
const JOBS = { fillLists, clusterPoints, fillPouch, findInPouch, forgetPouch } as const;
/** See `JOBS`. */
export type ListJobs = typeof JOBS;

/** Makes the jobs callable in the worker into which this file is evaluated. */
export function offerJobs(): void {
  Reflect.set(globalThis, '__listJobs', JOBS);
}
