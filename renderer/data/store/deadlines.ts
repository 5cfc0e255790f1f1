import { Dexie, type DBCore, type DBCoreTable } from 'dexie';

import { lateCall, STORE_DEADLINE_MS } from './deadline.ts';

/**
 * Gives every call to the store a deadline: on a full disk reads and writes may never settle, and a command that hangs
 * would hold all later ones. A call that is late rejects with `StoreTimeout` and takes its transaction with it.
 */
export function giveDeadlines(db: Dexie): void {
  db.use({ stack: 'dbcore', name: 'deadlines', create: (core) => ({ ...core, table: (name) => timed(core, name) }) });
}

function timed(core: DBCore, name: string): DBCoreTable {
  const table = core.table(name);
  return {
    ...table,
    mutate: (request) => inTime(`${name}.${request.type}`, table.mutate(request)),
    get: (request) => inTime(`${name}.get`, table.get(request)),
    getMany: (request) => inTime(`${name}.getMany`, table.getMany(request)),
    query: (request) => inTime(`${name}.query`, table.query(request)),
    openCursor: (request) => inTime(`${name}.openCursor`, table.openCursor(request)),
    count: (request) => inTime(`${name}.count`, table.count(request)),
  };
}

/** Dexie's own promise: a native one would leave the transaction's zone. */
function inTime<T>(what: string, call: PromiseLike<T>): Promise<T> {
  return new Dexie.Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(lateCall(what));
    }, STORE_DEADLINE_MS);
    call.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
