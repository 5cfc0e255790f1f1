import type { Task } from '../../fixtures/entry.ts';
import { SeededRandom } from '../../fixtures/random.ts';
import { Findings, Tally } from '../check/findings.ts';
import { useCheapPins } from '../office/cheapPins.ts';
import { shrink } from '../shrink.ts';

import { Bureau } from './bureau.ts';
import { checkNumbers } from './checkNumbers.ts';
import { openNumbersPlace } from './numbersPlace.ts';
import { readEverything } from './readEverything.ts';
import { drawHistory, type NumberHistory } from './steps.ts';

/** What came of some runs. */
export type NumbersOutcome = { readonly tally: Tally; readonly findings: Findings; readonly runs: number };

/** A seed that ends in `#17` repeats the seventeenth run alone. */
export async function runNumbers(task: Pick<Task, 'seed' | 'times' | 'server' | 'say'>): Promise<NumbersOutcome> {
  useCheapPins();
  const [tally, findings] = [new Tally(), new Findings()];
  const [base = '', only] = task.seed.split('#');
  const startedMs = performance.now();
  let runs = 0;
  for (let run = 1; run <= task.times; run += 1) {
    const seed = `${base}#${only ?? String(run)}`;
    const history = drawHistory(new SeededRandom(seed));
    const found = await oneHistory(task.server, history, tally);
    runs += 1;
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    if (run % 10 === 0 || found.lines.length > 0)
      task.say(`run ${seed}: ${String(found.lines.length)} wrong, ${String(seconds)} s so far`);
    if (found.lines.length === 0) continue;
    findings.take(found, `${seed}: `);
    for (const line of found.lines) task.say(`wrong: ${line}`);
    const least = await shrink(history.steps, async (steps) => {
      return (await oneHistory(task.server, { ...history, steps })).lines.length > 0;
    });
    task.say(`again with --seed '${seed}' --runs 1; still wrong with ${String(least.length)} steps:`);
    for (const step of least) task.say(`  ${JSON.stringify(step)}`);
  }
  return { tally, findings, runs };
}

/** One history, and the look at everything once all that can be reached is in sync. */
async function oneHistory(server: string | undefined, history: NumberHistory, tally = new Tally()): Promise<Findings> {
  const findings = new Findings();
  const place = await openNumbersPlace(server);
  let bureau: Bureau | undefined;
  try {
    bureau = await Bureau.open(place, history, tally);
    for (const [at, step] of history.steps.entries()) await bureau.take(step).catch(named(at, step));
    await bureau.settle();
    checkNumbers(await readEverything(bureau, place.adminUrl), findings, tally);
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    findings.add('lost', `the run broke off: ${why}`);
  } finally {
    await bureau?.close();
    await place.close();
  }
  return findings;
}

function named(at: number, step: unknown): (error: unknown) => never {
  return (error) => {
    throw new Error(`step ${String(at)} ${JSON.stringify(step)}: ${String(error)}`, { cause: error });
  };
}
