import { rmSync } from 'node:fs';

import { measured, type Goal } from '../../../scripts/report/report.ts';
import { freshFolder } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { startHub } from '../../fixtures/hub.ts';
import { launchAs, type SignedIn } from '../../fixtures/world.ts';

import { jobsIn, type Ask } from './inApp.ts';
import { TYPED, useCaseList, useSiteList, type Times } from './screens.ts';

const SIZES = [5_000, 50_000];
/** The goals hold for so many cases and sites. */
const FULL_SIZE = 50_000;
/** How often the points of the map are clustered; the middle time counts. */
const CLUSTERED = 5;

/** Narrowing, sorting and searching long lists until the answer is drawn, and `pouchdb-find` on the same cases. */
export const lists: Entry = {
  name: 'lists',
  about: `cases and sites narrowed, sorted, searched: event to paint at ${SIZES.join(' and ')}, beside pouchdb-find (--size SMALL,LARGE)`,
  times: 1,
  smallest: 20,
  run: async (task) => {
    const [small = 0, large = small * 2] = task.sizes ?? SIZES;
    const folder = freshFolder('bench-lists');
    const hub = await startHub(folder);
    const app = await launchAs('officer', { server: hub.url });
    try {
      await task.tookPart(app);
      await app.shell.isInSync();
      await measure(task, app, small, large);
    } finally {
      await app.close();
      await hub.stop();
      for (const path of [folder, app.profile]) rmSync(path, { recursive: true, force: true });
    }
  },
};

async function measure(task: Task, app: SignedIn, small: number, large: number): Promise<void> {
  const ask = await jobsIn(app.page);
  const load = { seed: task.seed, org: 'hsg', nowMs: Date.now() };
  const rounds: Times[] = [];
  for (const [from, to] of [
    [0, small],
    [small, large],
  ] as const) {
    rounds.push(await useLists(task, app, await ask('fillLists', { ...load, from, to })));
  }
  const [few = NaN, many = NaN] = rounds.map((times) => percentile(95, all(times)));
  const isFull = large >= FULL_SIZE;
  const goal = (one: Goal): { readonly goal?: Goal } => (isFull ? { goal: one } : {});
  const last = rounds.at(-1) ?? { filter: [], sort: [], search: [] };
  for (const name of ['filter', 'sort', 'search'] as const)
    task.add(measured(`lists.${name}P95Ms`, round1(percentile(95, last[name])), `ms for ${String(large)} rows`));
  task.add(measured('lists.p50Ms', round1(percentile(50, all(last))), 'ms from event to paint'));
  task.add(measured('lists.p95Ms', round1(many), 'ms from event to paint', goal('<= 50')));
  task.add(measured('lists.growth', round2(many / few), `× the p95 at ${String(small)}`, goal('<= 1.5')));
  const clustered = await ask('clusterPoints', { count: large, times: CLUSTERED, seed: task.seed });
  task.add(measured('lists.mapClusterMs', round1(medianOf(clustered)), 'ms to cluster them all', goal('<= 150')));
  await againstPouch(task, ask, { ...load, from: 0, to: large }, percentile(50, last.search));
}

type Held = { readonly cases: number; readonly sites: number };

async function useLists(task: Task, { shell }: SignedIn, { cases, sites }: Held): Promise<Times> {
  const times: Times = { filter: [], sort: [], search: [] };
  await useCaseList(shell, cases, times);
  await useSiteList(shell, sites, times);
  const told = Object.entries(times).map(([name, ms]) => `${name} ${ms.map((one) => one.toFixed(0)).join(' ')}`);
  task.say(`${String(cases)} cases: ${told.join('; ')} ms`);
  return times;
}

async function againstPouch(task: Task, ask: Ask, load: Parameters<Ask>[1] & object, ourMs: number): Promise<void> {
  await ask('fillPouch', load as never);
  const { ms, found } = await ask('findInPouch', [...TYPED]);
  await ask('forgetPouch');
  const theirs = medianOf(ms);
  task.say(`pouchdb-find: ${ms.map((one) => one.toFixed(0)).join(' ')} ms for ${String(found)} rows`);
  task.add(
    measured('lists.vsPouchFind', round2(theirs / ourMs), '× as fast as pouchdb-find', { against: round1(theirs) }),
  );
}

const all = ({ filter, sort, search }: Times): readonly number[] => [...filter, ...sort, ...search];

/** The value that `percent` of a hundred values do not exceed. */
function percentile(percent: number, values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

const round1 = (value: number): number => Math.round(value * 10) / 10;
const round2 = (value: number): number => Math.round(value * 100) / 100;
