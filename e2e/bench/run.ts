import { runEntry } from '../fixtures/entry.ts';

import { BENCH_ENTRIES } from './entries.ts';

process.exit(await runEntry('bench', BENCH_ENTRIES, process.argv.slice(2)));
