import type { Entry } from '../fixtures/entry.ts';

import { disk } from './disk/disk.ts';
import { fleet } from './fleet/fleetEntry.ts';
import { flips } from './flips/flips.ts';
import { histories } from './histories/histories.ts';
import { kill } from './kill/kill.ts';
import { network } from './network/network.ts';
import { numbers } from './numbers/numbers.ts';
import { power } from './power/power.ts';
import { restore } from './restore/restore.ts';
import { wipe } from './wipe/wipe.ts';

/** Entries that drive the real app; their short forms stand in `entries.spec.ts`. */
export const APP_ENTRIES: readonly Entry[] = [kill, wipe, disk, power];
/** Entries on the real data worker in Node; each has its short form in an integration test. */
export const WORKER_ENTRIES: readonly Entry[] = [network, fleet, restore, numbers, flips];

/** Everything `npm run faults -- NAME` knows. A new one is a file of its own and a name here. */
export const FAULT_ENTRIES: readonly Entry[] = [...APP_ENTRIES, ...WORKER_ENTRIES, histories];
