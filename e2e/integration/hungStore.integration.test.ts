import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { StoreWatch, type StoreFault } from '#renderer/data/store/watch.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { holdStore } from './holdStore.ts';
import { aHub, aShop, registerShop } from './world.ts';

let hub: Hub;
let worker: TestWorker;
let watch: StoreWatch;
let faults: StoreFault[];
let isBusy: boolean;

beforeAll(async () => {
  hub = await aHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  worker = await aWorker({ hub, user: 'chen.wei' });
  faults = [];
  isBusy = false;
  const replace = (fault: StoreFault): void => void faults.push(fault);
  watch = new StoreWatch({ port: worker.ctx.port, isBusy: () => isBusy, replace, letIn: () => undefined });
});
afterEach(async () => {
  watch.stop();
  await worker.close();
});

describe('a store that hangs', () => {
  it('is replaced once room and calm allow it, and what was saved is there once', { timeout: 120_000 }, async () => {
    await registerShop(worker, '示例此前店');
    const release = await holdStore(worker.storeName, 'events');
    expect(await watch.look()).toBe(false);
    isBusy = true; // as while commands run
    for (let n = 0; n < 2; n += 1)
      expect(await worker.send('site.register', aShop('示例挂起店'))).toMatchObject({
        error: { code: 'write_failed' },
      });
    expect(watch.fault).toBe('hangs');
    expect([await watch.look(), faults]).toEqual([false, []]);
    isBusy = false;
    worker.disk = { level: 'read_only', freeBytes: 100, neededBytes: 200, copies: [] };
    expect([await watch.look(), faults]).toEqual([false, []]);
    worker.disk = { level: 'plenty', copies: [] };
    expect(await watch.look()).toBe(true);
    expect(await watch.look()).toBe(true);
    expect(faults).toEqual(['hangs']);

    await release(); // the end of a worker lets go of what it held
    const { held } = worker.ctx.session;
    await worker.reopen();
    expect(held?.profile.user).toBe('chen.wei');
    await worker.unlock('chen.wei');
    await registerShop(worker, '示例挂起店');
    const names = (await worker.ctx.db.sites.toArray()).map(({ name }) => name).sort();
    expect(names).toEqual(['示例挂起店', '示例此前店'].sort());
  });

  it('closed by the engine is replaced, too', async () => {
    watch.noteClosed();
    expect(await watch.look()).toBe(true);
    expect(faults).toEqual(['closed']);
  });
});
