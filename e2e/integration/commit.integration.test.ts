import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { PortError } from '#renderer/data/port.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { holdStore } from './holdStore.ts';
import { aHub, aShop, brokenLogs, journalKeys, ownEvents, registerShop } from './world.ts';

let hub: Hub;
let worker: TestWorker;
const realPause = (ms: number): Promise<void> => new Promise((done) => pause(done, ms));
const pause = globalThis.setTimeout;
const broken = { code: 'write_failed' };

beforeAll(async () => {
  hub = await aHub();
  worker = await aWorker({ hub, user: 'chen.wei' });
});
afterAll(async () => {
  await worker.close();
  await hub.close();
});
afterEach(() => {
  vi.useRealTimers();
  worker.fault = () => undefined;
});

/** Everything a command could have left behind. */
async function traces(): Promise<unknown> {
  const { db, outbox } = worker.ctx;
  const waiting = await db.outbox.toCollection().primaryKeys();
  return {
    events: await db.events.toCollection().primaryKeys(),
    sites: await db.sites.toCollection().primaryKeys(),
    logs: await db.logs.toArray(),
    waiting,
    pouch: (await outbox.read(waiting)).length,
    journal: await journalKeys(worker, 'event'),
  };
}

/** A refused command leaves nothing, also not for the next start; the one after it counts on without a gap. */
async function expectNothingLeft(before: unknown): Promise<void> {
  expect(await traces()).toEqual(before);
  const siteId = await registerShop(worker);
  expect(brokenLogs(await ownEvents(worker))).toEqual([]);
  await worker.crashAndWipe();
  await worker.reopen();
  await worker.unlock('chen.wei');
  expect(await worker.ctx.db.sites.get(siteId)).toBeDefined();
  expect(await journalKeys(worker, 'event')).toHaveLength((await ownEvents(worker)).length);
  expect(brokenLogs(await ownEvents(worker))).toEqual([]);
}

describe('commitEvents', () => {
  it('writes the journal before the store', async () => {
    const before = await worker.ctx.db.events.count();
    const seen: number[] = [];
    worker.fault = (request) => {
      if (request !== 'journal.append') return;
      void worker.ctx.db.events.count().then((count) => seen.push(count));
    };
    await registerShop(worker);
    expect(seen).toEqual([before]);
    expect(await worker.ctx.db.events.count()).toBe(before + 1);
    expect(await journalKeys(worker, 'event')).toEqual((await ownEvents(worker)).map((event) => event._id));
  });

  it('refuses and stores nothing when the journal cannot be written', async () => {
    const before = await traces();
    worker.fault = (request) => {
      if (request === 'journal.append') throw new PortError(request, 'write_failed', 'ENOSPC');
    };
    expect(await worker.send('site.register', aShop())).toMatchObject({ ok: false, error: broken });
    worker.fault = () => undefined;
    await expectNothingLeft(before);
  });

  it('takes a frame back when main did not answer in time and had written it all the same', async () => {
    const before = await traces();
    const { port } = worker.ctx;
    let isLate = true;
    worker.fault = (request, input) => {
      if (request !== 'journal.append' || !isLate) return;
      isLate = false;
      void port.call('journal.append', input as never);
      throw new PortError(request, 'timeout', undefined);
    };
    expect(await worker.send('site.register', aShop())).toMatchObject({ ok: false, error: { code: 'timeout' } });
    await expectNothingLeft(before);
  });

  it('takes the frame back when the store fails', async () => {
    const before = await traces();
    const fail = (): void => {
      throw new Error('the disk is full');
    };
    worker.ctx.db.sites.hook('creating', fail);
    expect(await worker.send('site.register', aShop())).toMatchObject({ ok: false });
    worker.ctx.db.sites.hook('creating').unsubscribe(fail);
    await expectNothingLeft(before);
  });

  it('lets no other command write while a refused frame is still in the journal', async () => {
    const before = await traces();
    const fail = (): void => {
      throw new Error('the disk is full');
    };
    worker.ctx.db.sites.hook('creating', fail);
    worker.fault = (request) => {
      if (request === 'journal.drop') throw new PortError(request, 'write_failed', 'ENOSPC');
    };
    expect(await worker.send('site.register', aShop())).toMatchObject({ ok: false });
    worker.ctx.db.sites.hook('creating').unsubscribe(fail);
    expect(await worker.send('site.register', aShop())).toMatchObject({ ok: false, error: broken });
    worker.fault = () => undefined;
    await worker.ctx.takeBacks.settle(worker.ctx.port);
    await expectNothingLeft(before);
  });

  it('refuses a write that never settles at the deadline, and it does not happen later', async () => {
    const before = await traces();
    const release = await holdStore(worker.ctx.db.name, 'events');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let answer: unknown;
    void worker.send('site.register', aShop()).then((given) => (answer = given));
    for (let second = 0; answer === undefined && second < 60; second += 1) {
      await realPause(5); // the disk and the port work in real time
      await vi.advanceTimersByTimeAsync(1_000);
    }
    vi.useRealTimers();
    expect(answer).toMatchObject({ ok: false, error: broken });
    await release();
    await expectNothingLeft(before);
  });

  it('is done when only the outbox behind the store fails: the push fills it again', async () => {
    const { outbox } = worker.ctx;
    const put = outbox.put.bind(outbox);
    outbox.put = () => Promise.reject(new Error('the outbox is broken'));
    const siteId = await registerShop(worker);
    outbox.put = put;
    const stream = `site:${siteId}`;
    const [row] = await worker.ctx.db.outbox.where('stream').equals(stream).toArray();
    expect(await outbox.read([row!.id])).toEqual([]);
    await worker.sync();
    expect(await worker.ctx.db.outbox.where('stream').equals(stream).count()).toBe(0);
  });
});

describe('the journal over the port', () => {
  it('does not take a call that breaks the contract', async () => {
    const wrong = worker.ctx.port.call('journal.append', { entries: [] });
    await expect(wrong).rejects.toMatchObject({ code: 'bad_input' });
  });
});
