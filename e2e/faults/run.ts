import { runEntry } from '../fixtures/entry.ts';

import { FAULT_ENTRIES } from './entries.ts';

process.exit(await runEntry('faults', FAULT_ENTRIES, process.argv.slice(2)));
