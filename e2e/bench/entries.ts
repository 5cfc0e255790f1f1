import type { Entry } from '../fixtures/entry.ts';

import { lane } from './lane/lane.ts';
import { photos } from './photos/photos.ts';
import { pull } from './pull/pull.ts';

/** Everything `npm run bench -- NAME` knows. A new one is a file of its own and a name here. */
export const BENCH_ENTRIES: readonly Entry[] = [pull, photos, lane];
