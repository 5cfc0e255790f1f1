import { measured } from '../../../scripts/report/report.ts';
import type { Entry } from '../../fixtures/entry.ts';

/** Random work of two devices through a broken network; then the network is honest and everything must be there. */
export const network: Entry = {
  name: 'network',
  about: 'requests and answers that are cut, doubled, late, refused or false; clocks that jump by a day',
  times: 20,
  run: async (task) => {
    const { useWorkerModules } = await import('../workerModules.ts');
    useWorkerModules();
    const { runNetwork } = await import('./networkRuns.ts');
    const { tally, findings, runs } = await runNetwork(task);
    task.add(measured('runs', runs, 'runs', { goal: `== ${task.times}` }));
    for (const measure of [...tally.measures('', 'times'), ...findings.measures]) task.add(measure);
  },
};
