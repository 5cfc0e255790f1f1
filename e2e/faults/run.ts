// Dexie looks for IndexedDB when it is loaded, by whatever entry comes first.
import 'fake-indexeddb/auto';

import { runEntry } from '../fixtures/entry.ts';

import { FAULT_ENTRIES } from './entries.ts';

process.exit(await runEntry('faults', FAULT_ENTRIES, process.argv.slice(2)));
