import { useEffect, useState } from 'react';

import { send } from '#renderer/data/client.ts';

/**
 * True once the data worker answers: before that the stored session may be the last run's and must not be trusted.
 * Any answer will do, also a refusal.
 */
export function useWorkerReady(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    void send('people.list', {}).then(() => setReady(true));
  }, []);
  return ready;
}
