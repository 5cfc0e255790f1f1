import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { LaneStatus } from '#renderer/data/status.ts';
import { showSyncStatus } from '#renderer/data/sync/status.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import type { Fate, OnTheLine } from './line.ts';
import { EVIDENCE, isUpload, leftBehind, onServer, rowsIn, submitPhotos, uploads } from './photoWork.ts';
import { ask } from './records.ts';
import { aHub, registerShop, WORK } from './world.ts';

let hub: Hub;
let worker: TestWorker;

beforeAll(async () => {
  hub = await aHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  worker = await aWorker({ hub, user: 'chen.wei' });
  await worker.sync();
});
afterEach(() => worker.close());

const NOTHING_LEFT = { notes: [], files: [] };

function keysOf(photos: readonly string[]): string[] {
  return photos.flatMap((sha256) => [`photo:${sha256}`, `thumb:${sha256}`]);
}

/** Answers uploads of originals by itself, as long as `times` says. */
function refuseOriginals(status: number, reason: string, { times = Infinity, headers = {} } = {}): void {
  let left = times;
  worker.line.lie((request): Fate => {
    if (!isUpload(request) || !request.path.includes('photo') || left === 0) return 'pass';
    left -= 1;
    return { status, json: { error: 'refused', reason }, headers };
  });
}

async function laneStatus(): Promise<LaneStatus | undefined> {
  return (await worker.ctx.db.meta.get('photos'))?.value as LaneStatus | undefined;
}

describe('photos on their way up', () => {
  it('go thumbnails first, smallest first, one at a time, and leave nothing behind', async () => {
    const photos = await submitPhotos(worker, [90_000, 20_000, 50_000]);
    await showSyncStatus(worker.ctx, 'in_sync');
    worker.line.asked.length = 0;
    await worker.sync();
    const sent = uploads(worker);
    expect(sent.slice(0, 3).every((key) => key.startsWith('thumb:'))).toBe(true);
    expect(sent.slice(3)).toEqual([1, 2, 0].map((index) => `photo:${photos[index] ?? ''}`));
    expect((await rowsIn(worker, 'server')).map(({ key }) => key).sort()).toEqual(keysOf(photos).sort());
    expect(await leftBehind(worker)).toEqual(NOTHING_LEFT);
    expect(await laneStatus()).toMatchObject({ phase: 'idle', filesLeft: 0, bytesLeft: 0, filesDone: 6 });
    expect(await worker.ctx.db.meta.get('sync')).toMatchObject({ value: { waitingBlobs: 0 } });
  });

  it('go on after a cut in the middle of a body, each as one document', async () => {
    const photos = await submitPhotos(worker, [400_000, 40_000]);
    worker.line.cutBodies(200_000);
    await worker.sync();
    expect((await rowsIn(worker, 'waiting')).map(({ key }) => key)).toEqual([`photo:${photos[0] ?? ''}`]);
    expect((await leftBehind(worker)).files).toEqual([`photo:${photos[0] ?? ''}`]);
    worker.line.cutBodies();
    await worker.ctx.lane.now();
    expect(await rowsIn(worker, 'waiting')).toEqual([]);
    const there = await onServer(hub);
    expect(keysOf(photos).map((key) => there.get(key))).toEqual([1, 1, 1, 1]);
    expect(await leftBehind(worker)).toEqual(NOTHING_LEFT);
  });

  it('are recognised when the server had stored them and the answer was lost', async () => {
    const photos = await submitPhotos(worker, [30_000, 40_000]);
    worker.line.lie((request) => (isUpload(request) && request.path.includes('photo') ? 'lose' : 'pass'));
    await worker.sync();
    worker.line.lie();
    expect(await rowsIn(worker, 'waiting')).toHaveLength(2);
    const before = uploads(worker).length;
    await worker.ctx.lane.now();
    // The one whose answer was lost was not sent again.
    expect(uploads(worker).slice(before)).toEqual([`photo:${photos[1] ?? ''}`]);
    expect(await leftBehind(worker)).toEqual(NOTHING_LEFT);
  });

  it('go on after the power went in the middle of one', async () => {
    const photos = await submitPhotos(worker, [30_000, 40_000, 50_000]);
    await worker.syncRecords();
    let seen = 0;
    const cutOff = new Promise<void>((resolve) => {
      worker.line.lie((request) => {
        if (isUpload(request)) seen += 1;
        if (seen < 5) return 'pass';
        resolve();
        return 'lose';
      });
    });
    worker.ctx.lane.now().catch(() => undefined); // its store is closed under it
    await cutOff;
    await worker.crash();
    worker.line.lie();
    await worker.reopen();
    await worker.unlock('chen.wei');
    await worker.sync();
    const there = await onServer(hub);
    expect(keysOf(photos).map((key) => there.get(key))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await rowsIn(worker, 'waiting')).toEqual([]);
    expect(await leftBehind(worker)).toEqual(NOTHING_LEFT);
  });

  it('never hold up a record: it is on the server before the second photo after it', async () => {
    await submitPhotos(
      worker,
      Array.from({ length: 100 }, () => 20_000),
    );
    await worker.syncRecords();
    const begun = untilUpload(3);
    const lane = worker.ctx.lane.now();
    await begun;
    const siteId = await registerShop(worker, '示例急件店');
    const uploadsBefore = uploads(worker).length;
    await worker.syncRecords();
    const asked = worker.line.asked.filter((request) => isUpload(request) || isPush(request));
    const pushed = asked.findLastIndex((request) => isPush(request) && request.body.includes(siteId));
    const between = asked.slice(0, pushed).filter(isUpload).length - uploadsBefore;
    expect(between).toBeLessThanOrEqual(1);
    await lane;
    expect(await rowsIn(worker, 'waiting')).toEqual([]);
  });

  it('let a record that is just being written go before them', async () => {
    await submitPhotos(worker, [5_000]);
    await worker.syncRecords();
    let written = (): void => undefined;
    const writing = worker.ctx.writing.run(
      () =>
        new Promise<void>((resolve) => {
          written = resolve;
        }),
    );
    const before = uploads(worker).length;
    const lane = worker.ctx.lane.now();
    await pause(700);
    expect(uploads(worker)).toHaveLength(before);
    written();
    await Promise.all([writing, lane]);
    expect(await rowsIn(worker, 'waiting')).toEqual([]);
  });

  it('leave room between them while somebody is at work', async () => {
    await submitPhotos(worker, [5_000, 6_000]);
    await worker.syncRecords();
    const startsMs: number[] = [];
    worker.line.proxy.meet = (request) => {
      if (!isUpload(request)) return { is: 'none' };
      startsMs.push(performance.now());
      return { is: 'latency', ms: 200 };
    };
    const atWork = setInterval(() => {
      worker.ctx.writing.run(() => Promise.resolve()).catch(() => undefined);
    }, 100);
    await worker.ctx.lane.now();
    clearInterval(atWork);
    const apartMs = startsMs.slice(1).map((ms, index) => ms - (startsMs[index] ?? 0));
    // An upload of 200 ms at least, then twice as long for whoever writes.
    expect(apartMs).toHaveLength(3);
    expect(Math.min(...apartMs)).toBeGreaterThan(560);
  });

  it('are not all taken in hand at once: two files at most are open', async () => {
    await submitPhotos(
      worker,
      Array.from({ length: 40 }, () => 5_000),
    );
    await worker.syncRecords();
    let [read, largest] = [0, 0];
    worker.ctx.db.bodies.hook('reading', (row) => {
      read += 1;
      largest = Math.max(largest, read - uploads(worker).length);
      return row;
    });
    worker.line.asked.length = 0;
    await worker.ctx.lane.now();
    expect(read).toBe(80);
    expect(largest).toBeLessThanOrEqual(2);
  });

  /** Resolves when so many files were sent. */
  function untilUpload(count: number): Promise<void> {
    return new Promise((resolve) => {
      let seen = 0;
      worker.line.lie((request) => {
        if (isUpload(request)) seen += 1;
        if (seen >= count) resolve();
        return 'pass';
      });
    });
  }
});

describe('photos the server does not take', () => {
  it('because they are too large are refused with the reason; the others go, and a retry delivers them', async () => {
    const photos = await submitPhotos(worker, [30_000, 40_000]);
    refuseOriginals(413, 'the request entity is too large', { times: 1 });
    await worker.sync();
    expect(await rowsIn(worker, 'refused')).toMatchObject([
      { key: `photo:${photos[0] ?? ''}`, rule: 'too_large', reason: 'the request entity is too large' },
    ]);
    expect(await rowsIn(worker, 'waiting')).toEqual([]);
    expect((await leftBehind(worker)).files).toEqual([`photo:${photos[0] ?? ''}`]);
    await worker.do('sync.retry', { item: `photo:${photos[0] ?? ''}` });
    await worker.ctx.lane.now();
    expect(await rowsIn(worker, 'refused')).toEqual([]);
    expect(await leftBehind(worker)).toEqual(NOTHING_LEFT);
  });

  it('because the device was revoked are refused by that rule', async () => {
    await submitPhotos(worker, [30_000]);
    await worker.syncRecords();
    await revoke([worker.ctx.runtime.device]);
    await worker.ctx.lane.now();
    await revoke([]);
    const refused = await rowsIn(worker, 'refused');
    expect(refused).toHaveLength(2);
    expect(refused).toMatchObject([
      { rule: 'device_revoked', reason: expect.stringMatching(/revoked/) as string },
      { rule: 'device_revoked' },
    ]);
  });

  it('because other bytes lie under the name are refused; theirs are not believed', async () => {
    const [photo = ''] = await submitPhotos(worker, [30_000]);
    const other = {
      kind: 'photo',
      by: 'chen.wei',
      device: worker.ctx.runtime.device,
      _attachments: { body: { content_type: 'image/jpeg', data: Buffer.from('other').toString('base64') } },
    };
    await ask(hub, 'PUT', `/${EVIDENCE}/photo:${photo}`, other);
    await worker.sync();
    expect(await rowsIn(worker, 'refused')).toMatchObject([{ key: `photo:${photo}`, rule: 'other_content' }]);
    expect((await leftBehind(worker)).files).toEqual([`photo:${photo}`]);
  });

  it('wait when the whole account is locked, and nothing more is sent before its time', async () => {
    const photos = await submitPhotos(worker, [30_000, 40_000]);
    refuseOriginals(403, 'Account is temporarily locked due to multiple authentication failures');
    await worker.sync();
    expect(await rowsIn(worker, 'refused')).toEqual([]);
    await stops('account_locked', photos);
  });

  it('wait after a 401, and nothing more is sent until someone types', async () => {
    const photos = await submitPhotos(worker, [30_000, 40_000]);
    refuseOriginals(401, 'Name or password is incorrect.');
    await worker.sync();
    await stops('password_changed', photos);
    await worker.signIn('chen.wei');
    worker.resumeLane();
    await expect.poll(() => rowsIn(worker, 'waiting'), { timeout: 8_000 }).toEqual([]);
  });

  it('wait while a cluster answers 202, even when they can be seen there', async () => {
    await submitPhotos(worker, [30_000]);
    worker.line.lie((request) => (isUpload(request) ? { change: (_status, text) => ({ status: 202, text }) } : 'pass'));
    await worker.sync();
    await worker.ctx.lane.now();
    expect(await rowsIn(worker, 'waiting')).toHaveLength(2);
    worker.line.lie();
    await worker.ctx.lane.now();
    expect(await rowsIn(worker, 'waiting')).toEqual([]);
    expect(await leftBehind(worker)).toEqual(NOTHING_LEFT);
  });

  it('are doubted after a restart, too, and go when the server takes them', async () => {
    await submitPhotos(worker, [30_000]);
    worker.line.lie((request) => (isUpload(request) ? { change: (_status, text) => ({ status: 202, text }) } : 'pass'));
    await worker.sync();
    await worker.reopen();
    await worker.unlock('chen.wei');
    await worker.ctx.lane.now();
    expect(await rowsIn(worker, 'waiting')).toHaveLength(2);
    worker.line.lie();
    await worker.ctx.lane.now();
    expect(await rowsIn(worker, 'waiting')).toEqual([]);
    expect((await rowsIn(worker, 'server')).map(({ partly }) => partly)).toEqual([undefined, undefined]);
  });

  it('wait while a cluster that once took them in part is not whole', async () => {
    await submitPhotos(worker, [30_000]);
    worker.line.lie((request) => (isUpload(request) ? { change: (_status, text) => ({ status: 202, text }) } : 'pass'));
    await worker.sync();
    // From now on the upload is answered honestly (409), but the cluster says that it writes to one node of three.
    worker.line.lie((request) => {
      if (request.method === 'GET' && request.path === `/${EVIDENCE}`)
        return { status: 200, json: { db_name: EVIDENCE, cluster: { n: 3 } } };
      const isProbe = request.method === 'PUT' && request.path.includes('/_local/');
      return isProbe ? { status: 202, json: { ok: true } } : 'pass';
    });
    await worker.ctx.lane.now();
    expect(await rowsIn(worker, 'waiting')).toHaveLength(2);
    worker.line.lie();
    await worker.ctx.lane.now();
    expect(await rowsIn(worker, 'waiting')).toEqual([]);
  });

  it('leave a busy server alone for as long as it asks', async () => {
    await submitPhotos(worker, [30_000, 40_000]);
    refuseOriginals(503, 'busy', { times: 1, headers: { 'retry-after': '4' } });
    await worker.sync();
    const sent = uploads(worker).length;
    const { retryAt = '' } = (await laneStatus()) ?? {};
    expect(Date.parse(retryAt) - Date.now()).toBeGreaterThan(3_000);
    worker.kickLane();
    await pause(1_500);
    expect(uploads(worker)).toHaveLength(sent);
    await expect.poll(() => rowsIn(worker, 'waiting'), { timeout: 8_000 }).toEqual([]);
  });

  it('do not hold up the others when one of them always fails', async () => {
    const [poison = '', ...others] = await submitPhotos(worker, [10_000, 40_000, 50_000]);
    worker.line.lie((request) =>
      isUpload(request) && request.path.includes(poison)
        ? { status: 500, json: { error: 'unknown_error', reason: 'badmatch' } }
        : 'pass',
    );
    await worker.sync();
    expect((await rowsIn(worker, 'waiting')).map(({ key }) => key).sort()).toEqual(keysOf([poison]).sort());
    expect((await rowsIn(worker, 'server')).map(({ key }) => key).sort()).toEqual(keysOf(others).sort());
  });

  it('are not sent as what a disk made of them: the file beside the journal has the bytes', async () => {
    const [photo = ''] = await submitPhotos(worker, [30_000]);
    const key = `photo:${photo}`;
    await worker.ctx.db.bodies.put({ key, blob: new Blob([new Uint8Array(30_000)], { type: 'image/jpeg' }) });
    await worker.sync();
    expect(await rowsIn(worker, 'waiting')).toEqual([]);
    const { _attachments: stubs } = await ask(hub, 'GET', `/${EVIDENCE}/${key}`);
    const row = await worker.ctx.db.blobs.get(key);
    expect(stubs).toMatchObject({ body: { length: 30_000, digest: row?.digest } });
  });

  it('are named when their bytes are nowhere any more', async () => {
    const [photo = ''] = await submitPhotos(worker, [30_000]);
    const key = `photo:${photo}`;
    await worker.ctx.db.bodies.delete(key);
    await worker.ctx.port.call('blob.drop', { key });
    await worker.sync();
    expect(await rowsIn(worker, 'refused')).toMatchObject([{ key, rule: 'bytes_lost' }]);
    expect((await onServer(hub)).has(key)).toBe(false);
  });

  async function stops(problem: string, photos: readonly string[]): Promise<void> {
    expect(await rowsIn(worker, 'refused')).toEqual([]);
    const waiting = (await rowsIn(worker, 'waiting')).map(({ key }) => key);
    expect(waiting).toEqual(expect.arrayContaining(photos.map((sha256) => `photo:${sha256}`)));
    expect(await laneStatus()).toMatchObject({ phase: 'stopped', problem });
    const sent = uploads(worker).length;
    worker.line.lie();
    worker.kickLane();
    await worker.ctx.lane.now();
    expect(uploads(worker)).toHaveLength(sent);
  }
});

function isPush({ method, path }: OnTheLine): boolean {
  return method === 'POST' && path.startsWith(`/${WORK}/_bulk_docs`);
}

async function revoke(devices: readonly string[]): Promise<void> {
  const path = `/${EVIDENCE}/_security`;
  await ask(hub, 'PUT', path, { ...(await ask(hub, 'GET', path)), revoked_devices: devices });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
