import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { pullDatabase } from '#renderer/data/feed/pull.ts';
import { sealEvent, type EventEnvelope } from '#shared/events/envelope.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aHeader, aLeaf, aStrangersShop, writeLeaves } from './records.ts';
import { aHub, aNotice, CASES, journalKeys, openCase, registerShop, WORK } from './world.ts';

let hub: Hub;
let worker: TestWorker;

beforeEach(async () => {
  hub = await aHub();
  worker = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
});
afterEach(async () => {
  await worker.close();
  await hub.close();
});

function pull(db = WORK): Promise<{ readonly rows: number; readonly newEvents: number }> {
  const { ctx } = worker;
  return pullDatabase(ctx, ctx.remote!, ctx.session.authorization!, db);
}

async function siteNames(of: TestWorker = worker): Promise<string[]> {
  return (await of.ctx.db.sites.toArray()).map((site) => site.name);
}

async function quarantine(): Promise<{ id: string; reason: string }[]> {
  return (await worker.ctx.db.quarantine.toArray()).map(({ id, reason }) => ({ id, reason }));
}

async function problems(): Promise<unknown> {
  return (await worker.ctx.db.meta.get('problems'))?.value;
}

function theChanges(): string[] {
  return worker.line.asked
    .filter(({ path }) => path.includes(`/${WORK}/_changes`))
    .map(({ path }) => new URL(path, hub.url).searchParams)
    .map((query) => (query.has('descending') ? 'descending' : (query.get('since') ?? '')));
}

describe('a page and its checkpoint', () => {
  it('are written together: a failed write keeps the old checkpoint, and the page comes again', async () => {
    await pull();
    const checkpoint = await worker.ctx.db.feeds.get(WORK);
    await writeLeaves(hub, WORK, [aLeaf(aStrangersShop('示例新店'), 1, 'a')]);
    const fail = (): void => {
      throw new Error('the disk is full');
    };
    for (const table of ['events', 'dirty', 'seenLogs'] as const) {
      worker.ctx.db[table].hook('creating', fail);
      await expect(pull()).rejects.toThrow();
      worker.ctx.db[table].hook('creating').unsubscribe(fail);
      expect(await worker.ctx.db.feeds.get(WORK)).toEqual(checkpoint);
      expect(await siteNames()).not.toContain('示例新店');
    }
    expect(await pull()).toMatchObject({ newEvents: 1 });
    expect(await siteNames()).toContain('示例新店');
  });

  it('do not wait for what screens show of them: that is made up for after a failure and after a crash', async () => {
    await pull();
    const shops = [aStrangersShop('示例新店'), aStrangersShop('示例又一店')];
    await writeLeaves(hub, WORK, [aLeaf(shops[0]!, 1, 'a')]);
    const fail = (): void => {
      throw new Error('the disk is full');
    };
    worker.ctx.db.sites.hook('creating', fail);
    await expect(pull()).rejects.toThrow('the disk is full');
    worker.ctx.db.sites.hook('creating').unsubscribe(fail);
    expect(await worker.ctx.db.events.get(shops[0]!._id)).toBeDefined();
    expect(await siteNames()).not.toContain('示例新店');
    expect(await pull()).toEqual({ rows: 0, newEvents: 0 });
    expect(await siteNames()).toContain('示例新店');

    await writeLeaves(hub, WORK, [aLeaf(shops[1]!, 1, 'b')]);
    worker.ctx.db.sites.hook('creating', fail);
    await expect(pull()).rejects.toThrow('the disk is full');
    await worker.reopen();
    await vi.waitFor(async () => {
      expect(await siteNames()).toContain('示例又一店');
    });
    expect(await worker.ctx.db.dirty.count()).toBe(0);
  });

  it('follow one another over many pages; the next is read while the last is written', async () => {
    const shops = Array.from({ length: 1_100 }, (_, i) => aStrangersShop(`示例第${String(i)}店`));
    await writeLeaves(
      hub,
      WORK,
      shops.map((shop) => aLeaf(shop, 1, 'a')),
    );
    const askedAtWriting: number[] = [];
    const note = (): void => void askedAtWriting.push(theChanges().length);
    worker.ctx.db.feeds.hook('creating', note);
    worker.line.asked.length = 0;
    expect((await pull()).newEvents).toBeGreaterThanOrEqual(1_100);
    worker.ctx.db.feeds.hook('creating').unsubscribe(note);
    expect(askedAtWriting[0]).toBeGreaterThanOrEqual(3);
    expect(theChanges().filter((since) => since !== 'descending').length).toBeGreaterThanOrEqual(2);
    expect(new Set(await siteNames())).toEqual(
      new Set([
        ...(await siteNames()).filter((name) => !name.startsWith('示例第')),
        ...shops.map((shop) => shop.data.name),
      ]),
    );
    expect(await pull()).toEqual({ rows: 0, newEvents: 0 });
  });

  it('stay where the line was cut, and go on from there', async () => {
    const shops = Array.from({ length: 600 }, (_, i) => aStrangersShop(`示例第${String(i)}店`));
    await writeLeaves(
      hub,
      WORK,
      shops.map((shop) => aLeaf(shop, 1, 'a')),
    );
    let pages = 0;
    worker.line.lie(({ path }) => (path.includes('/_changes') && (pages += 1) > 1 ? 'cut' : 'pass'));
    await expect(pull()).rejects.toMatchObject({ problem: 'unreachable' });
    const { since } = (await worker.ctx.db.feeds.get(WORK))!;
    const before = await worker.ctx.db.events.count();
    expect(before).toBeGreaterThanOrEqual(490);
    worker.line.lie();
    worker.line.asked.length = 0;
    await pull();
    expect(theChanges()).toEqual([since]);
    expect(await siteNames()).toEqual(expect.arrayContaining(shops.map((shop) => shop.data.name)));
  });

  it('are forgotten with IndexedDB: everything comes again', async () => {
    await worker.sync();
    const names = (await siteNames()).sort();
    await worker.crashAndWipe();
    await worker.reopen();
    expect(await siteNames()).toEqual([]);
    await worker.unlock('chen.wei');
    await worker.sync();
    expect((await siteNames()).sort()).toEqual(names);
  });
});

describe('the winner is never believed', () => {
  const forge = (shop: EventEnvelope<'site.registered'>): object[] => {
    const change = { data: { ...shop.data, name: '伪造的店' } };
    return [aLeaf(shop, 1, 'f', change), aLeaf(shop, 2, 'e', change)];
  };

  it('forged leaves of both generations beside the true one are reported and change nothing', async () => {
    const shop = aStrangersShop('示例真店');
    await writeLeaves(hub, WORK, [aLeaf(shop, 1, '1'), ...forge(shop)]);
    await pull();
    expect(await siteNames()).toContain('示例真店');
    expect(await siteNames()).not.toContain('伪造的店');
    const leaf = (rev: string) => ({ id: `${shop._id}@${rev}`, reason: 'forged_leaf' });
    expect(await quarantine()).toEqual([leaf(`1-${'f'.repeat(32)}`), leaf(`2-${'e'.repeat(32)}`)]);
    expect(await problems()).toContainEqual({
      code: 'forgery',
      subject: `${shop._id}@2-${'e'.repeat(32)}`,
      detail: WORK,
    });
  });

  it('forged leaves that come later do not touch what is here', async () => {
    const shop = aStrangersShop('示例真店');
    await writeLeaves(hub, WORK, [aLeaf(shop, 1, '1')]);
    await pull();
    await writeLeaves(hub, WORK, forge(shop));
    await pull();
    expect(await siteNames()).toContain('示例真店');
    expect((await quarantine()).map(({ reason }) => reason)).toEqual(['forged_leaf', 'forged_leaf']);
  });

  it('a child written over the true revision does not hide it', async () => {
    const shop = aStrangersShop('示例真店');
    await writeLeaves(hub, WORK, [aLeaf(shop, 1, '1')]);
    const [trueRev, child] = ['1'.repeat(32), 'c'.repeat(32)];
    const change = { data: { ...shop.data, name: '伪造的店' }, _revisions: { start: 2, ids: [child, trueRev] } };
    await writeLeaves(hub, WORK, [aLeaf(shop, 2, 'c', change)]);
    await pull();
    expect(await siteNames()).toContain('示例真店');
    expect(await siteNames()).not.toContain('伪造的店');
    expect(await quarantine()).toEqual([{ id: `${shop._id}@2-${child}`, reason: 'forged_leaf' }]);
  });

  it('what no leaf can prove is not applied until the true one comes', async () => {
    const shop = aStrangersShop('示例真店');
    await writeLeaves(hub, WORK, forge(shop));
    await pull();
    expect((await quarantine()).map(({ reason }) => reason)).toEqual(['forged', 'forged']);
    expect(await worker.ctx.db.events.get(shop._id)).toBeUndefined();
    await writeLeaves(hub, WORK, [aLeaf(shop, 1, '1')]);
    await pull();
    expect(await siteNames()).toContain('示例真店');
  });

  it('a deleted event is reported; who has it keeps it', async () => {
    const shop = aStrangersShop('示例真店');
    await writeLeaves(hub, WORK, [aLeaf(shop, 1, '1')]);
    await pull();
    const [trueRev, gone] = ['1'.repeat(32), 'd'.repeat(32)];
    await writeLeaves(hub, WORK, [
      { _id: shop._id, _deleted: true, _rev: `2-${gone}`, _revisions: { start: 2, ids: [gone, trueRev] } },
    ]);
    await pull();
    expect(await quarantine()).toEqual([{ id: `${shop._id}@2-${gone}`, reason: 'deleted' }]);
    expect(await siteNames()).toContain('示例真店');
  });

  it('malformed and unknown documents are set aside and stop nothing', async () => {
    const shop = aStrangersShop('示例真店');
    const strange = { _id: 'mystery:1', kind: 'mystery' };
    const malformed = { _id: shop._id, kind: 'event', data: 7 };
    const badData = sealEvent('site.registered', aHeader(shop.stream), { name: '' } as never);
    const late = aStrangersShop('示例后来的店');
    await writeLeaves(
      hub,
      WORK,
      [strange, malformed, badData, late].map((doc, i) => aLeaf(doc, 1, String(i))),
    );
    await pull();
    expect((await quarantine()).map(({ reason }) => reason).sort()).toEqual(['bad_data', 'malformed', 'unknown_kind']);
    expect(await siteNames()).toContain('示例后来的店');
  });
});

describe('what a newer app wrote', () => {
  const newer = [
    ['type', 'case.teleported', 1],
    ['version', 'supervision.accepted', 2],
  ] as const;
  it.each(newer)('makes its stream read-only here (%s)', async (_what, type, v) => {
    const caseId = await openCase(worker, await registerShop(worker));
    await worker.sync();
    const header = aHeader(`case:${caseId}`, { v });
    await writeLeaves(hub, CASES, [aLeaf(sealEvent(type as 'supervision.accepted', header, {}), 1, 'a')]);
    await pull(CASES);
    expect(await worker.ctx.db.cases.get(caseId)).toMatchObject({ readOnly: true, stage: 'found' });
    expect((await quarantine()).map(({ reason }) => reason)).toEqual(['newer']);
    expect(await worker.send('notice.issue', aNotice(worker, caseId))).toMatchObject({
      ok: false,
      error: { code: 'read_only' },
    });
    expect(await worker.ctx.db.outbox.count()).toBe(0);
  });
});

describe('own events in the feed', () => {
  it('settle what waits: someone else carried them', async () => {
    await registerShop(worker);
    const [row] = await worker.ctx.db.outbox.toArray();
    const { event } = (await worker.ctx.db.events.get(row!.id))!;
    await writeLeaves(hub, WORK, [aLeaf(event, 1, 'a')]);
    await pull();
    expect(await worker.ctx.db.outbox.toArray()).toMatchObject([{ id: event._id, seen: true }]);
    await worker.do('session.lock', {});
    await worker.unlock('lin.fang'); // whoever is at the screen
    worker.line.asked.length = 0;
    await worker.sync();
    expect(worker.line.asked.filter(({ path }) => path.endsWith('/_bulk_docs'))).toEqual([]);
    expect(await worker.ctx.db.outbox.count()).toBe(0);
    expect(await journalKeys(worker, 'event')).toEqual([]);
  });
});

describe('two devices', () => {
  it('see the same case once both have synced, and what the brigade says of it', async () => {
    await worker.sync(); // the first block of numbers
    const caseId = await openCase(worker, await registerShop(worker, '示例两台设备店'));
    await worker.do('notice.issue', aNotice(worker, caseId));
    await worker.sync();
    const brigade = await aWorker({ hub, user: 'du.cha' });
    await brigade.sync();
    const row = await worker.ctx.db.cases.get(caseId);
    expect(row).toMatchObject({ stage: 'notice_issued', siteName: '示例两台设备店' });
    expect(await brigade.ctx.db.cases.get(caseId)).toEqual(row);
    expect(await siteNames(brigade)).toContain('示例两台设备店');
    await brigade.do('supervision.return', { caseId, reason: '照片不清（示例）' });
    await brigade.sync();
    await worker.sync();
    expect(await worker.ctx.db.cases.get(caseId)).toEqual(await brigade.ctx.db.cases.get(caseId));
    expect(await worker.ctx.db.cases.get(caseId)).toMatchObject({
      stage: 'notice_issued',
      supervision: expect.anything() as unknown,
    });
    await brigade.close();
  });
});
