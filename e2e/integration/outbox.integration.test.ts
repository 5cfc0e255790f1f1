import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { OutboxRow } from '#renderer/data/tables.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import type { Fate, OnTheLine } from './line.ts';
import { ask } from './records.ts';
import { aHub, journalKeys, registerShop, WORK } from './world.ts';

let hub: Hub;
let worker: TestWorker;

beforeAll(async () => {
  hub = await aHub();
});
afterAll(() => hub.close());
beforeEach(async () => {
  worker = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await worker.close();
});

const isBulk = ({ path }: OnTheLine): boolean => path.endsWith('/_bulk_docs');
const bulk = (fate: (request: OnTheLine) => Fate) => (request: OnTheLine) => (isBulk(request) ? fate(request) : 'pass');
const bulks = (): OnTheLine[] => worker.line.asked.filter(isBulk);

function rows(): Promise<OutboxRow[]> {
  return worker.ctx.db.outbox.toArray();
}

async function shops(count: number): Promise<string[]> {
  for (let i = 0; i < count; i += 1) await registerShop(worker, `示例店 ${String(i)}`);
  return (await rows()).map(({ id }) => id);
}

/** A shop whose record alone is larger than 4 KB. */
async function aLongShop(): Promise<string> {
  await worker.do('site.register', {
    name: '示例长文店',
    operator: '示例经营者',
    address: '示'.repeat(190),
    division: '420202',
    street: '420202005',
  });
  return (await rows()).find(({ id }) => !known.has(id))!.id;
}
let known = new Set<string>();

async function onServer(ids: readonly string[]): Promise<number> {
  const answer = await ask(hub, 'POST', `/${WORK}/_all_docs`, { keys: ids });
  return (answer['rows'] as { error?: string }[]).filter((row) => row.error === undefined).length;
}

const tooLarge =
  (limit: number) =>
  (request: OnTheLine): Fate =>
    Buffer.byteLength(request.body) > limit ? { status: 413, page: '<h1>413 Request Entity Too Large</h1>' } : 'pass';

describe('a proxy with a limit', () => {
  it('gets smaller batches, and the size that works is remembered, also over a restart', async () => {
    const ids = await shops(40);
    worker.line.lie(bulk(tooLarge(9_000)));
    await worker.sync();
    expect(await rows()).toEqual([]);
    expect(await onServer(ids)).toBe(40);
    expect(bulks().filter(({ body }) => body.length > 9_000).length).toBeLessThanOrEqual(4);
    await worker.reopen();
    await worker.unlock('chen.wei');
    await shops(20);
    worker.line.asked.length = 0;
    await worker.sync();
    expect(await rows()).toEqual([]);
    expect(bulks().filter(({ body }) => body.length > 9_000)).toEqual([]);
  });

  it('refuses the one record that is too large by itself, with its size; the others go up', async () => {
    known = new Set(await shops(6));
    const long = await aLongShop();
    worker.line.lie(bulk(tooLarge(1_350)));
    await worker.sync();
    expect(await rows()).toMatchObject([{ id: long, state: 'refused', rule: 'too_large' }]);
    expect((await rows())[0]?.reason).toMatch(/^\d{4} bytes$/);
    expect(await onServer([...known])).toBe(6);
  });

  it('whose own error page is no word about records', async () => {
    const [id] = await shops(1);
    for (const status of [400, 403, 404, 502]) {
      worker.line.lie(bulk(() => ({ status, page: '<h1>proxy</h1>' })));
      await expect(worker.sync()).rejects.toMatchObject({ problem: 'server_error' });
      expect(await rows()).toMatchObject([{ id, state: 'waiting' }]);
    }
  });
});

describe('a server in trouble', () => {
  it('is left alone as long as it asks, and no record is blamed', async () => {
    const [id] = await shops(1);
    const { remote, session, pace } = worker.ctx;
    worker.line.lie(bulk(() => ({ status: 429, page: 'slow down', headers: { 'retry-after': '120' } })));
    await expect(worker.sync()).rejects.toMatchObject({ status: 429, retryAfterMs: 120_000 });
    expect(pace.isPaused(performance.now() + 119_000)).toBe(true);
    expect(pace.isPaused(performance.now() + 133_000)).toBe(false);
    worker.line.lie();
    worker.line.asked.length = 0;
    const { pushEvents } = await import('#renderer/data/outbox/push.ts');
    expect(await pushEvents(worker.ctx, remote!, session.authorization!, 'chen.wei')).toBe(0);
    expect(bulks()).toEqual([]);
    expect(await rows()).toMatchObject([{ id, state: 'waiting' }]);
    await worker.sync();
    expect(await rows()).toEqual([]);
  });

  it('that answers with a list cut short leaves the rest waiting, and doubled rows do no harm', async () => {
    const ids = await shops(6);
    const change = (status: number, text: string) => {
      const answers = JSON.parse(text) as unknown[];
      return { status, text: JSON.stringify([...answers.slice(0, 2), ...answers.slice(0, 2)]) };
    };
    worker.line.lie(bulk(() => ({ change })));
    await worker.sync();
    expect((await rows()).map(({ id, state }) => [id, state])).toEqual(ids.slice(2).map((id) => [id, 'waiting']));
    worker.line.lie();
    await worker.sync();
    expect(await rows()).toEqual([]);
  });

  it('that answers with a body cut short is asked again', async () => {
    await shops(3);
    worker.line.lie(bulk(() => ({ change: (status, text) => ({ status, text: text.slice(0, 40) }) })));
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'server_error' });
    expect(await rows()).toHaveLength(3);
    worker.line.lie();
    await worker.sync();
    expect(await rows()).toEqual([]);
    expect(await journalKeys(worker, 'event')).toEqual([]);
  });

  it('that has trouble with one document blames none', async () => {
    const [first, ...others] = await shops(3);
    const change = (status: number, text: string) => ({
      status,
      text: JSON.stringify(
        (JSON.parse(text) as { id: string }[]).map((row) =>
          row.id === first ? { id: first, error: 'internal_server_error', reason: 'timeout' } : row,
        ),
      ),
    });
    worker.line.lie(bulk(() => ({ change })));
    await worker.sync();
    expect(await rows()).toMatchObject([{ id: first, state: 'waiting' }]);
    expect(await onServer(others)).toBe(2);
  });
});

describe('a cluster that is not whole', () => {
  /** A cluster of three copies; `local` is what it answers to a local document. */
  const cluster =
    (local: number) =>
    (request: OnTheLine): Fate => {
      if (request.method === 'GET' && request.path === `/${WORK}`) return { status: 200, json: { cluster: { n: 3 } } };
      if (request.path.includes('/_local/') && request.method === 'PUT') return { status: local, json: { ok: true } };
      return 'pass';
    };
  const partly = (request: OnTheLine): Fate =>
    isBulk(request) ? { change: (_status, text) => ({ status: 202, text }) } : cluster(202)(request);

  it('has nothing on the server, also not after a restart, and people are told', async () => {
    const [id] = await shops(1);
    worker.line.lie(partly);
    await worker.sync();
    expect(await rows()).toMatchObject([{ id, state: 'waiting', partly: true }]);
    await worker.reopen();
    await worker.unlock('chen.wei');
    worker.line.lie(partly);
    await worker.sync(); // the feed shows it, the server says 409
    worker.line.lie(cluster(202));
    await worker.sync();
    expect(await rows()).toMatchObject([{ id, state: 'waiting', partly: true }]);
    expect(await journalKeys(worker, 'event')).toEqual([id]);
    worker.line.lie(cluster(201));
    await worker.sync();
    expect(await rows()).toEqual([]);
    expect(await journalKeys(worker, 'event')).toEqual([]);
  });

  it('is not believed either when the answer was lost before a crash', async () => {
    const [id] = await shops(1);
    worker.line.lie(bulk(() => 'lose'));
    await expect(worker.sync()).rejects.toMatchObject({ problem: 'unreachable' });
    await worker.crashAndWipe();
    await worker.reopen();
    await worker.unlock('chen.wei');
    worker.line.lie(cluster(202));
    await worker.sync();
    expect(await onServer([id!])).toBe(1);
    expect(await rows()).toMatchObject([{ id, state: 'waiting' }]);
    worker.line.lie();
    await worker.sync();
    expect(await rows()).toEqual([]);
  });
});

describe('what was refused', () => {
  afterEach(() => setRoles('chen.wei', ['hsg/officer']));

  it('is asked about again once after each sign-in, not in a loop', async () => {
    const [id] = await shops(1);
    await setRoles('chen.wei', ['hsg/clerk']);
    await worker.sync();
    expect(await rows()).toMatchObject([{ id, state: 'refused', rule: 'role' }]);
    vi.spyOn(performance, 'now').mockReturnValue(1e9);
    await worker.sync(); // the roles are not those of the sign-in: asked once more
    worker.line.asked.length = 0;
    await worker.sync();
    await worker.sync();
    expect(bulks()).toEqual([]);
    await setRoles('chen.wei', ['hsg/officer']);
    await worker.signIn('chen.wei');
    await worker.sync();
    expect(await rows()).toEqual([]);
  });

  it('is asked about again when the roles change, without a new sign-in', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(1e9);
    const [id] = await shops(1);
    await setRoles('chen.wei', ['hsg/clerk']);
    await worker.sync();
    await worker.sync();
    expect(await rows()).toMatchObject([{ id, state: 'refused' }]);
    await setRoles('chen.wei', ['hsg/officer']);
    await worker.sync();
    expect(await rows()).toMatchObject([{ id, state: 'refused' }]);
    now.mockReturnValue(1e9 + 61_000);
    await worker.sync();
    expect(await rows()).toEqual([]);
  });

  it('because its database is not there yet, is asked about again after a while', async () => {
    const [id] = await shops(1);
    const missing = { status: 404, json: { error: 'not_found', reason: 'Database does not exist.' } };
    worker.line.lie(bulk(() => missing));
    await worker.sync();
    expect(await rows()).toMatchObject([{ id, state: 'refused', rule: 'database_missing' }]);
    worker.line.lie();
    await worker.sync();
    expect(await rows()).toMatchObject([{ id, state: 'refused' }]);
    await worker.ctx.db.outbox.update(id!, { refusedAt: new Date(Date.now() - 601_000).toISOString() });
    await worker.sync();
    expect(await rows()).toEqual([]);
  });

  it('and was brought by a carrier is found there and settled', async () => {
    const [id] = await shops(1);
    await setRoles('chen.wei', ['hsg/clerk']);
    await worker.sync();
    expect(await rows()).toMatchObject([{ id, state: 'refused' }]);
    await ask(hub, 'POST', `/${WORK}/_bulk_docs`, { docs: [(await worker.ctx.db.events.get(id!))!.event] });
    await worker.sync();
    await worker.sync();
    expect(await rows()).toEqual([]);
  });
});

describe('a carrier', () => {
  afterEach(() => setRoles('lin.fang', ['hsg/officer']));

  it("brings everybody's records", async () => {
    await shops(2);
    await worker.do('session.lock', {});
    await worker.unlock('lin.fang');
    await worker.sync();
    expect(await rows()).toHaveLength(2);
    await setRoles('lin.fang', ['hsg/officer', 'hsg/carrier']);
    await worker.signIn('lin.fang');
    await worker.sync();
    expect(await rows()).toEqual([]);
  });
});

async function setRoles(user: string, roles: readonly string[]): Promise<void> {
  const path = `/_users/org.couchdb.user:${user}`;
  await ask(hub, 'PUT', path, { ...(await ask(hub, 'GET', path)), roles });
}
