import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { pullDatabase } from '#renderer/data/feed/pull.ts';
import { gapsOf } from '#renderer/data/feed/seenLogs.ts';
import type { PullProgress } from '#renderer/data/status.ts';
import type { EventRow } from '#renderer/data/tables.ts';
import { sealEvent } from '#shared/events/envelope.ts';
import { nextStamp } from '#shared/kernel/hlc.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aHeader, aLeaf, aStrangersShop, writeLeaves } from './records.ts';
import { aHub, CASES, WORK } from './world.ts';

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

function pull(db = WORK): Promise<unknown> {
  const { ctx } = worker;
  return pullDatabase(ctx, ctx.remote!, ctx.session.authorization!, db);
}

function leaves(docs: readonly object[]): Promise<void> {
  return writeLeaves(
    hub,
    WORK,
    docs.map((doc) => aLeaf(doc, 1, 'a')),
  );
}

describe('a first pull that takes long', () => {
  it('shows the newest first, without moving the checkpoint, and says how far it is', async () => {
    const shops = Array.from({ length: 1_200 }, (_, i) => aStrangersShop(`示例第${String(i)}店`));
    await leaves(shops);
    const shownBefore: string[] = [];
    const told: PullProgress[] = [];
    const { sites, meta, feeds } = worker.ctx.db;
    let isStored = false;
    feeds.hook('creating', () => {
      isStored = true;
    });
    sites.hook('creating', (_key, row) => {
      if (!isStored) shownBefore.push(row.name);
    });
    meta.hook('creating', (_key, row) => {
      if (row.key === 'pull') told.push(row.value as PullProgress);
    });
    await pull();
    expect(shownBefore).toContain('示例第1199店');
    expect(shownBefore).not.toContain('示例第10店');
    expect(told[0]).toMatchObject({ db: WORK, isFirst: true, done: 500 });
    expect(told[0]!.total).toBeGreaterThanOrEqual(1_200);
    expect(await meta.get('pull')).toBeUndefined();
    expect(new Set((await sites.toArray()).map(({ name }) => name))).toEqual(
      new Set([...shops.map(({ data }) => data.name), ...(await othersThan('示例第'))]),
    );
    expect(await worker.ctx.db.dirty.count()).toBe(0);
  });
});

describe('what the feed brings', () => {
  it('is folded without reading it back, unless the stream had events here before', async () => {
    const [shop, known] = [aStrangersShop('示例新店'), aStrangersShop('示例旧店')];
    await leaves([known]);
    await pull();
    const amended = sealEvent('site.changed', aHeader(known.stream, { at: nextStamp(known.at, Date.now()), n: 2 }), {
      changes: { name: '示例改名的店' },
    });
    await leaves([shop, amended]);
    const { db } = worker.ctx;
    const read: string[] = [];
    const note = (row: EventRow): EventRow => {
      read.push(row.id);
      return row;
    };
    db.events.hook('reading', note);
    await pull();
    db.events.hook('reading').unsubscribe(note);
    expect(new Set(read)).toEqual(new Set([known._id, amended._id]));
    const names = (await db.sites.toArray()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['示例新店', '示例改名的店']));
    expect(names).not.toContain('示例旧店');
  });

  it('is folded from the store after a page could not be written', async () => {
    const shops = [aStrangersShop('示例新店'), aStrangersShop('示例又一店')];
    await leaves(shops);
    const { db } = worker.ctx;
    const fail = (): never => {
      throw new Error('the disk is full');
    };
    db.feeds.hook('creating', fail);
    await expect(pull()).rejects.toThrow('the disk is full');
    db.feeds.hook('creating').unsubscribe(fail);
    await db.dirty.add({ streams: [shops[0]!.stream] });
    await worker.ctx.projector.drain(); // the reader still holds what is not in the store
    expect(await othersThan('示例又')).not.toContain('示例新店');
    await pull();
    expect(await othersThan('nothing')).toEqual(expect.arrayContaining(['示例新店', '示例又一店']));
  });
});

async function othersThan(prefix: string): Promise<string[]> {
  return (await worker.ctx.db.sites.toArray()).map(({ name }) => name).filter((name) => !name.startsWith(prefix));
}

describe('logs in the feed', () => {
  it('tell what is missing, and no more once it has come', async () => {
    const log = '0123456789abcdef';
    const entry = (n: number): object => {
      const shop = aStrangersShop(`示例第${String(n)}店`);
      return sealEvent('site.registered', aHeader(shop.stream, { log, n }), shop.data);
    };
    await leaves([entry(1), entry(2), entry(5)]);
    await pull();
    expect(await gapsOf(worker.ctx.db, WORK)).toEqual([{ log, from: 3, to: 4 }]);
    await leaves([entry(4), entry(3)]);
    await pull();
    expect(await gapsOf(worker.ctx.db, WORK)).toEqual([]);
    expect(await worker.ctx.db.seenLogs.get(`${WORK}|${log}`)).toMatchObject({ n: 5 });
  });
});

describe('numbers', () => {
  const year = new Date().getFullYear();
  const stream = 'case:018f0000-0000-7000-8000-000000000007';
  const data = {
    series: { org: 'hsg', kind: 'D07' as const, year },
    n: 7,
    lease: `lease:hsg:D07:${String(year)}:1`,
    number: '示例7号',
    document: '018f0000-0000-7000-8000-0000000d0c00',
  };

  it('of the feed are those of the latest event, in whatever order they come', async () => {
    const granted = sealEvent('number.granted', aHeader(stream), data);
    const header = aHeader(stream, { at: nextStamp(granted.at, Date.now()), n: 2 });
    const voided = sealEvent('number.voided', header, { ...data, reason: '打印错误' });
    // One page, the later one first.
    for (const event of [voided, granted]) await writeLeaves(hub, CASES, [aLeaf(event, 1, 'a')]);
    await pull(CASES);
    expect(await worker.ctx.db.numbers.toArray()).toMatchObject([{ n: 7, event: voided._id, voided: true }]);
  });

  it('of the feed are seen before any projection', async () => {
    const event = sealEvent('number.granted', aHeader(stream), data);
    await writeLeaves(hub, CASES, [aLeaf(event, 1, 'a')]);
    const fail = (): never => {
      throw new Error('no projection yet');
    };
    worker.ctx.db.dirty.hook('deleting', fail);
    await expect(pull(CASES)).rejects.toThrow();
    worker.ctx.db.dirty.hook('deleting').unsubscribe(fail);
    expect(await worker.ctx.db.numbers.toArray()).toMatchObject([{ n: 7, event: event._id }]);
  });
});

describe('an update of the app', () => {
  it('parses the quarantine again and folds every stream once more', async () => {
    const shop = aStrangersShop('示例新店');
    await leaves([shop]);
    await pull();
    const late = aStrangersShop('示例隔离的店');
    const { db } = worker.ctx;
    const row = { db: WORK, reason: 'bad_data', seenAt: new Date().toISOString() };
    await db.quarantine.put({ ...row, id: `${late._id}@1-a`, doc: { ...late, _rev: '1-a' } });
    const forged = { ...late, _rev: '1-b', data: { ...late.data, name: '伪造的店' } };
    await db.quarantine.put({ ...row, reason: 'forged', id: `${late._id}@1-b`, doc: forged });
    await db.sites.clear();
    await db.meta.bulkPut([
      { key: 'parsedBy', value: 'an older version' },
      { key: 'projectionsVersion', value: 0 },
    ]);
    await worker.reopen();
    await worker.ctx.projector.drain();
    const names = (await worker.ctx.db.sites.toArray()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['示例新店', '示例隔离的店']));
    expect((await worker.ctx.db.quarantine.toArray()).map(({ id }) => id)).toEqual([`${late._id}@1-b`]);
  });

  it('folds the stream of an event that was here already, unread', async () => {
    const late = aStrangersShop('示例新版的店');
    const { db } = worker.ctx;
    await db.events.put({ id: late._id, db: WORK, event: late });
    const row = { id: `${late._id}@1-a`, db: WORK, reason: 'newer', doc: { ...late, _rev: '1-a' } };
    await db.quarantine.put({ ...row, seenAt: new Date().toISOString() });
    await db.meta.put({ key: 'parsedBy', value: 'an older version' });
    await worker.reopen();
    await worker.ctx.projector.drain();
    expect((await worker.ctx.db.sites.toArray()).map(({ name }) => name)).toContain('示例新版的店');
    expect(await worker.ctx.db.dirty.count()).toBe(0);
  });
});
