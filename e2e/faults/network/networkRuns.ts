import type { Task } from '../../fixtures/entry.ts';
import { SeededRandom } from '../../fixtures/random.ts';
import { Findings, Tally } from '../check/findings.ts';
import { useCheapPins } from '../office/cheapPins.ts';
import { openPlace } from '../place.ts';
import { shrink } from '../shrink.ts';

import { NetworkRun } from './networkRun.ts';
import { useShortDeadlines } from './shortDeadlines.ts';
import { drawSteps, type NetworkStep } from './steps.ts';

/** What came of some runs. */
export type Outcome = { readonly tally: Tally; readonly findings: Findings; readonly runs: number };

/** A seed that ends in `#17` repeats the seventeenth run alone. */
export async function runMany(task: Pick<Task, 'seed' | 'times' | 'server' | 'say'>): Promise<Outcome> {
  useShortDeadlines();
  useCheapPins();
  const [tally, findings] = [new Tally(), new Findings()];
  const [base = '', only] = task.seed.split('#');
  const startedMs = performance.now();
  let runs = 0;
  for (let run = 1; run <= task.times; run += 1) {
    const seed = `${base}#${only ?? String(run)}`;
    const steps = drawSteps(new SeededRandom(seed));
    const found = await oneRun(task.server, seed, steps, tally);
    runs += 1;
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    task.say(`run ${seed}: ${String(found.lines.length)} wrong, ${String(seconds)} s so far`);
    if (found.lines.length === 0) continue;
    findings.take(found, `${seed}: `);
    for (const line of found.lines) task.say(`wrong: ${line}`);
    const least = await shrink(steps, async (fewer) => (await oneRun(task.server, seed, fewer)).lines.length > 0);
    task.say(`again with --seed '${seed}' --runs 1; still wrong with ${String(least.length)} steps:`);
    for (const step of least) task.say(`  ${JSON.stringify(step)}`);
  }
  return { tally, findings, runs };
}

async function oneRun(
  server: string | undefined,
  seed: string,
  steps: readonly NetworkStep[],
  tally = new Tally(),
): Promise<Findings> {
  const place = await openPlace(server);
  const run = new NetworkRun(place, seed, tally);
  try {
    await run.go(steps);
  } catch (error) {
    run.findings.add(
      'lost',
      `the run broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  } finally {
    await place.close();
  }
  return run.findings;
}
