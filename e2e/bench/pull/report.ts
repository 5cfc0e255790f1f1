import { measured, type Goal } from '../../../scripts/report/report.ts';
import { medianOf, type Task } from '../../fixtures/entry.ts';

import type { AppPull } from './appPull.ts';
import { middleMs, type PullRounds } from './rounds.ts';

/** Goals of speed hold from this size on: below, what a sign-in costs outweighs what is pulled. */
const FULL_SIZE = 10_000;

/** Adds everything that was seen; goals are those of the issue. Ratios are of medians within this run. */
export function reportPull(task: Task, all: readonly PullRounds[]): void {
  for (const rounds of all) addSize(task, rounds);
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined) return;
  const stockMs = middleMs(first.stock);
  const goal = (aim: Goal): { readonly goal?: Goal } => (first.size < FULL_SIZE ? {} : { goal: aim });
  task.add(measured('pull.vsStock', ratio(stockMs, middleMs(first.app)), '× stock', goal('>= 3')));
  task.add(measured('pull.eventsVsStock', ratio(stockMs, storedMs(first)), '× stock', goal('>= 5')));
  task.add(measured('pull.vsCht', ratio(middleMs(first.cht), middleMs(first.app)), '× the CHT way (our code)'));
  const limits = all.map((rounds) => ratio(limitMs(rounds), middleMs(rounds.app)));
  task.add(measured('pull.vsLimit', Math.min(...limits), 'of the limit', goal('>= 0.7')));
  if (all.length > 1) {
    const growth = (ms: (rounds: PullRounds) => number): number => ms(last) / last.size / (ms(first) / first.size);
    const own = growth((rounds) => middleMs(rounds.app));
    const put = growth((rounds) => middleMs(rounds.put));
    task.add(measured('pull.growth', ratio(own, put), '× growth of the raw put', goal('<= 1.15')));
  }
  const firstPage = Math.max(...all.map(({ app }) => medianOf(app.map(({ firstMs }) => firstMs))));
  task.add(measured('pull.firstPageMs', Math.round(firstPage), 'ms', goal('<= 2000')));
}

function addSize(task: Task, rounds: PullRounds): void {
  const { size, app, read } = rounds;
  const name = (what: string): string => `${what} (${String(size)})`;
  const worst = (count: (one: AppPull) => number): number => Math.max(...app.map(count));
  const zero = { goal: '== 0' } as const;
  task.add(
    measured(
      name('lost'),
      worst(({ lost }) => lost),
      'events',
      zero,
    ),
  );
  task.add(
    measured(
      name('doubled'),
      worst(({ doubled }) => doubled),
      'events',
      zero,
    ),
  );
  task.add(
    measured(
      name('quarantined'),
      worst(({ quarantined }) => quarantined),
      'documents',
      zero,
    ),
  );
  task.add(
    measured(
      name('wrongCases'),
      worst(({ wrongCases }) => wrongCases),
      'cases',
      zero,
    ),
  );
  task.add(measured(name('pages'), Math.round((read[0]?.bytes ?? 0) / 1024), 'Ki characters'));
  for (const [what, ms] of [
    ['app, stored and projected', middleMs(app)],
    ['app, stored', storedMs(rounds)],
    ['limit: HTTP read alone', middleMs(read)],
    ['limit: raw Dexie put alone', middleMs(rounds.put)],
    ...(rounds.stock.length === 0
      ? []
      : ([
          ['stock PouchDB', middleMs(rounds.stock)],
          ['the CHT way (our code)', middleMs(rounds.cht)],
        ] as const)),
  ] as const)
    task.add(measured(name(what), Math.round((size / ms) * 1000), 'events/s'));
  const peers = [...rounds.read, ...rounds.put, ...rounds.stock, ...rounds.cht];
  task.add(measured(name('missed by a peer'), Math.max(...peers.map(({ docs }) => size - docs)), 'events', zero));
}

function storedMs({ app }: PullRounds): number {
  return medianOf(app.map((one) => one.storedMs));
}

function limitMs({ read, put }: PullRounds): number {
  return Math.max(middleMs(read), middleMs(put));
}

function ratio(value: number, against: number): number {
  return Math.round((value / against) * 100) / 100;
}
