import { rmSync } from 'node:fs';

import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import { measured } from '../../../scripts/report/report.ts';
import { launchApp } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { command, dataWorkerOf, type DataWorker } from '../../fixtures/workerCommands.ts';
import { signInAs } from '../../fixtures/world.ts';
import { CountingLine } from '../../integration/countingLine.ts';
import { caseLoad } from '../pull/caseLoad.ts';
import { atServer, fillAfresh, type Place } from '../pull/place.ts';
import { watchPull } from '../pull/watch.ts';

import { sumUp, type Round } from './rounds.ts';

const SIZES = [5_000, 50_000, 100_000];
const WITHIN_MS = 400_000;

/** What one more sync costs when there is nothing new, whatever is held. */
export const idle: Entry = {
  name: 'idle',
  about: 'requests, bytes and time of a whole sync with nothing new (--size 5000,50000,100000 documents)',
  times: 5,
  smallest: 400,
  run: (task) =>
    atServer(task, async (place) => {
      const all: { readonly size: number; readonly rounds: readonly Round[] }[] = [];
      for (const size of task.sizes ?? SIZES) all.push({ size, rounds: await roundsAt(place, size, task) });
      for (const { size, rounds } of all) {
        const ms = Math.round(medianOf(rounds.map((round) => round.ms)));
        task.add(measured(`whole sync (${String(size)})`, ms, 'ms'));
        task.add(
          measured(
            `whole sync (${String(size)}), bytes`,
            worst(rounds, ({ allBytes }) => allBytes),
            'bytes',
          ),
        );
      }
      const rounds = all.flatMap((one) => one.rounds);
      task.add(
        measured(
          'idle.requests',
          worst(rounds, (one) => one.requests),
          'a database',
          { goal: '<= 2' },
        ),
      );
      task.add(
        measured(
          'idle.bytes',
          worst(rounds, (one) => one.bytes),
          'bytes a database',
          { goal: '<= 2048' },
        ),
      );
      task.add(
        measured('idle.ms', Math.round(Math.max(...all.map((one) => medianOf(one.rounds.map(({ ms }) => ms))))), 'ms'),
      );
      const [least, most] = [all[0], all.at(-1)].map((one) => worst(one?.rounds ?? [], ({ bytes }) => bytes));
      if (all.length > 1)
        task.add(measured('idle.growth', (most ?? 0) - (least ?? 0), 'bytes from least to most', { goal: '<= 64' }));
    }),
};

async function roundsAt({ url, admin }: Place, size: number, task: Task): Promise<readonly Round[]> {
  const year = chinaYearOf(Date.now());
  const load = caseLoad(size, year - 1, task.seed);
  const last = await fillAfresh(admin, load.db, `case-hsg-${String(year)}`, load.events);
  const line = await CountingLine.to(url);
  const running = await launchApp({ server: line.url });
  try {
    await task.tookPart(running);
    await Promise.all([signInAs(running, 'officer'), watchPull(running.page, load.db, last, WITHIN_MS)]);
    const worker = await dataWorkerOf(running.page);
    await command(worker, 'sync.now', {}); // the first whole sync, whatever it still finds
    const rounds: Round[] = [];
    for (let round = 1; round <= task.times; round += 1) rounds.push(await oneRound(line, worker));
    task.say(`${String(size)} documents: ${rounds.at(-1)?.told ?? ''}`);
    return rounds;
  } finally {
    await running.close();
    await line.close();
    rmSync(running.profile, { recursive: true, force: true });
  }
}

async function oneRound(line: CountingLine, worker: DataWorker): Promise<Round> {
  line.exchanges.length = 0;
  const startedMs = performance.now();
  await command(worker, 'sync.now', {});
  return sumUp(line.exchanges, performance.now() - startedMs);
}

function worst<T>(all: readonly T[], count: (one: T) => number): number {
  return Math.max(...all.map(count));
}
