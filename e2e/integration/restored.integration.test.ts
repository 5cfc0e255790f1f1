import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { RestoredNotice } from '#renderer/data/status.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { ask } from './records.ts';
import { RestorableHub } from './restorable.ts';
import { CASES, openCase, registerShop, takeNumber, WORK } from './world.ts';

let hub: RestorableHub;
let chen: TestWorker;
let zhou: TestWorker;
let brigade: TestWorker;

beforeEach(async () => {
  hub = await RestorableHub.start();
  chen = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  zhou = await aWorker({ hub, user: 'zhou.min' });
  brigade = await aWorker({ hub, user: 'du.cha' });
  await syncAll();
});
afterEach(async () => {
  for (const worker of [chen, zhou, brigade]) await worker.close();
  await hub.close();
});

async function syncAll(rounds = 1): Promise<void> {
  for (let round = 0; round < rounds; round += 1) for (const worker of [chen, zhou, brigade]) await worker.sync();
}

async function eventsOn(db: string): Promise<string[]> {
  const { rows } = (await ask(hub, 'GET', `/${db}/_all_docs`)) as { rows: { id: string }[] };
  return rows.map(({ id }) => id).filter((id) => /^(site|case):/.test(id));
}

async function eventsOf(worker: TestWorker, db: string): Promise<string[]> {
  return (await worker.ctx.db.events.filter((row) => row.db === db).primaryKeys()).sort();
}

/** Nothing is missing anywhere, and nothing waits. */
async function expectWhole(): Promise<void> {
  for (const db of [WORK, CASES]) {
    const there = (await eventsOn(db)).sort();
    for (const worker of [chen, zhou, brigade]) expect(await eventsOf(worker, db)).toEqual(there);
  }
  for (const worker of [chen, zhou, brigade]) expect(await worker.ctx.db.outbox.toArray()).toEqual([]);
}

async function notice(worker: TestWorker): Promise<RestoredNotice | undefined> {
  return (await worker.ctx.db.meta.get('restored'))?.value as RestoredNotice | undefined;
}

describe('a server restored from a backup', () => {
  it('gets back what it lost, from each author, and everybody gets what was written since', async () => {
    await hub.backUp();
    const lost: string[] = [];
    for (let i = 0; i < 5; i += 1) lost.push(await registerShop(chen, `示例失而复得店${String(i)}`));
    lost.push(await registerShop(zhou, '示例失而复得店九'));
    await syncAll(2);
    await hub.restore();
    // More is written than was lost, so that counting alone would show nothing.
    for (let i = 0; i < 12; i += 1) lost.push(await registerShop(zhou, `示例后来店${String(i)}`));
    await zhou.sync();
    await syncAll(4);
    await expectWhole();
    for (const id of lost) expect(await brigade.ctx.db.sites.get(id)).toBeDefined();
    expect((await notice(chen))?.databases).toContain(WORK);
    expect(await notice(brigade)).toMatchObject({ noticedAt: expect.any(String) as unknown });
  });

  it.each(['server', 'store'])('gets back what a device lost as well, the %s first', async (first) => {
    await hub.backUp();
    const id = await registerShop(chen, '示例两处都丢店');
    const caseId = await openCase(chen, id);
    await chen.sync();
    const lose = { server: () => hub.restore(), store: () => chen.crashAndWipe() };
    await lose[first as 'server' | 'store']();
    await lose[first === 'server' ? 'store' : 'server']();
    await chen.reopen();
    await chen.unlock('chen.wei');
    await syncAll(4);
    await expectWhole();
    expect(await brigade.ctx.db.sites.get(id)).toBeDefined();
    expect(await brigade.ctx.db.cases.get(caseId)).toBeDefined();
  });

  it('keeps waiting what only another person may send, until that person signs in', async () => {
    await hub.backUp();
    const id = await registerShop(chen, '示例等待本人店');
    await syncAll(2);
    await hub.restore();
    await brigade.sync();
    expect(await brigade.ctx.db.outbox.toArray()).toMatchObject([{ by: 'chen.wei', state: 'waiting' }]);
    await brigade.sync();
    expect(await eventsOn(WORK)).not.toContainEqual(expect.stringContaining(id));
    await syncAll(3);
    expect(await eventsOn(WORK)).toContainEqual(expect.stringContaining(id));
    await expectWhole();
  });

  it('keeps its own numbers, signed heads and cases', async () => {
    await hub.backUp();
    const siteId = await registerShop(chen);
    await chen.sync(); // leases numbers
    const caseId = await openCase(chen, siteId);
    await syncAll(2);
    const before = await chen.ctx.db.leases.toArray();
    await hub.restore();
    await syncAll(4);
    await expectWhole();
    expect(await zhou.ctx.db.cases.get(caseId)).toBeDefined();
    expect(await chen.ctx.db.leases.toArray()).toEqual(before);
    const leases = (await ask(hub, 'GET', '/numbers/_all_docs')) as { rows: { id: string }[] };
    for (const { id } of before) expect(leases.rows.map((row) => row.id)).toContain(id);
  });

  it('is asked at the next visit for a block that was granted last, which nothing came behind', async () => {
    await syncAll();
    const caseId = await openCase(chen, await registerShop(chen));
    await syncAll(2);
    await hub.backUp();
    for (let n = 0; n < 36; n += 1) expect(await takeNumber(chen, caseId)).toMatchObject({ ok: true });
    await chen.sync(); // leases another block at its end, and reads nothing of it
    const fresh = (await chen.ctx.db.leases.toArray()).filter((row) => row.state === 'granted' && row.fresh === true);
    expect(fresh.map(({ series }) => series)).toEqual([expect.stringContaining('D07')]);
    await hub.restore();
    await chen.sync();
    const { rows } = (await ask(hub, 'GET', '/numbers/_all_docs')) as { rows: { id: string }[] };
    expect(rows.map(({ id }) => id)).toContain(fresh[0]?.id);
  });

  it('names a block of numbers that was given to somebody else meanwhile', async () => {
    const other = await RestorableHub.start();
    await other.backUp();
    const first = await aWorker({ hub: other, user: 'chen.wei' });
    await first.sync();
    await first.sync();
    const own = (await first.ctx.db.leases.toArray()).filter((row) => row.state === 'granted');
    await other.restore();
    const fresh = await aWorker({ hub: other, user: 'lin.fang' });
    await fresh.sync();
    await first.sync();
    await first.sync();
    const problems = (await first.ctx.db.meta.get('problems'))?.value as { code: string }[];
    expect(problems.map(({ code }) => code)).toContain('lease_taken');
    const after = await first.ctx.db.leases.bulkGet(own.map(({ id }) => id));
    // They are the other device's now, and none of them is granted here again.
    expect(after.map((row) => row?.device)).toEqual(own.map(() => fresh.ctx.runtime.device));
    for (const worker of [first, fresh]) await worker.close();
    await other.close();
  });

  it('is noticed when a whole database is gone and made again', async () => {
    const id = await registerShop(chen, '示例重建店');
    await syncAll(2);
    const design = (await ask(hub, 'GET', `/${WORK}/_design/access`)) as { _rev?: string };
    const security = await ask(hub, 'GET', `/${WORK}/_security`);
    await ask(hub, 'DELETE', `/${WORK}`);
    await chen.sync();
    await ask(hub, 'PUT', `/${WORK}`);
    await ask(hub, 'PUT', `/${WORK}/_security`, security);
    const { _rev, ...rest } = design;
    await ask(hub, 'PUT', `/${WORK}/_design/access`, rest);
    await syncAll(2);
    expect(await eventsOn(WORK)).toContainEqual(expect.stringContaining(id));
    expect(await chen.ctx.db.sites.get(id)).toBeDefined();
  });
});
