import { measured } from '../../../scripts/report/report.ts';
import type { Entry } from '../../fixtures/entry.ts';

/** Of a hundred histories, so many have the whole app in Electron as one more device, which takes a tenth of their steps. */
const TABLETS = 10;

/**
 * Random histories of a bureau's devices. `--runs` counts histories, of about a hundred steps each. About one step in a
 * hundred is taken in Electron, where there is a display.
 */
export const fleet: Entry = {
  name: 'fleet',
  about: 'random histories of 3 to 6 devices and the server, each of about 100 steps; then everything must agree',
  times: 5,
  run: async (task) => {
    const { useWorkerModules } = await import('../workerModules.ts');
    useWorkerModules();
    const { runFleet } = await import('./fleetRuns.ts');
    const hasDisplay = process.env['DISPLAY'] !== undefined;
    if (!hasDisplay) task.say('no display: every device is a worker, none of them the app in Electron');
    const kind = { tablets: hasDisplay ? TABLETS : 0 };
    const { tally, findings, runs, steps, seconds } = await runFleet({ ...task, kind });
    task.add(measured('histories', runs, 'histories', { goal: `== ${task.times}` }));
    task.add(measured('steps', steps, 'steps'));
    task.add(measured('steps per second', steps / seconds, 'steps/s'));
    for (const measure of [...tally.measures('', 'times'), ...findings.measures]) task.add(measure);
  },
};
