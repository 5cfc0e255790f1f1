import type { TestWorker } from '../../integration/aWorker.ts';

import type { FleetStep } from './steps.ts';

type Where = Pick<Extract<FleetStep, { is: 'plug' }>, 'at' | 'when'>;

/**
 * Lets something run until the power goes at its first request of that name to main. Answers whether it came to that; what
 * was running then never ends.
 */
export async function runUntilPlug(
  worker: TestWorker,
  { at, when }: Where,
  run: () => Promise<unknown>,
): Promise<boolean> {
  const [fault, done] = [worker.fault, worker.done];
  try {
    return await new Promise<boolean>((resolve, reject) => {
      const pull = (request: string): void => {
        if (request !== at) return;
        worker.pullPlug();
        resolve(true);
      };
      if (when === 'before') worker.fault = pull;
      else worker.done = pull;
      run().then(() => {
        resolve(false);
      }, reject);
    });
  } finally {
    Object.assign(worker, { fault, done });
  }
}
