import { Dexie } from 'dexie';

/** Dexie's own state, as far as its public part does not reach: lets calls go on that wait for the database to open. */
type Waiting = { readonly _state: { readonly dbReadyResolve: () => void } };

/**
 * The engine closes a database when it cannot write it. Dexie would open it again with the next call, on a disk that may
 * still be full; so it stays closed, every call is refused at once, and the store's watch has the whole worker replaced.
 * Answers how to let this handle be opened again.
 */
export function keepShut(db: Dexie, onClosed: () => void): () => void {
  const engine = db.backendDB();
  const open = db.open.bind(db);
  let isLost = false;
  const shut = (): void => {
    if (isLost) return;
    isLost = true;
    // The engine's part is closed; this is Dexie's. Whoever waits for it to open would otherwise wait for ever.
    db.close();
    (db as unknown as Waiting)._state.dbReadyResolve();
    onClosed();
  };
  engine.addEventListener('close', shut);
  // Whoever asks for a transaction before the event arrives makes Dexie close and open: that is the same loss.
  db.open = () => {
    if (db.isOpen()) return open();
    shut();
    return Dexie.Promise.reject(new Dexie.DatabaseClosedError('the engine closed the store'));
  };
  return () => {
    Reflect.deleteProperty(db, 'open');
    // Dexie's promise to be open was kept above, untrue; whoever waits for this one while it opens would spin for ever.
    db.close();
  };
}
