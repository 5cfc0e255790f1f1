import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { NodeXhr } from './nodeXhr.ts';
import { isUpload, leftBehind, onServer, rowsIn, submitPhotos, uploads } from './photoWork.ts';
import { aHub } from './world.ts';

// The lane as in the app, where XMLHttpRequest tells when all bytes of a file are up.

let hub: Hub;
let worker: TestWorker;

beforeAll(async () => {
  vi.stubGlobal('XMLHttpRequest', NodeXhr);
  hub = await aHub();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await hub.close();
});
beforeEach(async () => {
  worker = await aWorker({ hub, user: 'chen.wei' });
  await worker.sync();
});
afterEach(() => worker.close());

it('sends a file while the server still thinks about the one before, and never a third', async () => {
  await submitPhotos(worker, [30_000, 40_000, 50_000]);
  await worker.syncRecords();
  let held = 0;
  worker.line.lie((request) => {
    if (!isUpload(request)) return 'pass';
    held += 1;
    return 'hold';
  });
  worker.ctx.lane.now().catch(() => undefined); // its store is closed under it
  await expect.poll(() => held, { timeout: 20_000 }).toBe(2);
  await new Promise((resolve) => {
    setTimeout(resolve, 3_000); // longer than the lane rests for whoever writes
  });
  expect(held).toBe(2);
}, 30_000);

it('brings every file once and leaves nothing behind', async () => {
  const photos = await submitPhotos(worker, [30_000, 40_000, 50_000, 60_000]);
  await worker.sync();
  expect(await rowsIn(worker, 'waiting')).toEqual([]);
  expect(uploads(worker)).toHaveLength(8);
  const there = await onServer(hub);
  expect(photos.map((sha256) => there.get(`photo:${sha256}`))).toEqual([1, 1, 1, 1]);
  expect(await leftBehind(worker)).toEqual({ notes: [], files: [] });
});

it('asks about a file whose answer was lost and does not send it again', async () => {
  await submitPhotos(worker, [30_000, 40_000]);
  worker.line.lie((request) => (isUpload(request) && request.path.includes('photo') ? 'lose' : 'pass'));
  await worker.sync();
  worker.line.lie();
  const before = uploads(worker);
  await worker.ctx.lane.now();
  expect(await rowsIn(worker, 'waiting')).toEqual([]);
  const again = uploads(worker).slice(before.length);
  expect(again.filter((key) => before.includes(key))).toEqual([]);
  expect(await leftBehind(worker)).toEqual({ notes: [], files: [] });
});

it('goes on with the others when the server fails at one after all its bytes', async () => {
  const [poison = '', ...others] = await submitPhotos(worker, [10_000, 40_000, 50_000]);
  worker.line.lie((request) =>
    isUpload(request) && request.path.includes(poison)
      ? { status: 500, json: { error: 'unknown_error', reason: 'badmatch' } }
      : 'pass',
  );
  await worker.sync();
  expect((await rowsIn(worker, 'waiting')).map(({ key }) => key).sort()).toEqual([
    `photo:${poison}`,
    `thumb:${poison}`,
  ]);
  expect(await rowsIn(worker, 'server')).toHaveLength(2 * others.length);
});

it('goes on after a cut in the middle of a body', async () => {
  const photos = await submitPhotos(worker, [400_000, 40_000]);
  worker.line.cutBodies(200_000);
  await worker.sync();
  expect((await rowsIn(worker, 'waiting')).map(({ key }) => key)).toEqual([`photo:${photos[0] ?? ''}`]);
  worker.line.cutBodies();
  await worker.ctx.lane.now();
  expect(await rowsIn(worker, 'waiting')).toEqual([]);
});

it('leaves a busy server alone, with two files at most asking', async () => {
  await submitPhotos(worker, [30_000, 40_000, 50_000]);
  worker.line.lie((request) =>
    isUpload(request) && request.path.includes('photo')
      ? { status: 503, json: { error: 'busy', reason: 'busy' }, headers: { 'retry-after': '60' } }
      : 'pass',
  );
  await worker.sync();
  expect(uploads(worker).filter((key) => key.startsWith('photo:')).length).toBeLessThanOrEqual(2);
  expect(await rowsIn(worker, 'waiting')).toHaveLength(3);
});
