import { useEffect, useState } from 'react';

import { send, type CommandError } from '#renderer/data/client.ts';

/** Whether the data worker answers yet; `failed` when it could not open its stores. */
export type WorkerState =
  { readonly is: 'starting' } | { readonly is: 'ready' } | { readonly is: 'failed'; readonly error: CommandError };

/** Answers that mean that there is no store to work with. */
const NOT_STARTED = new Set(['start_failed', 'store_set_aside']);

/**
 * Watches the data worker's start: before it answers, the stored session may be the last run's and must not be trusted.
 * Any answer means ready, also a refusal, except that the start itself failed.
 */
export function useWorkerReady(): WorkerState {
  const [state, setState] = useState<WorkerState>({ is: 'starting' });
  useEffect(() => {
    void send('people.list', {}).then((answer) => {
      const failed = !answer.ok && NOT_STARTED.has(answer.error.code);
      setState(failed ? { is: 'failed', error: answer.error } : { is: 'ready' });
    });
  }, []);
  return state;
}
