import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { showSyncStatus } from '#renderer/data/sync/status.ts';
import type { OutboxRow } from '#renderer/data/tables.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import type { OnTheLine } from './line.ts';
import { aLeaf, ask, writeLeaves } from './records.ts';
import { aHub, CASES, journalKeys, openCase, registerShop, WORK } from './world.ts';

let hub: Hub;
let worker: TestWorker;

beforeAll(async () => {
  hub = await aHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  worker = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
});
afterEach(() => worker.close());

const isBulk = ({ path }: OnTheLine): boolean => path.endsWith('/_bulk_docs');

function rows(): Promise<OutboxRow[]> {
  return worker.ctx.db.outbox.toArray();
}

/** A shop's event that waits. */
async function waitingEvent(): Promise<EventEnvelope> {
  const siteId = await registerShop(worker);
  const [row] = await worker.ctx.db.outbox.where('stream').equals(`site:${siteId}`).toArray();
  return (await worker.ctx.db.events.get(row!.id))!.event;
}

/** What still waits, in the three places that keep it. */
async function left(): Promise<unknown> {
  const outbox = (await rows()).map(({ id, state }) => ({ id, state }));
  const ids = outbox.map(({ id }) => id);
  return { outbox, journal: await journalKeys(worker, 'event'), pouch: (await worker.ctx.outbox.read(ids)).length };
}

/** What `left` says while these wait. */
function waiting(...events: readonly EventEnvelope[]): unknown {
  const ids = events.map((event) => event._id);
  return { outbox: ids.map((id) => ({ id, state: 'waiting' })), journal: ids, pouch: ids.length };
}

const NOTHING = waiting();

describe('what the server verifiably has', () => {
  it('is settled: outbox and journal forget it', async () => {
    const event = await waitingEvent();
    expect(await left()).toEqual(waiting(event));
    await worker.sync();
    expect(await left()).toEqual(NOTHING);
    expect(await ask(hub, 'GET', `/${WORK}/${encodeURIComponent(event._id)}`)).toMatchObject({ hash: event.hash });
  });

  it('is settled when the answer was lost and the next one is 409', async () => {
    const event = await waitingEvent();
    worker.line.lie((request) => (isBulk(request) ? 'lose' : 'pass'));
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'unreachable' });
    expect(await left()).toEqual(waiting(event));
    worker.line.lie();
    await worker.sync();
    expect(await left()).toEqual(NOTHING);
  });

  it('is settled in batches over several databases', async () => {
    const siteId = await registerShop(worker);
    for (let i = 0; i < 120; i += 1) await registerShop(worker, `示例店 ${String(i)}`);
    await openCase(worker, siteId);
    worker.line.asked.length = 0;
    await worker.sync();
    expect(await left()).toEqual(NOTHING);
    expect(worker.line.asked.filter(isBulk).map(({ path }) => path.split('/')[1])).toEqual([CASES, WORK, WORK]);
  });
});

describe('nothing is settled', () => {
  it('while a cluster answers 202, also not by the feed', async () => {
    const event = await waitingEvent();
    worker.line.lie((request) => {
      if (isBulk(request)) return { change: (_status, text) => ({ status: 202, text }) };
      const isInfo = request.method === 'GET' && request.path === `/${WORK}`;
      if (isInfo) return { status: 200, json: { cluster: { n: 3 } } };
      return request.path.includes('/_local/') ? { status: 202, json: { ok: true } } : 'pass';
    });
    await worker.sync();
    await worker.sync();
    expect(await left()).toEqual(waiting(event));
    worker.line.lie();
    await worker.sync();
    expect(await left()).toEqual(NOTHING);
  });

  it('when the server says yes and loses the document', async () => {
    const event = await waitingEvent();
    const yes = [{ ok: true, id: event._id, rev: '1-00000000000000000000000000000000' }];
    worker.line.lie((request) => (isBulk(request) ? { status: 201, json: yes } : 'pass'));
    await worker.sync();
    expect(await left()).toEqual(waiting(event));
    worker.line.lie();
    await worker.sync();
    expect(await left()).toEqual(NOTHING);
  });

  it('when another body comes back', async () => {
    const event = await waitingEvent();
    const change = (status: number, text: string) => ({ status, text: text.replaceAll('示例集成店', '别的店') });
    worker.line.lie(({ path }) =>
      path.includes('_all_docs') || path.includes('_changes') || path.includes('open_revs') ? { change } : 'pass',
    );
    await worker.sync();
    expect(await left()).toEqual(waiting(event));
  });

  it('by a forged winner, but by the true leaf beside it', async () => {
    const event = await waitingEvent();
    const forged = { data: { ...event.data, name: '伪造的店' } };
    await writeLeaves(hub, WORK, [aLeaf(event, 1, 'f', forged), aLeaf(event, 2, 'e', forged)]);
    await worker.sync();
    expect(await left()).toEqual(waiting(event));
    expect(await worker.ctx.db.events.get(event._id)).toMatchObject({ event: { data: event.data } });
    await writeLeaves(hub, WORK, [aLeaf(event, 1, '0')]);
    const winner = await ask(hub, 'GET', `/${WORK}/${encodeURIComponent(event._id)}`);
    expect(winner).toMatchObject(forged);
    await worker.sync();
    expect(await left()).toEqual(NOTHING);
  });

  it('of another database than its own', async () => {
    const event = await waitingEvent();
    await writeLeaves(hub, CASES, [aLeaf(event, 1, 'a')]);
    worker.line.lie((request) => (isBulk(request) ? { status: 201, json: [] } : 'pass'));
    await worker.sync();
    expect(await left()).toEqual(waiting(event));
  });
});

describe('what the server refuses', () => {
  afterEach(async () => {
    await setRoles(['hsg/officer']);
    await setRevoked([]);
  });

  /** What is kept of refusals and shown; nothing else waits. */
  async function refusals(): Promise<unknown> {
    const kept = (await rows()).map(({ id, state, reason }) => ({ id, state, reason }));
    const { refused, waitingEvents } = await showSyncStatus(worker.ctx, 'in_sync');
    return { kept, journal: await journalKeys(worker, 'event'), refused, waitingEvents };
  }

  function refused({ _id: id }: EventEnvelope, reason: RegExp): unknown {
    const kept = [{ id, state: 'refused', reason: expect.stringMatching(reason) as string }];
    return { kept, journal: [id], refused: 1, waitingEvents: 0 };
  }

  it('because the role was taken away, is kept with the reason and goes up when it is given back', async () => {
    const event = await waitingEvent();
    await setRoles(['hsg/clerk']);
    await worker.sync();
    expect(await refusals()).toEqual(refused(event, /role/));
    await worker.sync();
    expect(await refusals()).toEqual(refused(event, /role/));
    await setRoles(['hsg/officer']);
    await worker.ctx.db.outbox.update(event._id, { state: 'waiting' });
    await worker.sync();
    expect(await left()).toEqual(NOTHING);
  });

  it('because the device was revoked', async () => {
    const event = await waitingEvent();
    await setRevoked([worker.ctx.runtime.device]);
    await worker.sync();
    expect(await refusals()).toEqual(refused(event, /device_revoked/));
  });

  it('because the database is closed to the account', async () => {
    const event = await waitingEvent();
    await setRoles(['xss/officer']);
    await worker.sync();
    expect(await refusals()).toEqual(refused(event, /./));
  });

  it('is one poisoned event of a batch: the others go up', async () => {
    const events: EventEnvelope[] = [];
    for (let i = 0; i < 7; i += 1) events.push(await waitingEvent());
    const poison = events[4]!;
    worker.line.lie((request) =>
      isBulk(request) && request.body.includes(poison._id)
        ? { status: 400, json: { error: 'bad_request', reason: 'invalid UTF-8 JSON' } }
        : 'pass',
    );
    await worker.sync();
    expect(await refusals()).toEqual(refused(poison, /invalid UTF-8 JSON/));
    const there = await ask(hub, 'POST', `/${WORK}/_all_docs`, { keys: events.map((event) => event._id) });
    const found = (there['rows'] as { id?: string; error?: string }[]).filter((row) => row.error === undefined);
    expect(found).toHaveLength(6);
    // No head may vouch for a log that is not wholly there: it would accuse the server of losing events.
    expect(await heads()).toEqual([]);
    worker.line.lie();
    await worker.ctx.db.outbox.update(poison._id, { state: 'waiting' });
    await worker.sync();
    expect(await heads()).toHaveLength(1);
  });

  it('is no event when the whole account is locked', async () => {
    const event = await waitingEvent();
    const locked = {
      status: 403,
      json: { error: 'forbidden', reason: 'Account is temporarily locked due to multiple authentication failures' },
    };
    worker.line.lie((request) => (isBulk(request) ? locked : 'pass'));
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'account_locked' });
    expect(await left()).toEqual(waiting(event));
  });

  async function heads(): Promise<string[]> {
    const all = await ask(hub, 'GET', `/${WORK}/_all_docs?include_docs=true&startkey="head:"&endkey="head;"`);
    const docs = (all['rows'] as { doc: { _id: string; device: string } }[]).map((row) => row.doc);
    return docs.filter((doc) => doc.device === worker.ctx.runtime.device).map((doc) => doc._id);
  }
});

describe('events of another user of the same machine', () => {
  it('wait until that user signs in', async () => {
    const event = await waitingEvent();
    await worker.do('session.lock', {});
    await worker.unlock('lin.fang');
    await worker.sync();
    expect(await left()).toEqual(waiting(event));
    const own = await waitingEvent();
    expect(own).toMatchObject({ by: 'lin.fang', n: 1 });
    await worker.sync();
    expect(await left()).toEqual(waiting(event));
    await worker.do('session.lock', {});
    await worker.unlock('chen.wei');
    await worker.sync();
    expect(await left()).toEqual(NOTHING);
  });
});

async function setRoles(roles: readonly string[]): Promise<void> {
  const path = '/_users/org.couchdb.user:chen.wei';
  await ask(hub, 'PUT', path, { ...(await ask(hub, 'GET', path)), roles });
}

async function setRevoked(devices: readonly string[]): Promise<void> {
  const path = `/${WORK}/_security`;
  await ask(hub, 'PUT', path, { ...(await ask(hub, 'GET', path)), revoked_devices: devices });
}
