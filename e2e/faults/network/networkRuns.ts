import { SeededRandom } from '../../fixtures/random.ts';
import { useCheapPins } from '../office/cheapPins.ts';
import { openPlace } from '../place.ts';
import { seededRuns, type SeededOutcome, type SeededTask } from '../seededRuns.ts';

import { NetworkRun } from './networkRun.ts';
import { useShortDeadlines } from './shortDeadlines.ts';
import { drawSteps } from './steps.ts';

/** Random work of two devices through a broken network, one run after the other. */
export function runNetwork(task: SeededTask): Promise<SeededOutcome> {
  useShortDeadlines();
  useCheapPins();
  return seededRuns(task, {
    draw: (seed) => ({ seed, steps: drawSteps(new SeededRandom(seed)) }),
    run: async ({ seed, steps }, sheet) => {
      const place = await openPlace(task.server);
      try {
        await new NetworkRun(place, seed, sheet).go(steps);
      } finally {
        await place.close();
      }
    },
  });
}
