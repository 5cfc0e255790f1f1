import { measured } from '../../../scripts/report/report.ts';
import type { Entry } from '../../fixtures/entry.ts';
import { useWorkerModules } from '../workerModules.ts';

/** Random work before a backup, after it and after it was restored; then everybody syncs and nothing may be missing. */
export const restore: Entry = {
  name: 'restore',
  about: 'the server goes back to a backup, and more is written than before it did',
  times: 10,
  run: async (task) => {
    useWorkerModules();
    const { runRestore } = await import('./restoreRun.ts');
    const totals = { lost: 0, duplicated: 0, diverged: 0, invisible: 0 };
    for (let run = 0; run < task.times; run += 1) {
      const seed = `${task.seed}|${String(run)}`;
      const found = await runRestore(seed, task.server);
      for (const [what, names] of Object.entries(found)) {
        totals[what as keyof typeof totals] += names.length;
        for (const name of names) task.say(`${what} (seed ${seed}): ${name}`);
      }
      task.say(`run ${String(run + 1)} of ${String(task.times)} done`);
    }
    for (const [what, count] of Object.entries(totals)) task.add(measured(what, count, 'records', { goal: '== 0' }));
  },
};
