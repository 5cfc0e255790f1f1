import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { RescueReport } from '#renderer/data/status.ts';
import { markStore } from '#renderer/data/store/rescue.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aHub, aShop, journalKeys, registerShop } from './world.ts';

const DRAFT = '018f0000-0000-7000-8000-00000000d4af';

let hub: Hub;
let worker: TestWorker;

beforeAll(async () => {
  hub = await aHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  worker = await aWorker({ hub, user: 'chen.wei' });
});
afterEach(() => worker.close());

async function report(): Promise<RescueReport | undefined> {
  return (await worker.ctx.db.meta.get('rescue'))?.value as RescueReport | undefined;
}

describe('a store that was lost', () => {
  it('is told with what came back, until it is read, also over another loss', async () => {
    await registerShop(worker);
    await worker.do('draft.save', { id: DRAFT, kind: 'case', content: { facts: '写到一半' } });
    expect(await report()).toBeUndefined();
    await worker.crashAndWipe();
    await worker.reopen();
    expect(await report()).toMatchObject({ why: 'gone', events: 1, drafts: 1, photos: 0, lost: [] });
    await worker.crashAndWipe();
    await worker.reopen();
    expect(await report()).toMatchObject({ events: 1, drafts: 1 });
    await worker.reopen();
    expect(await report()).toBeDefined();
    await worker.do('rescue.dismiss', {});
    await worker.reopen();
    expect(await report()).toBeUndefined();
  });

  it('in part reads everything from the server again', async () => {
    await registerShop(worker);
    await worker.sync();
    await markStore(worker.ctx, 'go_on', undefined);
    const ids = await worker.ctx.db.events.toCollection().primaryKeys();
    await worker.ctx.db.events.delete(ids[0]!);
    await worker.reopen();
    expect(await report()).toMatchObject({ why: 'partly', had: ids.length });
    await worker.unlock('chen.wei');
    await worker.sync();
    expect((await worker.ctx.db.events.toCollection().primaryKeys()).sort()).toEqual(ids.sort());
  });

  it('still knows who may unlock it, before the directory came again', async () => {
    await worker.crashAndWipe();
    await worker.reopen();
    const people = await worker.do('people.list', {});
    expect(people).toMatchObject([{ user: 'chen.wei', hasPin: true }]);
    await worker.unlock('chen.wei');
  });
});

describe('a disk with too little room', () => {
  it('refuses before anything is written, and goes on by itself', async () => {
    worker.disk = { level: 'read_only', freeBytes: 100, neededBytes: 200, copies: [] };
    const before = await journalKeys(worker, 'event');
    expect(await worker.send('site.register', aShop('示例满盘店'))).toEqual({
      ok: false,
      error: { code: 'disk_read_only', subject: '100|200' },
    });
    const draft = { id: DRAFT, kind: 'case', content: {} } as const;
    expect(await worker.send('draft.save', draft)).toMatchObject({ error: { code: 'disk_read_only' } });
    expect(await journalKeys(worker, 'event')).toEqual(before);
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'disk_full' });
    worker.disk = { level: 'no_photos', freeBytes: 300, neededBytes: 500, copies: [] };
    const file = new Blob([new Uint8Array(9)]);
    expect(await worker.send('photo.import', { file, name: 'a.jpg' })).toMatchObject({
      error: { code: 'disk_low_photos', subject: '300|500' },
    });
    await registerShop(worker);
    worker.disk = { level: 'plenty', copies: [] };
    await worker.sync();
    expect(await worker.ctx.db.outbox.count()).toBe(0);
  });
});
