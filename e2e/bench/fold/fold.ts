import { rmSync } from 'node:fs';

import { signin } from '#renderer/app/language/zh/signin.ts';

import { measured } from '../../../scripts/report/report.ts';
import { freshFolder, launchApp, type RunningApp } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';

import { jobsInApp, watchRebuild, type Ask } from './inApp.ts';
import type { PureAnswer } from './pureJobs.ts';

const SIZES = [200_000, 50_000, 10_000];
/** The goal holds from so many cases on; below, starting the app is most of what is measured. */
const FULL_SIZE = 10_000;
const WITHIN_MS = 1_200_000;

type Sizes = { readonly events: number; readonly cases: number; readonly guarded: number };
type Round = { readonly rebuildMs: number; readonly startMs: number; readonly putMs: number; readonly missed: number };

/** What the rules cost: folding, rebuilding all projections in the app, and answering which steps are open. */
export const fold: Entry = {
  name: 'fold',
  about: `events folded a second, all projections rebuilt against raw puts, guards (--size ${SIZES.join(',')}: events, cases, guarded)`,
  times: 3,
  smallest: 300,
  run: async (task) => {
    const [events = 0, cases = events, guarded = cases] = task.sizes ?? SIZES;
    const ask = await jobsInApp();
    const profile = freshFolder('profile');
    try {
      const held = await inApp(profile, (app) => prepare(task, app, ask, { events, cases, guarded }));
      task.say(`${String(held)} events of ${String(cases)} cases are in the app's store`);
      const rounds: Round[] = [];
      for (let round = 1; round <= task.times; round += 1)
        rounds.push(await inApp(profile, (app) => oneRound(task, app, ask, cases)));
      reportRebuild(task, cases, rounds);
    } finally {
      rmSync(profile, { recursive: true, force: true });
    }
  },
};

async function inApp<T>(profile: string, work: (app: RunningApp) => Promise<T>): Promise<T> {
  const app = await launchApp({ profile });
  try {
    await app.page.getByLabel(signin.serverLabel).waitFor();
    return await work(app);
  } finally {
    await app.close();
  }
}

/** Measures what needs no store, and then fills the app's; answers how many events it holds. */
async function prepare(task: Task, app: RunningApp, ask: Ask, { events, cases, guarded }: Sizes): Promise<number> {
  await task.tookPart(app);
  const { times, seed } = task;
  const folded = await ask(app.page, 'foldAll', { size: events, times, seed });
  task.add(
    measured('fold.eventsPerSecond', Math.round((1000 * folded.done) / median(task, 'fold', folded)), 'events/s'),
  );
  const asked = await ask(app.page, 'guardAll', { size: guarded, times, seed });
  task.add(measured('fold.guardMs', Math.round(median(task, 'guards', asked)), `ms for ${String(guarded)} cases`));
  const held = await ask(app.page, 'fill', { cases, seed });
  await ask(app.page, 'forgetProjections');
  return held;
}

function median(task: Task, what: string, { ms, done }: PureAnswer): number {
  task.say(`${what}: ${String(done)} in ${ms.map((one) => `${one.toFixed(0)} ms`).join(' ')}`);
  return medianOf(ms);
}

/** The app that was just started rebuilds; then the same rows go into empty tables of the same profile. */
async function oneRound(task: Task, { page }: RunningApp, ask: Ask, cases: number): Promise<Round> {
  const { startedMs, begunMs, projectedMs } = await watchRebuild(page, WITHIN_MS);
  const rows = await ask(page, 'countProjected');
  const putMs = await ask(page, 'putRaw');
  await ask(page, 'forgetProjections');
  const round = { rebuildMs: projectedMs - startedMs, startMs: begunMs - startedMs, putMs, missed: cases - rows.cases };
  const told = Object.entries(rows).map(([name, count]) => `${String(count)} ${name}`);
  task.say(
    `rebuilt in ${round.rebuildMs.toFixed(0)} ms, ${round.startMs.toFixed(0)} ms of them until it began; put in ${putMs.toFixed(0)} ms (${told.join(', ')})`,
  );
  return round;
}

function reportRebuild(task: Task, cases: number, rounds: readonly Round[]): void {
  const middle = (of: (round: Round) => number): number => medianOf(rounds.map(of));
  const ratio = middle(({ rebuildMs, putMs }) => rebuildMs / putMs);
  const goal = cases < FULL_SIZE ? {} : ({ goal: '<= 2.5' } as const);
  task.add(measured('fold.vsPut', Math.round(ratio * 1000) / 1000, '× the raw put of the same rows', goal));
  task.add(measured('rebuild', Math.round(middle(({ rebuildMs }) => rebuildMs)), `ms for ${String(cases)} cases`));
  task.add(measured('raw put', Math.round(middle(({ putMs }) => putMs)), 'ms'));
  task.add(measured('missed', Math.max(...rounds.map(({ missed }) => missed)), 'cases', { goal: '== 0' }));
}
