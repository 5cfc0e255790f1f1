import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { SiteData } from '#shared/events/siteEvents.ts';
import { importedSiteId } from '#shared/site/batch.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { aHub, aShop, anInspection, openCase, registerShop } from './world.ts';

let hub: Hub;
let chen: TestWorker;
let lin: TestWorker;

beforeAll(async () => {
  hub = await aHub();
  chen = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  lin = await aWorker({ hub, user: 'lin.fang' });
});
afterAll(async () => {
  await Promise.all([chen.close(), lin.close()]);
  await hub.close();
});

const COVER = { ...aShop('示例井盖'), register: 'manhole' };

describe('a thing of a register', () => {
  it('begins in the first state, and is refused by the name of the field that its register does not want', async () => {
    const { siteId } = await chen.do('site.register', { ...COVER, fields: { kind: 'rain' } });
    expect(await chen.ctx.db.sites.get(siteId)).toMatchObject({ register: 'manhole', state: 'good', org: 'hsg' });
    const refused = async (site: SiteData): Promise<unknown> => {
      const answer = await chen.send('site.register', site);
      return answer.ok ? answer.value : [answer.error.code, answer.error.subject];
    };
    expect(await refused(COVER)).toEqual(['bad_site', '类别']);
    expect(await refused({ ...COVER, fields: { kind: 'rain', replacedOn: '2024-2-1' } })).toEqual([
      'bad_site',
      '更换日期',
    ]);
    expect(await refused({ ...COVER, register: 'tram' })).toEqual(['unknown_register', 'tram']);
    expect(await registerShop(chen).then((id) => chen.ctx.db.sites.get(id))).toMatchObject({
      register: 'shop',
      state: 'open',
    });
  });

  it('is changed at two places at the same time: different fields both hold', async () => {
    const { siteId } = await chen.do('site.register', { ...COVER, fields: { kind: 'rain', partId: '4202' } });
    await chen.sync();
    await lin.sync();
    await chen.do('site.change', { siteId, changes: { state: 'lost', fields: { partId: '' } }, reason: '巡查发现' });
    await lin.do('site.change', { siteId, changes: { address: '示例路 9 号', fields: { net: 'yes' } } });
    for (const worker of [chen, lin, chen]) await worker.sync();
    const expected = { state: 'lost', address: '示例路 9 号', fields: { kind: 'rain', net: 'yes' } };
    for (const worker of [chen, lin]) {
      const row = await worker.ctx.db.sites.get(siteId);
      expect(row).toMatchObject(expected);
      expect(row?.fields).not.toHaveProperty('partId');
    }
    expect(await chen.send('site.change', { siteId, changes: { fields: { depthM: '浅' } } })).toMatchObject({
      ok: false,
      error: { code: 'bad_site', subject: expect.any(String) as string },
    });
  });

  it('that was withdrawn is gone from the register, on every device', async () => {
    const siteId = await registerShop(chen, '示例登记两次的店');
    await chen.sync();
    await lin.sync();
    expect(await lin.ctx.db.sites.get(siteId)).toBeDefined();
    await chen.do('site.withdraw', { siteId, reason: '重复登记' });
    await chen.sync();
    await lin.sync();
    for (const worker of [chen, lin]) expect(await worker.ctx.db.sites.get(siteId)).toBeUndefined();
    expect(await chen.send('site.withdraw', { siteId, reason: '再撤' })).toMatchObject({
      error: { code: 'unknown_site' },
    });
  });

  it('of another organisation is looked at only', async () => {
    const zhou = await aWorker({ hub, user: 'he.jun' });
    const siteId = await registerShop(zhou, '示例别区的店');
    const row = await zhou.ctx.db.sites.get(siteId);
    if (row === undefined) throw new Error('it was just registered');
    await chen.ctx.db.sites.put(row);
    await zhou.close();
    for (const answer of [
      await chen.send('site.change', { siteId, changes: { name: '改名' } }),
      await chen.send('site.withdraw', { siteId, reason: '不是他的' }),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'other_org_site', subject: '示例别区的店' } });
    await chen.ctx.db.sites.delete(siteId);
  });
});

describe('an import', () => {
  const rows = (from: number, count: number): SiteData[] =>
    Array.from({ length: count }, (_, at) => aShop(`示例导入店${String(from + at)}`));

  it('registers each row once, also when a portion is sent again after a crash, and is taken back but for what was used', async () => {
    const { id: batch } = await chen.do('draft.newId', {});
    const inBatch = (): Promise<number> => chen.ctx.db.sites.where('batch').equals(batch).count();
    expect(await chen.do('site.import', { batch, from: 0, rows: rows(0, 500) })).toEqual({ registered: 500 });
    await chen.crash();
    await chen.reopen();
    await chen.unlock('chen.wei');
    expect(await chen.do('site.import', { batch, from: 0, rows: rows(0, 500) })).toEqual({ registered: 0 });
    expect(await chen.do('site.import', { batch, from: 500, rows: rows(500, 100) })).toEqual({ registered: 100 });
    expect(await inBatch()).toBe(600);

    const [changed, inspected, inCase] = [3, 30, 540].map((at) => importedSiteId(batch, at));
    if (changed === undefined || inspected === undefined || inCase === undefined) throw new Error('three ids');
    await chen.do('site.change', { siteId: changed, changes: { phone: '123' } });
    const { id: draft } = await chen.do('draft.newId', {});
    await chen.do('inspection.submit', { draft, content: anInspection(chen, inspected), photos: [] });
    await openCase(chen, inCase);

    let after: string | undefined;
    const kept: string[] = [];
    let withdrawn = 0;
    do {
      const portion = await chen.do('site.undoImport', { batch, ...(after !== undefined && { after }) });
      withdrawn += portion.withdrawn;
      kept.push(...portion.kept.map(({ siteId }) => siteId));
      after = portion.next;
    } while (after !== undefined);
    expect(withdrawn).toBe(597);
    expect(kept.sort()).toEqual([changed, inspected, inCase].sort());
    expect(await inBatch()).toBe(3);
  });

  it('writes nothing of a portion with a bad row', async () => {
    const { id: batch } = await chen.do('draft.newId', {});
    const bad = { ...aShop(), state: 'burned' };
    expect(await chen.send('site.import', { batch, from: 0, rows: [aShop(), bad] })).toMatchObject({ ok: false });
    expect(await chen.ctx.db.sites.where('batch').equals(batch).count()).toBe(0);
  });
});
