import { measured } from '../../../scripts/report/report.ts';
import type { Entry } from '../../fixtures/entry.ts';

/** Numbers of documents under cuts, kills and restored backups: none twice, and every gap has its reason. */
export const numbers: Entry = {
  name: 'numbers',
  about: 'devices leasing and issuing under cuts, kills and restored backups: no number twice, every gap explained',
  times: 50,
  run: async (task) => {
    const { useWorkerModules } = await import('../workerModules.ts');
    useWorkerModules();
    const { runNumbers } = await import('./numbersRuns.ts');
    const { tally, findings, runs } = await runNumbers(task);
    task.add(measured('runs', runs, 'runs', { goal: `== ${task.times}` }));
    for (const measure of [...tally.measures('', 'times'), ...findings.measures]) task.add(measure);
  },
};
