import { SeededRandom } from '../../fixtures/random.ts';
import type { Findings } from '../check/findings.ts';
import { useCheapPins } from '../office/cheapPins.ts';
import { openPlace, type Place } from '../place.ts';
import { inStep, seededRuns, type SeededOutcome, type SeededTask, type Sheet } from '../seededRuns.ts';

import { Fleet } from './fleet.ts';
import { checkEnd, lookAt } from './fleetCheck.ts';
import { drawHistory, type FleetStep, type History, type HistoryKind } from './steps.ts';
import type { Tablet } from './tablet.ts';

/** Runs random histories one after the other. */
export function runFleet(task: SeededTask & { readonly kind?: HistoryKind }): Promise<SeededOutcome> {
  useCheapPins();
  return seededRuns(task, {
    draw: (seed) => drawHistory(new SeededRandom(seed), task.kind),
    run: (history, sheet) => oneHistory(task.server, history, sheet),
  });
}

/** One history from its first step to the look at everything when it is settled. */
export async function oneHistory(
  server: string | undefined,
  history: History,
  { findings, tally }: Sheet,
): Promise<void> {
  const place = await openPlace(server);
  let fleet: Fleet | undefined;
  try {
    const tablet = history.hasTablet === true ? await openTablet(place) : undefined;
    fleet = await Fleet.open(place, history.devices, tally, tablet);
    for (const [at, step] of history.steps.entries())
      await inStep(at, step, () => oneStep(fleet!, place, step, findings));
    await fleet.settle();
    await checkEnd(fleet, place, findings);
    tally.add('acknowledged', fleet.ledger.acknowledged.length + (fleet.tablet?.acknowledged ?? 0));
    tally.add('acknowledged photos', fleet.ledger.only('photo').acknowledged.length);
  } finally {
    await fleet?.close();
    await place.close();
  }
}

/** Playwright is loaded only where a whole app takes part. */
async function openTablet(place: Place): Promise<Tablet> {
  const { Tablet: Kind } = await import('./tablet.ts');
  return Kind.open(place);
}

async function oneStep(fleet: Fleet, place: Place, step: FleetStep, findings: Findings): Promise<void> {
  await fleet.take(step);
  const desk = fleet.desks[step.device];
  const isDue = step.is === 'look' || step.is === 'sync' || step.is === 'lie';
  if (isDue && desk !== undefined) await lookAt(fleet, desk, place.adminUrl, findings);
}
