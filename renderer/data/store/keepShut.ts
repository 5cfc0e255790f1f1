import { Dexie } from 'dexie';

/**
 * The engine closes a database when it cannot write it. Dexie would open it again with the next call, on a disk that may
 * still be full; so it stays closed, every call is refused, and the store's watch has the whole worker replaced.
 */
export function keepShut(db: Dexie, onClosed: () => void): void {
  const engine = db.backendDB();
  const open = db.open.bind(db);
  let isLost = false;
  const shut = (): void => {
    if (isLost) return;
    isLost = true;
    onClosed();
  };
  engine.addEventListener('close', shut);
  // Whoever asks for a transaction before the event arrives makes Dexie close and open: that is the same loss.
  db.open = () => {
    if (db.isOpen()) return open();
    shut();
    return Dexie.Promise.reject(new Dexie.DatabaseClosedError('the engine closed the store'));
  };
}
