import { rmSync } from 'node:fs';

import { chinaYearOf } from '#shared/kernel/chinaTime.ts';

import { measured } from '../../../scripts/report/report.ts';
import { freshFolder } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { startHub } from '../../fixtures/hub.ts';
import { ServerAccount } from '../../fixtures/server.ts';

import { pullIntoApp, type AppPull } from './appPull.ts';
import { caseLoad, type CaseLoad } from './caseLoad.ts';
import { readPages, replicateStock, type Reading } from './readers.ts';

const EVENTS = 2000;
const BATCH = 250;

/** How fast a year's cases come down to a new device, beside a bare reader and a stock PouchDB on the same server. */
export const pull: Entry = {
  name: 'pull',
  about: `${String(EVENTS)} events of cases into the app, against plain HTTP and stock PouchDB`,
  times: 3,
  run: async (task) => {
    const folder = freshFolder('bench-pull');
    const hub = await startHub(folder);
    try {
      await compare(hub.url, task);
    } finally {
      await hub.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function compare(server: string, task: Task): Promise<void> {
  // Last year's database: no event lies in the future, whenever this runs.
  const load = caseLoad(EVENTS, chinaYearOf(Date.now()) - 1, task.seed);
  const carrier = new ServerAccount(server, 'carrier');
  await fill(carrier, load);
  task.say(`${load.db} holds ${String(load.events.length)} events of ${String(load.states.size)} cases`);
  await readPages(carrier, load.db); // the server has read everything once before anyone is measured
  const [pulls, pages, stocks]: [AppPull[], Reading[], Reading[]] = [[], [], []];
  for (let round = 1; round <= task.times; round += 1) {
    const inApp = await pullIntoApp(server, load, task);
    const plain = await readPages(carrier, load.db);
    const folder = freshFolder('stock');
    const stock = await replicateStock(carrier, load.db, folder);
    rmSync(folder, { recursive: true, force: true });
    pulls.push(inApp);
    pages.push(plain);
    stocks.push(stock);
    task.say(`round ${String(round)}: app ${ms(inApp)}, plain HTTP ${ms(plain)}, stock PouchDB ${ms(stock)}`);
  }
  report(task, load, pulls, pages, stocks);
}

async function fill(carrier: ServerAccount, { db, events }: CaseLoad): Promise<void> {
  for (let start = 0; start < events.length; start += BATCH) {
    const docs = events.slice(start, start + BATCH);
    const answers = (await carrier.request('POST', `/${db}/_bulk_docs`, { docs })) as {
      id: string;
      error?: string;
      reason?: string;
    }[];
    const refused = answers.find(({ error }) => error !== undefined);
    if (refused !== undefined) throw new Error(`the hub refused ${refused.id}: ${String(refused.reason)}`);
  }
}

function report(
  task: Task,
  load: CaseLoad,
  pulls: readonly AppPull[],
  pages: readonly Reading[],
  stocks: readonly Reading[],
): void {
  const rate = (all: readonly { readonly ms: number }[]): number =>
    Math.round((EVENTS / medianOf(all.map((one) => one.ms))) * 1000);
  const worst = (count: (one: AppPull) => number): number => Math.max(...pulls.map(count));
  const missedBy = (all: readonly Reading[]): number => Math.max(...all.map(({ ids }) => EVENTS - new Set(ids).size));
  task.add(measured('cases', load.states.size, 'cases'));
  task.add(measured('size of the pages', Math.round((pages[0]?.bytes ?? 0) / 1024), 'KiB'));
  task.add(
    measured('arrived in the app', Math.min(...pulls.map((one) => one.arrived)), 'events', { goal: `== ${EVENTS}` }),
  );
  task.add(
    measured(
      'lost',
      worst((one) => one.lost),
      'events',
      { goal: '== 0' },
    ),
  );
  task.add(
    measured(
      'doubled',
      worst((one) => one.doubled),
      'events',
      { goal: '== 0' },
    ),
  );
  task.add(
    measured(
      'quarantined',
      worst((one) => one.quarantined),
      'documents',
      { goal: '== 0' },
    ),
  );
  task.add(
    measured(
      'cases not as folded',
      worst((one) => one.wrongCases),
      'cases',
      { goal: '== 0' },
    ),
  );
  task.add(measured('missed by plain HTTP', missedBy(pages), 'events', { goal: '== 0' }));
  task.add(measured('missed by stock PouchDB', missedBy(stocks), 'events', { goal: '== 0' }));
  task.add(measured('app, stored and projected, p50', Math.round(medianOf(pulls.map((one) => one.ms))), 'ms'));
  task.add(measured('app, slowest round', Math.round(worst((one) => one.ms)), 'ms'));
  task.add(measured('app against plain HTTP', rate(pulls), 'events/s', { against: rate(pages) }));
  task.add(measured('app against stock PouchDB', rate(pulls), 'events/s', { against: rate(stocks) }));
}

function ms(one: { readonly ms: number }): string {
  return `${String(Math.round(one.ms))} ms`;
}
