import { readFileSync, rmSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { DATABASE_NAME } from '#renderer/data/tables.ts';

import { HUB_ADMIN } from '../../../scripts/hub/start.ts';
import { measured } from '../../../scripts/report/report.ts';
import { freshFolder } from '../../fixtures/app.ts';
import { medianOf, type Entry, type Task } from '../../fixtures/entry.ts';
import { startHub } from '../../fixtures/hub.ts';
import { ServerAccount } from '../../fixtures/server.ts';
import { launchAs, relaunchAs, type SignedIn } from '../../fixtures/world.ts';

import { lostPhotos, PHOTO_BYTES, PHOTOS, speedGoal, submitPhotos, takePhotos } from './load.ts';

const WITHIN_MS = 900_000;

type Round = { readonly laneMs: number; readonly plainMs: number; readonly growthMiB: number; readonly lost: number };

/** How fast photos go up by the lane, beside a plain PUT of the same files from the same kind of process. */
export const photos: Entry = {
  name: 'photos',
  about: `${String(PHOTOS)} photos of 5 MB to the server, against a plain PUT of each (--size N: fewer)`,
  times: 1,
  smallest: 3,
  run: async (task) => {
    const folder = freshFolder('bench-photos');
    const hub = task.server === undefined ? await startHub(folder) : undefined;
    try {
      await compare(task.server ?? adminUrlOf(hub?.url ?? ''), task);
    } finally {
      await hub?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The hub's address with its administrator's credentials. */
export function adminUrlOf(hub: string): string {
  const url = new URL(hub);
  [url.username, url.password] = [HUB_ADMIN.name, HUB_ADMIN.password];
  return url.href;
}

/** The administrator of a server that is named with credentials, and the server's address without them. */
export function adminOf(adminUrl: string): ServerAccount {
  const { origin, username, password } = new URL(adminUrl);
  return new ServerAccount(origin, decodeURIComponent(username), decodeURIComponent(password));
}

async function compare(adminUrl: string, task: Task): Promise<void> {
  const count = task.sizes?.[0] ?? PHOTOS;
  const admin = adminOf(adminUrl);
  const rounds: Round[] = [];
  for (let round = 1; round <= task.times; round += 1) {
    const one = await measure(admin, count, task, round);
    rounds.push(one);
    task.say(
      `round ${String(round)}: lane ${rate(count, one.laneMs)} MB/s, plain PUT ${rate(count, one.plainMs)} MB/s, +${one.growthMiB.toFixed(1)} MiB`,
    );
  }
  const lane = rate(count, medianOf(rounds.map(({ laneMs }) => laneMs)));
  const plain = rate(count, medianOf(rounds.map(({ plainMs }) => plainMs)));
  task.add(measured('photos', count, 'photos of 5 MB'));
  const lost = rounds.reduce((sum, round) => sum + round.lost, 0);
  task.add(measured('lost', lost, 'photos', { goal: '== 0' }));
  task.add(measured('photos.lane', lane, 'MB/s', { against: plain }));
  task.add(
    measured('photos.vsPut', Math.round((1000 * lane) / plain) / 1000, 'of plain PUT', speedGoal(count, '>= 0.8')),
  );
  const growth = Math.max(...rounds.map(({ growthMiB }) => growthMiB));
  task.add(measured('photos.memoryMiB', Math.round(growth * 10) / 10, 'MiB', speedGoal(count, '<= 64')));
}

function rate(count: number, ms: number): number {
  return Math.round((count * PHOTO_BYTES) / ms / 10) / 100;
}

async function measure(admin: ServerAccount, count: number, task: Task, round: number): Promise<Round> {
  const first = await launchAs('officer', { server: admin.url });
  await task.tookPart(first);
  await first.shell.isInSync();
  const taken = await takePhotos(first, count);
  await first.close();
  // A fresh process: what the import left in memory would hide what the lane adds.
  const app = await relaunchAs('officer', { server: admin.url, profile: first.profile });
  await app.shell.isInSync();
  const db = `bench-put-${String(Date.now())}`;
  await admin.request('PUT', `/${db}`);
  try {
    const plainFirst = round % 2 === 0 ? await plainPuts(app.page, admin, db, taken) : undefined;
    const lane = await byLane(app, taken);
    const plainMs = plainFirst ?? (await plainPuts(app.page, admin, db, taken));
    return { ...lane, plainMs, lost: await lostPhotos(admin, taken) };
  } finally {
    await admin.request('DELETE', `/${db}`);
    await app.close();
    rmSync(app.profile, { recursive: true, force: true });
  }
}

/** From the first original's PUT until everything is proved to be on the server. */
async function byLane(app: SignedIn, taken: readonly string[]): Promise<Pick<Round, 'laneMs' | 'growthMiB'>> {
  const { page } = app;
  const began: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('photo%3A')) began.push(Date.now());
  });
  const pid = await windowPid(app);
  const before = residentMiB(pid);
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMiB(pid));
  }, 100);
  try {
    await submitPhotos(app, taken);
    const endMs = await allOnServer(page, taken.length);
    return { laneMs: endMs - (began[0] ?? NaN), growthMiB: peak - before };
  } finally {
    clearInterval(watch);
  }
}

/** The process that holds the page of an app's one window, and its workers. */
export function windowPid({ app }: Pick<SignedIn, 'app'>): Promise<number | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
}

/** Memory of a process now. */
export function residentMiB(pid: number | undefined): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}

/** Resolves with the instant at which no photo waits any more. */
export async function allOnServer(page: Page, count: number): Promise<number> {
  return page.evaluate(
    async ([name, wanted, limitMs]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => {
          reject(new Error(String(opening.error)));
        };
        opening.onsuccess = () => {
          resolve(opening.result);
        };
      });
      const untilMs = Date.now() + limitMs;
      for (;;) {
        const there = await new Promise<number>((resolve, reject) => {
          const counting = db.transaction('blobs').objectStore('blobs').index('state').count('server');
          counting.onerror = () => {
            reject(new Error(String(counting.error)));
          };
          counting.onsuccess = () => {
            resolve(counting.result);
          };
        });
        const nowMs = Date.now();
        if (there >= wanted || nowMs > untilMs) {
          db.close();
          if (there < wanted) throw new Error(`only ${String(there)} of ${String(wanted)} files arrived`);
          return nowMs;
        }
        await new Promise((resolve) => {
          setTimeout(resolve, 50);
        });
      }
    },
    [DATABASE_NAME, 2 * count, WITHIN_MS] as const,
  );
}

/** The same files out of the same store by `fetch`, one after the other, into a database without rules. */
async function plainPuts(page: Page, admin: ServerAccount, db: string, taken: readonly string[]): Promise<number> {
  return page.evaluate(
    async ([name, hashes, base, authorization]) => {
      const store = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => {
          reject(new Error(String(opening.error)));
        };
        opening.onsuccess = () => {
          resolve(opening.result);
        };
      });
      const startMs = performance.now();
      for (const sha256 of hashes) {
        const body = await new Promise<Blob>((resolve, reject) => {
          const reading = store.transaction('bodies').objectStore('bodies').get(`photo:${sha256}`);
          reading.onerror = () => {
            reject(new Error(String(reading.error)));
          };
          reading.onsuccess = () => {
            resolve((reading.result as { blob: Blob }).blob);
          };
        });
        const headers = { authorization, 'content-type': 'image/jpeg' };
        const answer = await fetch(`${base}/${sha256}/body`, { method: 'PUT', headers, body });
        if (answer.status !== 201) throw new Error(`${String(answer.status)} ${await answer.text()}`);
      }
      store.close();
      return performance.now() - startMs;
    },
    [DATABASE_NAME, taken, `${admin.url}/${db}`, admin.authorization] as const,
  );
}
