import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readZip } from '#shared/documents/dossier/zip.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { RestorableHub } from './restorable.ts';
import { openCase, registerShop } from './world.ts';

const FROM = '2000-01-01';
let hub: RestorableHub;
let officer: TestWorker;
let clerk: TestWorker;
let caseId: string;

beforeEach(async () => {
  hub = await RestorableHub.start();
  officer = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  caseId = await openCase(officer, await registerShop(officer));
  await officer.sync();
  clerk = await aWorker({ hub, user: 'nei.qin' });
  await clerk.sync();
});
afterEach(async () => {
  await officer.close();
  await clerk.close();
  await hub.close();
});

async function offered(worker: TestWorker = clerk): Promise<readonly string[]> {
  const { records } = await worker.do('exchange.offer', { platform: 'city', from: FROM });
  return records.map(({ record, why }) => `${record} ${why}`);
}

async function send(): Promise<{ readonly id: string; readonly taskNo: string }> {
  const made = await clerk.do('exchange.pack', { platform: 'city', records: [`case:${caseId}`] });
  await clerk.do('exchange.sent', { package: made.package });
  const row = await clerk.ctx.db.exchanges.get(made.package);
  return { id: made.package, taskNo: row?.items[0]?.taskNo ?? '' };
}

describe('a package for a platform', () => {
  it('is the very file that its event names, and counts once it was saved', async () => {
    const made = await clerk.do('exchange.pack', { platform: 'city', records: [`case:${caseId}`] });
    expect(await offered()).toEqual([`case:${caseId} pending`]);
    await clerk.do('exchange.sent', { package: made.package });
    const bytes = new Uint8Array(await made.zip.arrayBuffer());
    expect(readZip(bytes).altered).toBeUndefined();
    const row = await clerk.ctx.db.exchanges.get(made.package);
    expect(row).toMatchObject({ sha256: sha256Hex(bytes), bytes: bytes.length, by: 'nei.qin' });
    expect(await offered()).toEqual([]);
    expect((await clerk.do('exchange.offer', { platform: 'lifeline', from: FROM })).records).toEqual([]);
    // Said twice, as after an answer that was lost, it is one package.
    await clerk.do('exchange.sent', { package: made.package });
    expect(await clerk.ctx.db.exchanges.count()).toBe(1);
  });

  it('is offered again when it was sent back, also on another device of the desk and after a loss of the store', async () => {
    const { id, taskNo } = await send();
    await clerk.do('exchange.answer', {
      file: '回执.csv',
      answers: [{ package: id, answer: { taskNo, result: 'returned', reason: '位置不清' } }],
    });
    expect(await offered()).toEqual([`case:${caseId} returned`]);
    await clerk.sync();
    const other = await aWorker({ hub, user: 'nei.qin' });
    await other.sync();
    expect(await offered(other)).toEqual([`case:${caseId} returned`]);
    await other.close();
    await clerk.crashAndWipe();
    await clerk.reopen();
    expect((await clerk.ctx.db.exchanges.get(id))?.items[0]?.answer).toMatchObject({ reason: '位置不清' });
  });

  it('is refused to others, when it was forgotten, and when its records are not there', async () => {
    const records = [`case:${caseId}`];
    expect(await officer.send('exchange.pack', { platform: 'city', records })).toMatchObject({
      error: { code: 'role_forbidden' },
    });
    const made = await clerk.do('exchange.pack', { platform: 'city', records });
    await clerk.do('exchange.pack', { platform: 'city', records });
    expect(await clerk.send('exchange.sent', { package: made.package })).toMatchObject({
      error: { code: 'exchange_forgotten' },
    });
    const strange = [`case:${made.package}`];
    expect(await clerk.send('exchange.pack', { platform: 'city', records: strange })).toMatchObject({
      error: { code: 'exchange_gone' },
    });
  });

  it('takes no receipt of a task that it did not hold, and none of it', async () => {
    const { id, taskNo } = await send();
    const answers = [
      { package: id, answer: { taskNo, result: 'received' as const } },
      { package: id, answer: { taskNo: `XZ${'0'.repeat(32)}`, result: 'received' as const } },
    ];
    expect(await clerk.send('exchange.answer', { file: 'x', answers })).toMatchObject({
      error: { code: 'exchange_unknown' },
    });
    expect((await clerk.ctx.db.exchanges.get(id))?.items[0]?.answer).toBeUndefined();
  });
});
