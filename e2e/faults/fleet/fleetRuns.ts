import { SeededRandom } from '../../fixtures/random.ts';
import { Findings, Tally } from '../check/findings.ts';
import { useCheapPins } from '../office/cheapPins.ts';
import { openPlace, type Place } from '../place.ts';
import { shrink } from '../shrink.ts';

import { Fleet } from './fleet.ts';
import { checkEnd, lookAt } from './fleetCheck.ts';
import { drawHistory, type FleetStep, type History, type HistoryKind } from './steps.ts';
import type { Tablet } from './tablet.ts';

/** What is asked of some histories. A seed that ends in `#17` repeats the seventeenth history alone. */
export type FleetTask = {
  readonly seed: string;
  readonly times: number;
  readonly server?: string | undefined;
  readonly say: (line: string) => void;
  readonly kind?: HistoryKind;
};

/** What came of them. */
export type FleetOutcome = {
  readonly tally: Tally;
  readonly findings: Findings;
  readonly histories: number;
  readonly steps: number;
  readonly seconds: number;
};

/** Runs random histories one after the other; what goes wrong is said with its seed and the fewest steps that show it. */
export async function runFleet(task: FleetTask): Promise<FleetOutcome> {
  useCheapPins();
  const [tally, findings] = [new Tally(), new Findings()];
  const [base = '', only] = task.seed.split('#');
  const startedMs = performance.now();
  const seconds = (): number => (performance.now() - startedMs) / 1000;
  let steps = 0;
  for (let index = 1; index <= task.times; index += 1) {
    const seed = `${base}#${only ?? String(index)}`;
    const history = drawHistory(new SeededRandom(seed), task.kind);
    const found = await oneHistory(task.server, history, tally);
    steps += history.steps.length;
    task.say(
      `history ${seed}: ${String(history.devices)} devices, ${String(history.steps.length)} steps, ${String(found.lines.length)} wrong, ${(steps / seconds()).toFixed(1)} steps/s`,
    );
    if (found.lines.length === 0) continue;
    findings.take(found, `${seed}: `);
    for (const line of found.lines) task.say(`wrong: ${line}`);
    const least = await shrink(history.steps, (fewer) => isWrong(task.server, { ...history, steps: fewer }));
    task.say(`again with --seed '${seed}' --runs 1; still wrong with ${String(least.length)} steps:`);
    for (const step of least) task.say(`  ${JSON.stringify(step)}`);
  }
  return { tally, findings, steps, histories: task.times, seconds: seconds() };
}

/** One history from its first step to the look at everything when it is settled. */
export async function oneHistory(server: string | undefined, history: History, tally = new Tally()): Promise<Findings> {
  const place = await openPlace(server);
  const findings = new Findings();
  let fleet: Fleet | undefined;
  try {
    const tablet = history.hasTablet === true ? await openTablet(place) : undefined;
    fleet = await Fleet.open(place, history.devices, tally, tablet);
    for (const [at, step] of history.steps.entries()) await oneStep(fleet, place, step, at, findings);
    await fleet.settle();
    await checkEnd(fleet, place, findings);
    tally.add('acknowledged', fleet.ledger.acknowledged.length + (fleet.tablet?.acknowledged ?? 0));
    tally.add('acknowledged photos', fleet.ledger.only('photo').acknowledged.length);
  } catch (error) {
    findings.add(
      'lost',
      `the history broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  } finally {
    await fleet?.close();
    await place.close();
  }
  return findings;
}

/** Playwright is loaded only where a whole app takes part. */
async function openTablet(place: Place): Promise<Tablet> {
  const { Tablet: Kind } = await import('./tablet.ts');
  return Kind.open(place);
}

async function oneStep(fleet: Fleet, place: Place, step: FleetStep, at: number, findings: Findings): Promise<void> {
  try {
    await fleet.take(step);
  } catch (error) {
    throw new Error(`step ${String(at)} ${JSON.stringify(step)}: ${String(error)}`, { cause: error });
  }
  const desk = fleet.desks[step.device];
  const isDue = step.is === 'look' || step.is === 'sync' || step.is === 'lie';
  if (isDue && desk !== undefined) await lookAt(fleet, desk, place.adminUrl, findings);
}

async function isWrong(server: string | undefined, history: History): Promise<boolean> {
  return (await oneHistory(server, history)).lines.length > 0;
}
