import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { leaseIfLow } from '#renderer/data/numbers/lease.ts';
import { readRegister } from '#renderer/data/numbers/readRegister.ts';
import { NUMBERED_KINDS, seriesKey } from '#shared/documents/number.ts';
import type { Series } from '#shared/events/documentEvents.ts';
import { sealEvent } from '#shared/events/envelope.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import type { Fate, OnTheLine } from './line.ts';
import { aHeader, aLeaf, ask, writeLeaves } from './records.ts';
import { aHub, aNotice, CASES, openCase, registerShop } from './world.ts';

const SERIES: Series = { org: 'hsg', kind: 'D07', year: new Date().getFullYear() };

let hub: Hub;
let first: TestWorker;
let second: TestWorker;

beforeEach(async () => {
  hub = await aHub();
  first = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  second = await aWorker({ hub, user: 'zhou.min', known: ['lin.fang'] });
});
afterEach(async () => {
  await first.close();
  await second.close();
  await hub.close();
});

/** Issues a notice in a case of its own; answers its number. */
async function issue(worker: TestWorker): Promise<number> {
  const caseId = await openCase(worker, await registerShop(worker));
  await worker.do('notice.issue', aNotice(worker, caseId));
  const granted = await grantedIn(worker, caseId);
  return granted.n;
}

async function grantedIn(worker: TestWorker, caseId: string): Promise<{ n: number; document: string }> {
  const rows = await worker.ctx.db.events.where('id').startsWith(`case:${caseId}:`).toArray();
  const granted = rows.map(({ event }) => event).find((event) => event.type === 'number.granted');
  if (granted?.type !== 'number.granted') throw new Error('no number was granted');
  return granted.data;
}

/** Own blocks of the correction notice; every other kind has blocks of its own. */
async function blocks(worker: TestWorker): Promise<[number, string][]> {
  const leases = await worker.ctx.db.leases.where('series').equals(seriesKey(SERIES)).toArray();
  const own = leases.filter((lease) => lease.device === worker.ctx.runtime.device);
  return own.map(({ block, state }) => [block, state]);
}

function isLease({ method, path }: OnTheLine): boolean {
  return method === 'PUT' && path.startsWith('/numbers/lease');
}

/** Leases from here on meet this fate. */
function lieAboutLeases(worker: TestWorker, fate: Fate): void {
  worker.line.lie((request) => (isLease(request) ? fate : 'pass'));
}

describe('blocks', () => {
  it('of two devices differ', async () => {
    await first.sync();
    await second.sync();
    expect([await blocks(first), await blocks(second)]).toEqual([[[1, 'granted']], [[2, 'granted']]]);
    expect([await issue(first), await issue(second), await issue(first), await issue(second)]).toEqual([1, 51, 2, 52]);
  });

  it('are leased for every kind of document that takes a number', async () => {
    await first.sync();
    const series = (await first.ctx.db.leases.toArray()).map((lease) => lease.series);
    expect(series.sort()).toEqual(NUMBERED_KINDS.map((kind) => seriesKey({ ...SERIES, kind })).sort());
  });

  it('that another device was faster to lease are left to it: the next one is tried', async () => {
    await second.sync();
    const { ctx } = first; // has not seen that yet
    await leaseIfLow(ctx, ctx.remote!, ctx.session.authorization!, ctx.session.profile!);
    expect(await blocks(first)).toEqual([[2, 'granted']]);
    await first.sync();
    expect(await blocks(first)).toEqual([[2, 'granted']]);
    expect([await issue(first), await issue(second)]).toEqual([51, 1]);
  });

  it.each<[string, Fate]>([
    ['202', { change: (_status, text) => ({ status: 202, text }) }],
    ['a lost answer', 'lose'],
    ['a broken gateway', { status: 502, json: { error: 'bad_gateway' } }],
  ])('are burned by %s, for good', async (_what, fate) => {
    lieAboutLeases(first, fate);
    await first.sync().catch(() => undefined);
    await first.sync(); // a server that goes on like that does not eat one block after the other
    expect(await blocks(first)).toEqual([[1, 'burned']]);
    first.line.lie();
    await first.sync(); // the feed shows the lease with this device's name
    await first.crashAndWipe();
    await first.reopen();
    await first.unlock('chen.wei');
    await first.sync();
    expect(await blocks(first)).toEqual([
      [1, 'burned'],
      [2, 'granted'],
    ]);
    expect(await issue(first)).toBe(51);
  });

  it.each<[string, Fate]>([
    ['landed', 'lose'],
    ['never arrived', 'cut'],
  ])('that are burned are explained on every device, whether the request %s', async (_what, fate) => {
    lieAboutLeases(first, fate);
    await first.sync().catch(() => undefined);
    first.line.lie();
    await first.sync(); // says so, and leases once the pause is over
    await first.sync();
    await first.crash();
    await first.reopen();
    await first.unlock('chen.wei');
    await first.sync();
    await second.sync();
    const [line, next] = await readRegister(second.ctx.db, seriesKey(SERIES));
    expect(line).toEqual({ is: 'unspent', from: 1, to: 50, why: 'burned', device: first.ctx.runtime.device });
    expect(next).toMatchObject({ from: 51, why: 'free', device: first.ctx.runtime.device });
  });

  it('that one device burned and another one leased are the other one’s in its register, too', async () => {
    lieAboutLeases(first, 'cut');
    await first.sync().catch(() => undefined);
    await second.sync();
    first.line.lie();
    await first.sync();
    await first.sync();
    await second.sync();
    for (const { ctx } of [first, second])
      expect((await readRegister(ctx.db, seriesKey(SERIES)))[0]).toMatchObject({
        ...{ from: 1, to: 50, why: 'free', device: second.ctx.runtime.device },
      });
  });

  it('are not burned by a plain refusal', async () => {
    lieAboutLeases(first, { status: 403, json: { error: 'forbidden', reason: 'device_revoked: x' } });
    for (let round = 0; round < 3; round += 1) await first.sync();
    expect(await blocks(first)).toEqual([]);
    first.line.lie();
    await first.sync();
    expect(await blocks(first)).toEqual([[1, 'granted']]);
  });

  it('that two devices hold by two leaves are used by neither', async () => {
    await first.sync();
    const id = `lease:hsg:D07:${String(SERIES.year)}:1`;
    const { _rev, ...lease } = await ask(hub, 'GET', `/numbers/${encodeURIComponent(id)}`);
    await writeLeaves(hub, 'numbers', [aLeaf(lease, 1, 'f', { device: second.ctx.runtime.device })]);
    await first.sync();
    expect(await issue(first)).toBe(51);
    await second.sync();
    expect(await issue(second)).toBe(101);
  });

  it('that only the feed knows are not this device to use: the journal was lost with what they were used for', async () => {
    await first.sync();
    await first.ctx.port.call('journal.drop', {
      entries: [{ kind: 'note', key: `lease:hsg:D07:${String(SERIES.year)}:1` }],
    });
    await first.crashAndWipe();
    await first.reopen();
    await first.unlock('chen.wei');
    await first.sync();
    expect(await issue(first)).toBe(51);
  });
});

describe('numbers', () => {
  it('seen from anyone are skipped, and a new block is leased before the last is used up', async () => {
    await first.sync();
    await writeLeaves(
      hub,
      CASES,
      Array.from({ length: 45 }, (_, i) => aLeaf(aStrangersNumber(i + 1), 1, 'a')),
    );
    await first.sync();
    expect(await blocks(first)).toEqual([
      [1, 'granted'],
      [2, 'granted'],
    ]);
    first.line.down();
    const issued: number[] = [];
    for (let i = 0; i < 7; i += 1) issued.push(await issue(first));
    expect(issued).toEqual([46, 47, 48, 49, 50, 51, 52]);
  });

  it('never come twice after a crash that took IndexedDB along, used, voided or only refused', async () => {
    await first.sync();
    const caseId = await openCase(first, await registerShop(first));
    const { document } = await first.do('notice.issue', aNotice(first, caseId));
    await first.do('number.void', { caseId, document, reason: '打印模糊（示例）' });
    first.line.down();
    await first.crashAndWipe();
    await first.reopen();
    await first.unlock('chen.wei');
    expect(await first.ctx.db.numbers.toArray()).toMatchObject([{ n: 1, voided: true }]);
    first.line.up();
    await first.sync(); // who may sign with him is known again
    expect(await issue(first)).toBe(2);
    await first.sync();
    await second.sync();
    const seen = await second.ctx.db.numbers.toArray();
    expect(seen.map(({ n, voided }) => [n, voided])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('on two documents are named, and still are after a restart', async () => {
    await first.sync();
    expect(await issue(first)).toBe(1);
    await writeLeaves(hub, CASES, [aLeaf(aStrangersNumber(1), 1, 'a')]);
    await first.sync();
    const named = async (): Promise<unknown> => (await first.ctx.db.meta.get('problems'))?.value;
    const twice = { code: 'number_twice', subject: `${seriesKey(SERIES)}:1` };
    expect(await named()).toContainEqual(twice);
    await first.crash();
    await first.reopen();
    expect(await named()).toContainEqual(twice);
  });

  it('are written as the card of the organisation says', async () => {
    const card = await ask(hub, 'GET', '/bureau/org:hsg');
    const numberTemplates = [{ kind: 'D07', fromYear: SERIES.year, template: '{orgAbbr}责改〔{year}〕{no:3}号' }];
    await ask(hub, 'PUT', '/bureau/org:hsg', { ...card, numberTemplates });
    await first.sync();
    const caseId = await openCase(first, await registerShop(first));
    const { number } = await first.do('notice.issue', aNotice(first, caseId));
    expect(number).toBe(`黄港城管责改〔${String(SERIES.year)}〕001号`);
  });

  it('are refused before anything is written when none is left', async () => {
    const caseId = await openCase(first, await registerShop(first));
    const before = await first.ctx.db.events.count();
    expect(await first.send('notice.issue', aNotice(first, caseId))).toMatchObject({
      ok: false,
      error: { code: 'no_number' },
    });
    expect(await first.ctx.db.events.count()).toBe(before);
    expect(await first.ctx.db.blobs.count()).toBe(0);
  });

  it('whose notice could not be stored are used for the next one', async () => {
    await first.sync();
    const caseId = await openCase(first, await registerShop(first));
    const fail = (): void => {
      throw new Error('the disk is full');
    };
    first.ctx.db.numbers.hook('creating', fail);
    expect(await first.send('notice.issue', aNotice(first, caseId))).toMatchObject({ ok: false });
    first.ctx.db.numbers.hook('creating').unsubscribe(fail);
    expect((await first.do('notice.issue', aNotice(first, caseId))).number).toContain('1号');
    expect((await first.ctx.db.numbers.toArray()).map(({ n }) => n)).toEqual([1]);
  });
});

function aStrangersNumber(n: number): object {
  const document = '018f0000-0000-7000-8000-0000000d0c00';
  const stream = `case:018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
  const data = {
    series: SERIES,
    n,
    lease: `lease:hsg:D07:${String(SERIES.year)}:1`,
    number: `示例${String(n)}号`,
    document,
  };
  return sealEvent('number.granted', aHeader(stream), data);
}
