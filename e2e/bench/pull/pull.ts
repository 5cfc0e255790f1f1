import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import type { Entry, Task } from '../../fixtures/entry.ts';

import { pullIntoApp } from './appPull.ts';
import { caseLoad } from './caseLoad.ts';
import { startPeers, type Peers } from './peers.ts';
import { atServer, fillAfresh, type Place } from './place.ts';
import { reportPull } from './report.ts';
import type { PullRounds } from './rounds.ts';

const SIZES = [10_000, 50_000];

/** How fast a year's cases come down to a new device, beside its peers and the limit, in one run and one engine. */
export const pull: Entry = {
  name: 'pull',
  about: 'events of cases into the app, against stock PouchDB, the CHT way and the limit (--size 10000,50000)',
  times: 5,
  smallest: 600,
  run: (task) =>
    atServer(task, async (place) => {
      const peers = await startPeers();
      try {
        const all: PullRounds[] = [];
        for (const size of task.sizes ?? SIZES) all.push(await roundsOf(place, peers, size, all.length === 0, task));
        reportPull(task, all);
      } finally {
        await peers.close();
      }
    }),
};

async function roundsOf(
  { url, admin }: Place,
  peers: Peers,
  size: number,
  withReplication: boolean,
  task: Task,
): Promise<PullRounds> {
  // Last year's database: no event lies in the future, whenever this runs.
  const load = caseLoad(size, chinaYearOf(Date.now()) - 1, task.seed);
  const last = await fillAfresh(admin, load.db, `case-hsg-${String(chinaYearOf(Date.now()))}`, load.events);
  task.say(`${load.db} holds ${String(size)} events of ${String(load.states.size)} cases`);
  const source = { url, db: load.db, authorization: admin.authorization };
  await peers.run({ ...source, do: 'read' }); // the server has read everything once before anyone is measured
  const rounds = { size, app: [], read: [], put: [], stock: [], cht: [] } as {
    readonly [K in keyof PullRounds]: PullRounds[K] extends readonly (infer T)[] ? T[] : PullRounds[K];
  };
  for (let round = 1; round <= task.times; round += 1) {
    rounds.read.push(await peers.run({ ...source, do: 'read' }));
    rounds.app.push(await pullIntoApp({ server: url, load, last }, task));
    rounds.put.push(await peers.run({ ...source, do: 'put' }));
    if (withReplication) {
      rounds.stock.push(await peers.run({ ...source, do: 'stock' }));
      rounds.cht.push(await peers.run({ ...source, do: 'cht' }));
    }
    const words = (['read', 'app', 'put', 'stock', 'cht'] as const).flatMap((name) => {
      const ms = rounds[name].at(-1)?.ms;
      return ms === undefined ? [] : [`${name} ${String(Math.round(ms))} ms`];
    });
    const { firstMs, storedMs } = rounds.app.at(-1) ?? { firstMs: NaN, storedMs: NaN };
    const app = `first page ${String(Math.round(firstMs))} ms, stored ${String(Math.round(storedMs))} ms`;
    task.say(`round ${String(round)}: ${words.join(', ')} (app: ${app})`);
  }
  return rounds;
}
