import type { Entry } from '../fixtures/entry.ts';

import { delta } from './delta/delta.ts';
import { documents } from './documents/documents.ts';
import { fold } from './fold/fold.ts';
import { idle } from './idle/idle.ts';
import { lane } from './lane/lane.ts';
import { lists } from './lists/lists.ts';
import { photos } from './photos/photos.ts';
import { pull } from './pull/pull.ts';

/** Everything `npm run bench -- NAME` knows. A new one is a file of its own and a name here. */
export const BENCH_ENTRIES: readonly Entry[] = [pull, idle, delta, photos, lane, fold, documents, lists];
