import type { Entry } from '../fixtures/entry.ts';

import { pull } from './pull/pull.ts';

/** Everything `npm run bench -- NAME` knows. A new one is a file of its own and a name here. */
export const BENCH_ENTRIES: readonly Entry[] = [pull];
