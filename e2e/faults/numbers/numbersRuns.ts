import { SeededRandom } from '../../fixtures/random.ts';
import { useCheapPins } from '../office/cheapPins.ts';
import { inStep, seededRuns, type SeededOutcome, type SeededTask, type Sheet } from '../seededRuns.ts';

import { Bureau } from './bureau.ts';
import { checkNumbers } from './checkNumbers.ts';
import { openNumbersPlace } from './numbersPlace.ts';
import { readEverything } from './readEverything.ts';
import { drawHistory, type NumberHistory } from './steps.ts';

/** Histories on hubs of their own under way at once; a given server has room for one. */
const AT_ONCE = 2;

/** Random histories of numbers, each on a server of its own. */
export function runNumbers(task: SeededTask): Promise<SeededOutcome> {
  useCheapPins();
  return seededRuns(task, {
    draw: (seed) => drawHistory(new SeededRandom(seed)),
    run: (history, sheet) => oneHistory(task.server, history, sheet),
    atOnce: task.server === undefined ? AT_ONCE : 1,
  });
}

/** One history, and the look at everything once all that can be reached is in sync. */
async function oneHistory(server: string | undefined, history: NumberHistory, sheet: Sheet): Promise<void> {
  const place = await openNumbersPlace(server);
  let bureau: Bureau | undefined;
  try {
    bureau = await Bureau.open(place, history, sheet.tally);
    for (const [at, step] of history.steps.entries()) await inStep(at, step, () => bureau!.take(step));
    await bureau.settle();
    checkNumbers(await readEverything(bureau, place.adminUrl), sheet.findings, sheet.tally);
  } finally {
    await bureau?.close();
    await place.close();
  }
}
