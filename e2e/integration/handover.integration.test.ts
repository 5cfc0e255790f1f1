import { createHash } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CaseRow } from '#renderer/data/tables.ts';
import { sealEvent } from '#shared/events/envelope.ts';

import type { Hub } from '../../scripts/hub/start.ts';
import { HandoverCarrier } from '../../scripts/server-handover/carrier.ts';
import { ServerClient } from '../../scripts/server-setup/client.ts';
import { DEMO_PASSWORD } from '../../scripts/server-setup/demoPeople.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { importPhotos } from './photoWork.ts';
import { aHeader, aLeaf, ask, writeLeaves } from './records.ts';
import { aHub, aNotice, CASES, matterOf, registerShop } from './world.ts';

const RECEIVER = 'xss';
const THERE = CASES.replace('hsg', RECEIVER);
const REASON = '属西塞山区管辖（示例）';

let hub: Hub;
/** An officer and the squad leader of the giver, an officer of the receiver, the brigade. */
let chen: TestWorker;
let zhou: TestWorker;
let he: TestWorker;
let brigade: TestWorker;
let carrier: HandoverCarrier;

beforeEach(async () => {
  hub = await aHub();
  chen = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  zhou = await aWorker({ hub, user: 'zhou.min' });
  he = await aWorker({ hub, user: 'he.jun', known: ['tang.li'] });
  brigade = await aWorker({ hub, user: 'du.cha' });
  carrier = aCarrier();
  await chen.sync();
});
afterEach(async () => {
  for (const worker of [chen, zhou, he, brigade]) await worker.close();
  await hub.close();
});

function aCarrier(): HandoverCarrier {
  return new HandoverCarrier(new ServerClient(hub.url.replace('//', `//carrier:${DEMO_PASSWORD}@`)));
}

async function syncAll(): Promise<void> {
  for (const worker of [chen, zhou, he, brigade]) await worker.sync();
}

/** A case with a photo, as an officer opens it. */
async function aCaseWithPhoto(): Promise<{ readonly caseId: string; readonly photo: string }> {
  const siteId = await registerShop(chen);
  const [photo = ''] = await importPhotos(chen, [30_000]);
  const finding = { matter: matterOf(chen), description: '门前堆放物料（示例）', photos: [photo] };
  const { caseId } = await chen.do('case.open', {
    siteId,
    findings: [finding],
    facts: '门前堆放物料（示例）',
    photos: [{ sha256: photo, purpose: 'scene' }],
    second: chen.second('lin.fang'),
  });
  return { caseId, photo };
}

async function rowOn(worker: TestWorker, caseId: string): Promise<Omit<CaseRow, 'db'> | undefined> {
  const { db: _, ...row } = (await worker.ctx.db.cases.get(caseId)) ?? { db: '' };
  return 'id' in row ? row : undefined;
}

async function docsOf(db: string, caseId: string): Promise<Record<string, unknown>[]> {
  const range = `startkey="case:${caseId}"&endkey="case:${caseId};"`;
  const { rows } = (await ask(hub, 'GET', `/${db}/_all_docs?include_docs=true&${range}`)) as {
    rows: { doc: Record<string, unknown> }[];
  };
  return rows.map(({ doc: { _rev, ...doc } }) => doc);
}

async function bytesOn(worker: TestWorker, key: string, caseId: string): Promise<string> {
  const { blob } = await worker.do('photo.load', { key, stream: `case:${caseId}` });
  return createHash('sha256')
    .update(new Uint8Array(await blob.arrayBuffer()))
    .digest('hex');
}

describe('a case that is handed over', () => {
  it('is the receiver’s as a whole: records, photos and documents, verbatim', async () => {
    const { caseId, photo } = await aCaseWithPhoto();
    const { pdfSha256 } = await chen.do('notice.issue', aNotice(chen, caseId));
    await chen.sync();
    await zhou.sync();
    await zhou.do('case.handOver', { caseId, to: RECEIVER, reason: REASON });
    await zhou.sync();
    expect(await carrier.run(Date.now())).toMatchObject({ files: 3, waiting: [], problems: [] });
    await syncAll();

    expect(await docsOf(THERE, caseId)).toEqual(await docsOf(CASES, caseId));
    const row = await rowOn(he, caseId);
    expect(row).toMatchObject({ org: RECEIVER, stage: 'notice_issued', handovers: [{ from: 'hsg', reason: REASON }] });
    for (const worker of [chen, zhou, brigade]) expect(await rowOn(worker, caseId)).toEqual(row);
    expect(await bytesOn(he, `photo:${photo}`, caseId)).toBe(photo);
    expect(await bytesOn(he, `doc:${pdfSha256}`, caseId)).toBe(pdfSha256);
    expect(await bytesOn(zhou, `photo:${photo}`, caseId)).toBe(photo);
    expect(await bytesOn(brigade, `photo:${photo}`, caseId)).toBe(photo);
  });

  it('goes on at the receiver with the old number, and is only looked at by the giver', async () => {
    const { caseId } = await aCaseWithPhoto();
    const { document, number } = await chen.do('notice.issue', aNotice(chen, caseId));
    await chen.sync();
    await zhou.sync();
    await zhou.do('case.handOver', { caseId, to: RECEIVER, reason: REASON });
    await zhou.sync();
    await carrier.run(Date.now());
    await syncAll();
    const service = {
      ...{ caseId, document, mode: 'direct' as const, receiver: '示例经营者', relation: '经营者本人', photos: [] },
      place: '示例路 1 号',
    };
    const refused = await chen.send('notice.serve', { ...service, second: chen.second('lin.fang') });
    expect(refused).toMatchObject({ ok: false, error: { code: 'handed_over', article: '行政处罚法 §25' } });
    await he.do('notice.serve', { ...service, second: he.second('tang.li') });
    await he.sync();
    expect(await he.ctx.db.outbox.count()).toBe(0);
    expect(await carrier.run(Date.now())).toEqual({ records: 0, files: 0, waiting: [], problems: [] });
    await syncAll();
    const row = await rowOn(he, caseId);
    expect(row).toMatchObject({ stage: 'notice_served', documents: [{ number }] });
    expect(await rowOn(brigade, caseId)).toEqual(row);
    expect(await rowOn(zhou, caseId)).toMatchObject({ org: RECEIVER, stage: 'notice_issued' });
  });

  it('takes in what the giver did offline: facts are flagged, decisions void, everywhere alike', async () => {
    const open = await aCaseWithPhoto();
    const noticed = await aCaseWithPhoto();
    const { document } = await chen.do('notice.issue', aNotice(chen, noticed.caseId));
    await chen.sync();
    await zhou.sync();
    for (const { caseId } of [open, noticed]) await zhou.do('case.handOver', { caseId, to: RECEIVER, reason: REASON });
    await zhou.sync();
    await carrier.run(Date.now());
    await he.sync();

    // Chen has not heard of it.
    await chen.do('notice.issue', aNotice(chen, open.caseId));
    const service = { mode: 'direct' as const, receiver: '示例经营者', relation: '经营者本人', photos: [] };
    await chen.do('notice.serve', {
      ...{ ...service, caseId: noticed.caseId, document, place: '示例路 1 号', second: chen.second('lin.fang') },
    });
    await chen.sync();
    expect(await chen.ctx.db.outbox.count()).toBe(0);
    const again = await aCarrier().run(Date.now());
    expect(again).toMatchObject({ records: 3, files: 1, waiting: [], problems: [] });
    await syncAll();
    await syncAll();

    const [opened, served] = [await rowOn(he, open.caseId), await rowOn(he, noticed.caseId)];
    const away = { reason: 'handed_over', article: '行政处罚法 §25' };
    expect(opened).toMatchObject({ org: RECEIVER, stage: 'found', documents: [] });
    expect(opened?.timeline.at(-1)).toMatchObject({ type: 'document.issued', verdict: { is: 'void', ...away } });
    expect(served).toMatchObject({ org: RECEIVER, stage: 'notice_served' });
    expect(served?.timeline.at(-1)).toMatchObject({ type: 'document.served', verdict: { is: 'flagged', ...away } });
    for (const worker of [chen, zhou, brigade]) {
      expect(await rowOn(worker, open.caseId)).toEqual(opened);
      expect(await rowOn(worker, noticed.caseId)).toEqual(served);
    }
  });
});

describe('a claimed hand-over', () => {
  it('by someone without the power is not carried', async () => {
    const { caseId } = await aCaseWithPhoto();
    await chen.sync();
    const header = aHeader(`case:${caseId}`, { by: 'chen.wei', role: 'hsg/officer', rules: 2 });
    const claim = sealEvent('case.handedOver', header, { to: RECEIVER, reason: '示例' });
    await writeLeaves(hub, CASES, [aLeaf(claim, 1, 'a')]);
    expect(await carrier.run(Date.now())).toMatchObject({ records: 0, files: 0 });
    expect(carrier.cases).toBe(1);
    expect(await docsOf(THERE, caseId)).toEqual([]);
  });

  it('cannot be made by an officer, nor to nobody', async () => {
    const { caseId } = await aCaseWithPhoto();
    const byOfficer = await chen.send('case.handOver', { caseId, to: RECEIVER, reason: REASON });
    expect(byOfficer).toMatchObject({ ok: false, error: { code: 'role_forbidden' } });
    await chen.sync();
    await zhou.sync();
    const toNobody = await zhou.send('case.handOver', { caseId, to: 'nobody', reason: REASON });
    expect(toNobody).toMatchObject({ ok: false, error: { code: 'receiver_unknown' } });
    const toItself = await zhou.send('case.handOver', { caseId, to: 'hsg', reason: REASON });
    expect(toItself).toMatchObject({ ok: false, error: { code: 'same_org' } });
  });
});
