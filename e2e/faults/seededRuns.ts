import type { Task } from '../fixtures/entry.ts';

import { Findings, Tally } from './check/findings.ts';
import { shrink } from './shrink.ts';

/** What is asked of some runs. A seed that ends in `#17` repeats the seventeenth run alone. */
export type SeededTask = Pick<Task, 'seed' | 'times' | 'say'> & { readonly server?: string | undefined };

/** What a run counts, and what it finds wrong. */
export type Sheet = { readonly tally: Tally; readonly findings: Findings };

/** A kind of run: what happens is drawn from a seed, and what happens is a list of steps. */
export type SeededKind<T extends Stepped> = {
  readonly draw: (seed: string) => T;
  /** Takes the steps and looks at what came of them; what it throws is a finding. */
  readonly run: (drawn: T, sheet: Sheet) => Promise<void>;
  /** How many runs are under way in this process at once: while one waits for its disk or server another one works. */
  readonly atOnce?: number;
};
type Stepped = { readonly steps: readonly unknown[] };

/** What came of them; `steps` are those of whole runs. */
export type SeededOutcome = Sheet & { readonly runs: number; readonly steps: number; readonly seconds: number };

/** Runs of one seed after the other; what goes wrong is said with its seed and the fewest steps that show it. */
export async function seededRuns<T extends Stepped>(task: SeededTask, kind: SeededKind<T>): Promise<SeededOutcome> {
  const all: Sheet = { tally: new Tally(), findings: new Findings() };
  const [base = '', only] = task.seed.split('#');
  const startedMs = performance.now();
  const seconds = (): number => (performance.now() - startedMs) / 1000;
  const done = { runs: 0, steps: 0 };

  const one = async (seed: string): Promise<void> => {
    const drawn = kind.draw(seed);
    const found = await findingsOf(kind, drawn, all.tally);
    done.runs += 1;
    done.steps += drawn.steps.length;
    task.say(
      `run ${seed}: ${String(drawn.steps.length)} steps, ${String(found.lines.length)} wrong; ${String(done.runs)} runs in ${String(Math.round(seconds()))} s`,
    );
    if (found.lines.length === 0) return;
    all.findings.take(found, `${seed}: `);
    for (const line of found.lines) task.say(`wrong: ${line}`);
    const least = await shrink(drawn.steps, async (steps) => {
      return (await findingsOf(kind, { ...drawn, steps }, new Tally())).lines.length > 0;
    });
    task.say(`again with --seed '${seed}' --runs 1; still wrong with ${String(least.length)} steps:`);
    for (const step of least) task.say(`  ${JSON.stringify(step)}`);
  };

  const numbers = Array.from({ length: task.times }, (_, index) => only ?? String(index + 1)).values();
  const lane = async (): Promise<void> => {
    for (const number of numbers) await one(`${base}#${number}`);
  };
  await Promise.all(Array.from({ length: kind.atOnce ?? 1 }, lane));
  return { ...all, ...done, seconds: seconds() };
}

/** Says at which step something broke off. */
export async function inStep(at: number, step: unknown, take: () => Promise<unknown>): Promise<void> {
  try {
    await take();
  } catch (error) {
    throw new Error(`step ${String(at)} ${JSON.stringify(step)}: ${String(error)}`, { cause: error });
  }
}

async function findingsOf<T extends Stepped>({ run }: SeededKind<T>, drawn: T, tally: Tally): Promise<Findings> {
  const findings = new Findings();
  try {
    await run(drawn, { tally, findings });
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    findings.add('lost', `the run broke off: ${why}`);
  }
  return findings;
}
