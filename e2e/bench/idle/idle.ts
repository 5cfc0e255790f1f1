import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { expect } from '@playwright/test';

import { signin } from '#renderer/app/language/zh/signin.ts';
import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import { measured, type Goal } from '../../../scripts/report/report.ts';
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
/** Goals hold from this size on; below, `idle.integration` watches over them, and this only shows that it still works. */
const FULL_SIZE = 5_000;
const WITHIN_MS = 400_000;

type Sized = { readonly size: number; readonly rounds: readonly Round[] };

/** What one more sync costs when there is nothing new, whatever is held. */
export const idle: Entry = {
  name: 'idle',
  about: 'requests, bytes and time of a whole sync with nothing new (--size 5000,50000,100000 documents)',
  times: 5,
  smallest: 400,
  run: (task) =>
    atServer(task, async (place) => {
      const all: Sized[] = [];
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
      reportIdle(task, all);
    }),
};

function reportIdle(task: Task, all: readonly Sized[]): void {
  const goal = (aim: Goal): { readonly goal?: Goal } => ((all[0]?.size ?? 0) < FULL_SIZE ? {} : { goal: aim });
  const rounds = all.flatMap((one) => one.rounds);
  const most = (count: (one: Round) => number): number => worst(rounds, count);
  task.add(
    measured(
      'idle.requests',
      most(({ requests }) => requests),
      'a database',
      goal('<= 2'),
    ),
  );
  task.add(
    measured(
      'idle.bytes',
      most(({ content }) => content),
      'bytes a database: paths and bodies',
      goal('<= 2048'),
    ),
  );
  task.add(
    measured(
      'idle.bytes, with headers',
      most(({ bytes }) => bytes),
      'bytes a database',
    ),
  );
  const ms = all.map((one) => medianOf(one.rounds.map((round) => round.ms)));
  task.add(measured('idle.ms', Math.round(Math.max(...ms)), 'ms'));
  const [least = 0, greatest = 0] = [all[0], all.at(-1)].map((one) =>
    worst(one?.rounds ?? [], (round) => round.content),
  );
  if (all.length > 1)
    task.add(measured('idle.growth', greatest - least, 'bytes from least to most', { goal: '<= 64' }));
}

async function roundsAt({ url, admin }: Place, size: number, task: Task): Promise<readonly Round[]> {
  const year = chinaYearOf(Date.now());
  const load = caseLoad(size, year - 1, task.seed);
  const last = await fillAfresh(admin, load.db, `case-hsg-${String(year)}`, load.events);
  const line = await CountingLine.to(url);
  const running = await launchApp({ server: line.url });
  try {
    await task.tookPart(running);
    await expect(running.page.getByLabel(signin.user)).toBeVisible({ timeout: 30_000 });
    await Promise.all([signInAs(running, 'officer'), watchPull(running.page, load.db, last, WITHIN_MS)]);
    const worker = await dataWorkerOf(running.page);
    // What the first ones still find: its own lease and the leave to ask from here (CORS), which the browser keeps.
    for (let round = 0; round < 3; round += 1) await command(worker, 'sync.now', {});
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
  await untilQuiet(line);
  const startedMs = performance.now();
  await command(worker, 'sync.now', {});
  return sumUp(line.exchanges, performance.now() - startedMs);
}

/** Between two ticks of the loop, which asks on its own every few seconds. */
async function untilQuiet(line: CountingLine): Promise<void> {
  do {
    line.exchanges.length = 0;
    await pause(700);
  } while (line.exchanges.length > 0);
}

function worst<T>(all: readonly T[], count: (one: T) => number): number {
  return Math.max(...all.map(count));
}
