import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CommandInput } from '#renderer/data/protocol.ts';
import { aSelfCheck } from '#shared/testing/builders.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { importPhotos } from './photoWork.ts';
import { aHub, anInspection, aShop, matterOf, registerShop } from './world.ts';

let hub: Hub;
let officer: TestWorker;

beforeEach(async () => {
  hub = await aHub();
  officer = await aWorker({ hub, user: 'zhou.min', known: ['lin.fang'] });
  await officer.sync();
}, 60_000);
afterEach(async () => {
  await officer.close();
  await hub.close();
});

const CHECK: Omit<CommandInput<'site.importSelfChecks'>['rows'][number], 'siteId'> = (() => {
  const { photos: _photos, ...check } = aSelfCheck();
  return check;
})();

describe('own checks of an alliance', () => {
  it('are taken once, from a table as by hand, and are on another device after a sync', async () => {
    const siteId = await registerShop(officer);
    const other = await registerShop(officer, '示例乙店');
    const [photo = ''] = await importPhotos(officer, [30_000]);
    await officer.do('site.selfCheck', { siteId, ...CHECK, photos: [photo] });
    const twice = await officer.send('site.selfCheck', { siteId, ...CHECK, photos: [] });
    expect(twice).toMatchObject({ ok: false, error: { code: 'self_check_twice' } });
    const rows = [siteId, other].map((id) => ({ siteId: id, ...CHECK }));
    expect(await officer.do('site.importSelfChecks', { rows })).toEqual({ taken: 1, known: 1 });
    expect(await officer.do('site.importSelfChecks', { rows })).toEqual({ taken: 0, known: 2 });
    await officer.sync();
    const clerk = await aWorker({ hub, user: 'nei.qin' });
    await clerk.sync();
    const held = await clerk.ctx.db.selfChecks.bulkGet([siteId, other]);
    expect(held.map((row) => row?.checks.map(({ by, photos }) => [by, photos]))).toEqual([
      [['示例盟员', [photo]]],
      [['示例盟员', []]],
    ]);
    // No inspection came of it, and the shop is as it was registered.
    expect(await clerk.ctx.db.inspections.count()).toBe(0);
    expect(await clerk.ctx.db.sites.get(siteId)).toMatchObject(aShop());
    await clerk.close();
  }, 60_000);

  it('are refused of what is no shop, of a day to come, of another organisation’s shop, and by who may not enter them', async () => {
    const siteId = await registerShop(officer);
    const waterlogging = { ...aShop('示例积水点'), register: 'waterlogging' };
    const { siteId: point } = await officer.do('site.register', waterlogging);
    const refusal = async (worker: TestWorker, input: Partial<CommandInput<'site.selfCheck'>>): Promise<unknown> => {
      const answer = await worker.send('site.selfCheck', { siteId, ...CHECK, photos: [], ...input });
      return answer.ok ? 'ok' : answer.error.code;
    };
    expect(await refusal(officer, { siteId: point })).toBe('self_check_no_shop');
    expect(await refusal(officer, { checkedOn: '2099-01-01' })).toBe('self_check_in_future');
    await officer.sync();
    const assistant = await aWorker({ hub, user: 'wu.xie' });
    await assistant.sync();
    expect(await refusal(assistant, {})).toBe('role_forbidden');
    const brigade = await aWorker({ hub, user: 'du.cha' });
    await brigade.sync();
    expect(await refusal(brigade, {})).toBe('role_forbidden');
    await assistant.close();
    await brigade.close();
  }, 60_000);
});

describe('photos of how a thing stands', () => {
  it('go up like all others, are not taken twice, and stay when the thing is withdrawn', async () => {
    const siteId = await registerShop(officer);
    const photos = await importPhotos(officer, [30_000, 20_000]);
    await officer.do('site.addPhotos', { siteId, photos });
    const again = await officer.send('site.addPhotos', { siteId, photos: photos.slice(1) });
    expect(again).toMatchObject({ ok: false, error: { code: 'site_photo_twice' } });
    await officer.do('site.withdraw', { siteId, reason: '重复登记' });
    const gone = await officer.send('site.addPhotos', { siteId, photos });
    expect(gone).toMatchObject({ ok: false, error: { code: 'unknown_site' } });
    await officer.sync();
    const clerk = await aWorker({ hub, user: 'nei.qin' });
    await clerk.sync();
    expect(await clerk.ctx.db.sites.get(siteId)).toBeUndefined();
    const held = await clerk.ctx.db.photos.where('key').startsWith(`site:${siteId}#`).toArray();
    expect(held.map(({ sha256 }) => sha256).sort()).toEqual([...photos].sort());
    const loaded = await clerk.do('photo.load', { key: `photo:${photos[0] ?? ''}`, stream: `site:${siteId}` });
    expect(loaded.blob.size).toBe(30_000);
    await clerk.close();
  }, 60_000);
});

describe('an inspection begun for a report', () => {
  it('names it, and so does the case that comes of the inspection', async () => {
    const siteId = await registerShop(officer);
    const [photo = ''] = await importPhotos(officer, [30_000]);
    const { reportId } = await officer.do('report.receive', {
      data: {
        ...{ kind: 'report', source: 'grid', text: '门前堆物', place: { address: '示例路 1 号' } },
        happenedAt: new Date(Date.now() - 60_000).toISOString(),
      },
      photos: [photo],
    });
    const { id: draft } = await officer.do('draft.newId', {});
    const content = { ...anInspection(officer, siteId), report: reportId, campaigns: ['civilised-city'] };
    await officer.do('inspection.submit', { draft, content, photos: [] });
    const { caseId } = await officer.do('case.open', {
      ...{ siteId, inspection: draft, facts: '门前堆物（示例）', photos: [] },
      findings: [{ matter: matterOf(officer), description: '门前堆物（示例）', photos: [] }],
      second: officer.second('lin.fang'),
    });
    const { db } = officer.ctx;
    expect(await db.inspections.where('report').equals(reportId).primaryKeys()).toEqual([draft]);
    expect(await db.inspections.where('campaigns').equals('civilised-city').primaryKeys()).toEqual([draft]);
    expect(await db.cases.where('report').equals(reportId).primaryKeys()).toEqual([caseId]);

    // Whoever goes there sees the photo of the report on another device.
    await officer.sync();
    const other = await aWorker({ hub, user: 'wu.xie' });
    await other.sync();
    const loaded = await other.do('photo.load', { key: `photo:${photo}`, stream: `report:${reportId}` });
    expect(loaded.blob.size).toBe(30_000);
    await other.close();
  }, 60_000);
});
