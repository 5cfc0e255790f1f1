import { Dexie, type Table } from 'dexie';

import { inTime } from '../store/deadline.ts';
import type { XunzhiDatabase } from '../tables.ts';

import { groupByStream, keysBetween, lookLimit } from './heldIds.ts';
import { idsIn, isFrom, PROJECTED_TABLES, putFolded, type Folded } from './project.ts';

/** What streams come to, and whether this handle has written events of them since they were read from the store. */
export type Ahead = { readonly folded: readonly Folded[]; readonly isTouched: () => boolean };

/** Ends the transaction: the store holds other events of a stream than it was folded from. */
class Outdated extends Error {}

/**
 * Writes what was folded beforehand, in one transaction with what `alongside` writes to `dirty`; answers what that answers.
 * Undefined, and nothing is written, when the store holds other events of one of the streams by now.
 *
 * `events` is not locked meanwhile, so that the next streams can be read. Whoever writes events writes projections or
 * `dirty`, too, and comes before this transaction or after it. What was read from the store counts unless this handle
 * `isTouched` since: asked once the transaction runs. For what pages brought a transaction of its own looks at the keys.
 */
export async function writeFolded<T>(
  db: XunzhiDatabase,
  { folded, isTouched }: Ahead,
  alongside: () => Promise<T>,
): Promise<T | undefined> {
  const tables: Table[] = [db.dirty, ...PROJECTED_TABLES.map((name) => db.table(name))];
  try {
    return await inTime('projections.write', db, tables, async () => {
      // Asked for before anything else: no other transaction may be begun between this one and that.
      const paged = folded.filter(({ from }) => from === 'pages');
      const looking = isStillHeld(db.backendDB(), paged);
      looking.catch(() => undefined); // whoever waits for it gets it all the same
      await putFolded(db, folded);
      const answer = await alongside();
      if (isTouched() || (paged.length > 0 && !(await Dexie.waitFor(looking)))) throw new Outdated();
      return answer;
    });
  } catch (error) {
    if (error instanceof Outdated) return undefined;
    throw error;
  }
}

/** False also when too many other streams stand between these: then one look does not tell. */
function isStillHeld(engine: IDBDatabase, folded: readonly Folded[]): Promise<boolean> {
  const sorted = folded.map(({ stream }) => stream).sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return Promise.resolve(true);
  const limit = lookLimit(idsIn(folded));
  const looking = engine
    .transaction('events', 'readonly')
    .objectStore('events')
    .getAllKeys(keysBetween(first, last), limit);
  return new Promise((resolve, reject) => {
    looking.onsuccess = () => {
      const keys = looking.result.map(String);
      const held = groupByStream(keys, (key) => key);
      resolve(keys.length < limit && folded.every((one) => isFrom(one, held.get(one.stream))));
    };
    looking.onerror = () => {
      reject(looking.error ?? new Error('the keys of events could not be read'));
    };
  });
}
