import type { PoolWorker } from './pool.ts';

/** A dedicated worker as the pool uses it. */
export function poolWorker(worker: Worker): PoolWorker {
  return {
    post: (input) => {
      worker.postMessage(input);
    },
    terminate: () => {
      worker.terminate();
    },
    listen: (reply, broken) => {
      worker.onmessage = (message: MessageEvent<unknown>) => {
        reply(message.data);
      };
      // A script that cannot be loaded gives an event without a message.
      worker.onerror = (problem) => {
        broken(problem.message || 'the PDF worker could not start');
      };
    },
  };
}
