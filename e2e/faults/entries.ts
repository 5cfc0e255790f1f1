import type { Entry } from '../fixtures/entry.ts';

import { fleet } from './fleet/fleetEntry.ts';
import { kill } from './kill/kill.ts';
import { network } from './network/network.ts';
import { restore } from './restore/restore.ts';

/** Everything `npm run faults -- NAME` knows. A new one is a file of its own and a name here. */
export const FAULT_ENTRIES: readonly Entry[] = [kill, network, fleet, restore];
