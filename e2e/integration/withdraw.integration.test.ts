import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { EventEnvelope } from '#shared/events/envelope.ts';
import { sha256Hex } from '#shared/kernel/hash.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import type { OnTheLine } from './line.ts';
import { aLeaf, ask, writeLeaves } from './records.ts';
import { aHub, aNotice, brokenLogs, CASES, journalKeys, openCase, ownEvents, registerShop, WORK } from './world.ts';

const REASON = '录错了商户，重新登记';

let hub: Hub;
let worker: TestWorker;
let caseId: string;
let siteId: string;

beforeEach(async () => {
  hub = await aHub();
  worker = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  await worker.sync(); // the first block of numbers
  siteId = await registerShop(worker);
  caseId = await openCase(worker, siteId);
  await worker.sync();
});
afterEach(async () => {
  await worker.close();
  await hub.close();
});

/** From now on the server refuses records of these types. */
function refuseTypes(...types: readonly string[]): void {
  worker.line.lie((request: OnTheLine) => {
    if (!request.path.endsWith('/_bulk_docs')) return 'pass';
    const { docs } = JSON.parse(request.body) as { docs: EventEnvelope[] };
    if (!docs.some((doc) => types.includes(doc.type))) return 'pass';
    const json = docs.map(({ _id: id, type }) =>
      types.includes(type)
        ? { id, error: 'forbidden', reason: `type: officer may not write ${type}` }
        : { id, error: 'internal_server_error', reason: 'try again' },
    );
    return { status: 201, json };
  });
}

async function refused(type: string): Promise<string> {
  const rows = await worker.ctx.db.outbox.where('state').equals('refused').toArray();
  return rows.find((row) => row.type === type)!.id;
}

async function stages(): Promise<unknown[]> {
  const cases = await worker.ctx.db.cases.toArray();
  return cases.map(({ stage, documents }) => [stage, documents.length]);
}

/** Issues a notice that the server refuses together with its number; answers the number. */
async function aRefusedNotice(): Promise<string> {
  const { number } = await worker.do('notice.issue', aNotice(worker, caseId));
  refuseTypes('document.issued', 'number.granted');
  await worker.sync();
  expect(await stages()).toEqual([['notice_issued', 1]]);
  return number;
}

describe('a withdrawn document', () => {
  it('counts nowhere any more, its number is void for ever, and the step can be done again', async () => {
    const number = await aRefusedNotice();
    const issued = await refused('document.issued');
    const answer = await worker.do('sync.withdraw', { item: issued, reason: REASON });
    expect(answer).toEqual({ withdrawn: [issued, expect.stringContaining(`case:${caseId}:`)], voided: [number] });
    expect(await stages()).toEqual([['found', 0]]);
    expect(await worker.ctx.db.withheld.toArray()).toMatchObject([{ reason: REASON }, { reason: REASON }]);
    expect(await worker.ctx.db.events.get(issued)).toBeDefined();
    worker.line.lie();
    await worker.sync();
    expect(await worker.ctx.db.outbox.toArray()).toEqual([]);
    const again = await worker.do('notice.issue', aNotice(worker, caseId));
    expect(again.number).not.toBe(number);
    expect(await stages()).toEqual([['notice_issued', 1]]);
  });

  it('is told to the brigade: it sees the reason, the void number and no gap without a word', async () => {
    const number = await aRefusedNotice();
    const id = await refused('number.granted');
    await worker.do('sync.withdraw', { item: id, reason: REASON });
    worker.line.lie();
    await worker.sync();
    const brigade = await aWorker({ hub, user: 'du.cha' });
    await brigade.sync();
    const withheld = await brigade.ctx.db.withheld.toArray();
    expect(withheld.map(({ named, by, reason }) => [named, by, reason])).toContainEqual([id, 'chen.wei', REASON]);
    const numbers = await brigade.ctx.db.numbers.toArray();
    expect(numbers.map(({ voided }) => voided)).toEqual([true]);
    const there = (await brigade.ctx.db.events.where('id').startsWith(`case:${caseId}:`).toArray()).map(
      ({ event }) => event,
    );
    const explained = there.flatMap((event) => (event.type === 'log.withheld' ? (event.data.places ?? []) : []));
    const places = [...there.map((event) => event.n), ...explained].sort((a, b) => a - b);
    expect(places).toEqual(Array.from({ length: Math.max(...places) }, (_, index) => index + 1));
    expect(await brigade.ctx.db.cases.get(caseId)).toMatchObject({ stage: 'found', documents: [] });
    expect(number).not.toBe('');
    // Even if the withdrawn record turns up there, by whatever way.
    const { event } = (await worker.ctx.db.events.get(await issuedId()))!;
    await writeLeaves(hub, CASES, [aLeaf(event, 1, 'a')]);
    await brigade.sync();
    expect(await brigade.ctx.db.events.get(event._id)).toBeDefined();
    expect(await brigade.ctx.db.cases.get(caseId)).toMatchObject({ stage: 'found', documents: [] });
    await brigade.close();
  });

  it('does not block the signed head of its log for ever', async () => {
    await aRefusedNotice();
    const before = await heads();
    await worker.do('sync.withdraw', { item: await refused('document.issued'), reason: REASON });
    worker.line.lie();
    await worker.sync();
    const after = await heads();
    expect(after.length).toBe(before.length + 1);
    const own = (await ownEvents(worker)).filter((event) => event.stream === `case:${caseId}`);
    expect(after.some((id) => id.includes(`:${String(own.at(-1)!.n)}:`))).toBe(true);
    expect(brokenLogs(await ownEvents(worker))).toEqual([]);
  });

  it('stays withdrawn over a restart, and when IndexedDB is gone', async () => {
    await aRefusedNotice();
    const issued = await refused('document.issued');
    await worker.do('sync.withdraw', { item: issued, reason: REASON });
    for (const restart of [() => worker.crash(), () => worker.crashAndWipe()]) {
      await restart();
      await worker.reopen();
      expect(await worker.ctx.db.events.get(issued)).toBeDefined();
      expect(await worker.ctx.db.outbox.get(issued)).toBeUndefined();
      expect(await journalKeys(worker, 'event')).not.toContain(issued);
      expect((await worker.ctx.db.withheld.toArray()).map(({ named }) => named)).toContain(issued);
    }
    worker.line.lie();
    await worker.unlock('chen.wei');
    await worker.sync();
    await worker.crashAndWipe();
    await worker.reopen();
    // Also before the server has told of it again.
    expect((await worker.ctx.db.withheld.toArray()).map(({ named }) => named)).toContain(issued);
    await worker.unlock('chen.wei');
    await worker.sync();
    expect(await worker.ctx.db.outbox.toArray()).toEqual([]);
    expect(await stages()).toEqual([['found', 0]]);
    expect(await worker.ctx.db.events.get(issued)).toBeDefined();
  });

  async function issuedId(): Promise<string> {
    const rows = await worker.ctx.db.events.where('id').startsWith(`case:${caseId}:`).toArray();
    return rows.find(({ event }) => event.type === 'document.issued')!.id;
  }

  async function heads(): Promise<string[]> {
    const all = await ask(hub, 'GET', `/${CASES}/_all_docs?include_docs=true&startkey="head:"&endkey="head;"`);
    return (all['rows'] as { id: string }[]).map(({ id }) => id);
  }
});

describe('a record that opened its stream', () => {
  it('takes the rest along, and nothing of it is shown any more', async () => {
    refuseTypes('case.found');
    const second = await openCase(worker, siteId);
    await worker.do('notice.issue', aNotice(worker, second));
    await worker.sync();
    const answer = await worker.do('sync.withdraw', { item: await refused('case.found'), reason: REASON });
    expect(answer.withdrawn).toHaveLength(3);
    expect(answer.voided).toHaveLength(1);
    expect(await worker.ctx.db.cases.get(second)).toBeUndefined();
    worker.line.lie();
    await worker.sync();
    expect(await worker.ctx.db.outbox.toArray()).toEqual([]);
  });
});

describe('nobody withdraws', () => {
  it('what waits, what somebody else wrote, and the word about a withdrawal itself', async () => {
    const [waiting] = [await registerShop(worker, '示例等待店')];
    const [row] = await worker.ctx.db.outbox.where('stream').equals(`site:${waiting}`).toArray();
    const tell = (item: string) => worker.send('sync.withdraw', { item, reason: REASON });
    expect(await tell(row!.id)).toMatchObject({ ok: false, error: { code: 'not_refused' } });
    refuseTypes('site.registered');
    await worker.sync();
    await worker.do('session.lock', {});
    await worker.unlock('lin.fang');
    expect(await tell(row!.id)).toMatchObject({ ok: false, error: { code: 'other_author', subject: 'chen.wei' } });
    await worker.unlock('chen.wei');
    await worker.do('sync.withdraw', { item: row!.id, reason: REASON });
    refuseTypes('log.withheld');
    await worker.sync();
    const word = await refused('log.withheld');
    expect(await tell(word)).toMatchObject({ ok: false, error: { code: 'cannot_withdraw' } });
    expect(await worker.send('sync.withdraw', { item: word, reason: '' })).toMatchObject({ ok: false });
  });

  it("somebody else's record by naming it: it still goes up", async () => {
    const shop = await registerShop(worker, '示例不受影响店');
    const [row] = await worker.ctx.db.outbox.where('stream').equals(`site:${shop}`).toArray();
    const other = await aWorker({ hub, user: 'zhou.min' });
    const { commitEvents } = await import('#renderer/data/store/commit.ts');
    await commitEvents(other.ctx, other.ctx.session.profile!, [
      { type: 'log.withheld', stream: `site:${shop}`, ownerOrg: 'hsg', data: { events: [row!.id], reason: '恶意' } },
    ]);
    await other.sync();
    await other.close();
    worker.line.lie((request) => (request.path.endsWith('/_bulk_docs') ? { status: 503, json: {} } : 'pass'));
    await worker.sync().catch(() => undefined);
    worker.line.lie();
    await worker.sync();
    expect(await ask(hub, 'GET', `/${WORK}/${encodeURIComponent(row!.id)}`)).toMatchObject({ _id: row!.id });
    expect(await worker.ctx.db.sites.get(shop)).toBeDefined();
  });
});

describe('a refused photo', () => {
  const BYTES = new TextEncoder().encode('jpeg');
  const SHA = sha256Hex(BYTES);
  const KEY = `photo:${SHA}`;

  /** A photo of an inspection that waits; whatever is done with it, its bytes stay here. */
  async function aWaitingPhoto(): Promise<string> {
    const stream = `inspection:${(await worker.do('draft.newId', {})).id}`;
    const blob = new Blob([BYTES]);
    const row = { db: CASES.replace('case', 'evidence'), stream, mime: 'image/jpeg', bytes: 4, by: 'chen.wei', blob };
    await worker.ctx.db.blobs.bulkPut([
      { ...row, key: KEY, state: 'waiting' },
      { ...row, key: `thumb:${SHA}`, state: 'waiting' },
    ]);
    return stream;
  }

  async function states(): Promise<unknown[]> {
    return (await worker.ctx.db.blobs.bulkGet([KEY, `thumb:${SHA}`])).map((row) => [row?.state, row?.rule]);
  }

  it('is kept with its rule, sent again when asked, and kept back with a reason that readers see', async () => {
    const stream = await aWaitingPhoto();
    const tooLarge = { status: 413, page: '<h1>413</h1>' };
    worker.line.lie(({ method, path }) => (method === 'PUT' && /photo|thumb/.test(path) ? tooLarge : 'pass'));
    await worker.sync();
    expect(await states()).toEqual([
      ['refused', 'too_large'],
      ['refused', 'too_large'],
    ]);
    await worker.do('sync.retry', { item: KEY });
    await worker.sync();
    expect((await states())[0]).toEqual(['refused', 'too_large']);
    await worker.do('sync.withdraw', { item: KEY, reason: REASON });
    expect((await worker.ctx.db.blobs.get(KEY))?.reason).toBe(REASON);
    worker.line.lie();
    await worker.sync();
    expect((await states()).map((one) => (one as string[])[0])).toEqual(['withdrawn', 'withdrawn']);
    const [told] = await worker.ctx.db.withheld.where('id').startsWith(`${KEY}@`).toArray();
    expect(told).toMatchObject({ stream, by: 'chen.wei', reason: REASON });
    expect(await worker.ctx.db.outbox.toArray()).toEqual([]);
  });
});
