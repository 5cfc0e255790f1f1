import { measured } from '../../../scripts/report/report.ts';
import type { Entry } from '../../fixtures/entry.ts';

/** A dossier of the real app, of which a byte is changed: in the ZIP, in a PDF, in a code. */
export const flips: Entry = {
  name: 'flips',
  about: 'any byte of a dossier, a PDF or a code is changed: verify notices each time',
  times: 10_000,
  run: async (task) => {
    const { useWorkerModules } = await import('../workerModules.ts');
    useWorkerModules();
    const { flipMany, TARGETS } = await import('./flipRuns.ts');
    const { tried, missed, zipBytes, files } = await flipMany(task.seed, task.times, task.say);
    task.add(measured('bytes of the dossier', zipBytes, 'bytes'));
    task.add(measured('files in it', files, 'files'));
    for (const target of TARGETS) task.add(measured(`changed in ${target}`, tried[target], 'trials'));
    task.add(measured('not noticed', missed.length, 'trials', { goal: '== 0' }));
  },
};
