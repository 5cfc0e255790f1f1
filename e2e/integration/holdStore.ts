/**
 * Holds a readwrite transaction of a store open, so that every later write to it waits, as on a disk that is full.
 * Answers how to let it go.
 */
export async function holdStore(database: string, store: string): Promise<() => Promise<void>> {
  const connection = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no store to hold'));
    };
  });
  const transaction = connection.transaction(store, 'readwrite');
  const hold = { isOn: true };
  const keep = (): void => {
    const request = transaction.objectStore(store).count();
    request.onsuccess = () => {
      if (hold.isOn) keep();
    };
  };
  keep();
  return () =>
    new Promise((resolve) => {
      transaction.oncomplete = () => {
        connection.close();
        resolve();
      };
      hold.isOn = false;
    });
}
