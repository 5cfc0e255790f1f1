import { Dexie } from 'dexie';

import { SeededRandom } from '../../fixtures/random.ts';

import { checkEnd, type Found } from './checkEnd.ts';
import { Office } from './office.ts';
import { openRestorable } from './restorablePlace.ts';

/** One run of a seed; answers what is wrong at its end. */
export async function runRestore(seed: string, server?: string): Promise<Found> {
  // Dexie was loaded before there was an IndexedDB in memory when another entry of the list needs it.
  Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });
  const random = new SeededRandom(seed);
  const hub = await openRestorable(server);
  const office = await Office.open(hub, random);
  try {
    await office.work(4 + random.below(8));
    await office.syncSome();
    await hub.backUp();
    const more = 6 + random.below(12);
    await office.work(more);
    await office.syncSome();
    if (random.chance(30)) await office.work(3);
    await hub.restore();
    // More than was lost: the server's counter passes every checkpoint before everybody has asked.
    await office.work(more + 4 + random.below(10));
    if (random.chance(50)) await office.syncSome();
    await office.work(random.below(6));
    await office.settle();
    return await checkEnd(hub, office);
  } finally {
    await office.close();
    await hub.close();
  }
}
