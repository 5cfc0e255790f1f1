import { isDeepStrictEqual } from 'node:util';

import { foldCase } from '#shared/case/fold.ts';

import { measured } from '../../../scripts/report/report.ts';
import type { Entry } from '../../fixtures/entry.ts';

import { randomHistory } from './history.ts';
import { INVARIANTS, played } from './invariants.ts';
import { QuickRandom } from './quickRandom.ts';

/** Plays random histories of files against the invariants of the law, each folded in two orders of arrival. */
export const histories: Entry = {
  name: 'histories',
  about: 'random histories of files: no reachable state breaks an invariant, in any order of arrival',
  times: 100_000,
  run: (task) => {
    const broken = new Map<string, number>(INVARIANTS.map(([name]) => [name, 0]));
    const verdicts = { applied: 0, flagged: 0, void: 0 };
    const stages = new Map<string, number>();
    let events = 0;
    let differing = 0;
    for (let n = 0; n < task.times; n += 1) {
      const seed = `${task.seed}#${String(n)}`;
      const random = new QuickRandom(seed);
      const history = randomHistory(random);
      const state = foldCase(history);
      events += history.length;
      if (state === undefined) continue;
      for (const { verdict } of state.timeline) verdicts[verdict.is] += 1;
      stages.set(state.stage, (stages.get(state.stage) ?? 0) + 1);
      const file = played(state, history);
      for (const [name, breaks] of INVARIANTS) {
        const what = breaks(file);
        if (what === undefined) continue;
        broken.set(name, (broken.get(name) ?? 0) + 1);
        task.say(`wrong (${seed}): ${name}: ${what}`);
      }
      if (isDeepStrictEqual(foldCase(random.shuffled(history)), state)) continue;
      differing += 1;
      task.say(`wrong (${seed}): another order of arrival, another state`);
    }
    task.add(measured('histories', task.times, 'files'));
    task.add(measured('events', events, 'events'));
    for (const [is, count] of Object.entries(verdicts))
      task.add(measured(`events ${is}`, count, 'events', { goal: '>= 1' }));
    task.add(measured('stages reached', stages.size, 'stages', { goal: '>= 20' }));
    for (const [name, count] of broken) task.add(measured(name, count, 'broken', { goal: '== 0' }));
    task.add(measured('same state in any order of arrival', differing, 'broken', { goal: '== 0' }));
    return Promise.resolve();
  },
};
