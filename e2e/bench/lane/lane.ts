import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

import { measured } from '../../../scripts/report/report.ts';
import { freshFolder } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { startHub } from '../../fixtures/hub.ts';
import type { ServerAccount } from '../../fixtures/server.ts';
import { readRows } from '../../fixtures/store.ts';
import { command, dataWorkerOf } from '../../fixtures/workerCommands.ts';
import { launchAs, type SignedIn } from '../../fixtures/world.ts';
import { lostPhotos, PHOTOS, SHOP, speedGoal, submitPhotos, takePhotos } from '../photos/load.ts';
import { adminOf, adminUrlOf, allOnServer } from '../photos/photos.ts';

const RECORDS = 9;
const WITHIN_MS = 60_000;

/** How long a record takes to the server while photos wait, beside the time it takes without them. */
export const lane: Entry = {
  name: 'lane',
  about: `a new record on its way to the server while ${String(PHOTOS)} photos of 5 MB wait, against none (--size N: fewer)`,
  times: 1,
  smallest: 2,
  run: async (task) => {
    const folder = freshFolder('bench-lane');
    const hub = task.server === undefined ? await startHub(folder) : undefined;
    try {
      await compare(adminOf(task.server ?? adminUrlOf(hub?.url ?? '')), task);
    } finally {
      await hub?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function compare(admin: ServerAccount, task: Task): Promise<void> {
  const count = task.sizes?.[0] ?? PHOTOS;
  const [without, beside]: [number[], number[]] = [[], []];
  let lost = 0;
  for (let round = 1; round <= task.times; round += 1) {
    const app = await launchAs('officer', { server: admin.url });
    await task.tookPart(app);
    await app.shell.isInSync();
    const photos = await takePhotos(app, count);
    for (let n = 0; n < RECORDS; n += 1) without.push(await oneRecord(app, admin));
    await submitPhotos(app, photos);
    await untilLaneGoes(app);
    for (let n = 0; n < RECORDS && (await waitingPhotos(app)) > 0; n += 1) beside.push(await oneRecord(app, admin));
    await allOnServer(app.page, photos.length);
    lost += await lostPhotos(admin, photos);
    await app.close();
    rmSync(app.profile, { recursive: true, force: true });
    task.say(
      `round ${String(round)}: ${ms(without)} without photos, ${ms(beside)} beside them (${String(beside.length)} records)`,
    );
  }
  const [alone, together] = [Math.round(medianOf(without)), Math.round(medianOf(beside))];
  task.add(measured('photos', count, 'photos of 5 MB'));
  task.add(measured('lost', lost, 'photos', { goal: '== 0' }));
  task.add(measured('records beside photos', beside.length, 'records', speedGoal(count, '>= 1')));
  if (beside.length === 0) return; // a few photos may be through before the first record
  task.add(measured('record beside photos, p50', together, 'ms', { against: alone }));
  task.add(
    measured('lane.ratio', Math.round((100 * together) / alone) / 100, 'of the time without', speedGoal(count, '<= 2')),
  );
}

/** From the command to the moment the server shows the record. */
async function oneRecord({ page }: SignedIn, admin: ServerAccount): Promise<number> {
  const worker = await dataWorkerOf(page);
  await pause(300 + Math.random() * 400); // anywhere in a round of the sync and in an upload
  const startMs = performance.now();
  const { siteId } = await command(worker, 'site.register', { ...SHOP, name: '示例急件店' });
  const key = encodeURIComponent(JSON.stringify(`site:${siteId}:`));
  const end = encodeURIComponent(JSON.stringify(`site:${siteId};`));
  while (performance.now() - startMs < WITHIN_MS) {
    const answer = (await admin.request('GET', `/work-hsg/_all_docs?startkey=${key}&endkey=${end}&limit=1`)) as {
      rows: readonly unknown[];
    };
    if (answer.rows.length > 0) return performance.now() - startMs;
    await pause(15);
  }
  throw new Error('the record did not arrive');
}

async function waitingPhotos({ page }: SignedIn): Promise<number> {
  const rows = await readRows<{ readonly key: string; readonly state: string }>(page, 'blobs');
  return rows.filter(({ key, state }) => key.startsWith('photo:') && state === 'waiting').length;
}

/** Until thumbnails are through and the first original is on its way. */
async function untilLaneGoes(app: SignedIn): Promise<void> {
  await app.page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('photo%3A'), {
    timeout: WITHIN_MS,
  });
}

function ms(all: readonly number[]): string {
  return `${String(Math.round(medianOf(all)))} ms`;
}
