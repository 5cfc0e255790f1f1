import { afterEach, beforeEach, expect, it } from 'vitest';

import { databasesOf } from '#renderer/data/sync/databases.ts';

import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { ask } from './records.ts';
import { aHub, aShop, registerShop } from './world.ts';

let hub: Hub;
let worker: TestWorker;

beforeEach(async () => {
  hub = await aHub();
  worker = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  await worker.sync();
});
afterEach(async () => {
  await worker.close();
  await hub.close();
});

async function setRoles(roles: readonly string[]): Promise<void> {
  const path = '/_users/org.couchdb.user%3Achen.wei';
  await ask(hub, 'PUT', path, { ...(await ask(hub, 'GET', path)), roles });
}

it('without the role everything here is read-only, says why, also after a restart, until the role is back', async () => {
  const kept = await registerShop(worker, '示例留下的店');
  await setRoles([]);
  await worker.sync();
  expect(await worker.send('site.register', aShop())).toMatchObject({ ok: false, error: { code: 'role_lost' } });
  expect((await worker.ctx.db.meta.get('session'))?.value).toMatchObject({ is: 'open', lost: 'role' });
  expect(await worker.ctx.db.sites.get(kept)).toBeDefined();
  expect(await worker.ctx.db.outbox.count()).toBe(1); // not sent by then: it stays, and can be exported
  await worker.reopen();
  await worker.unlock('chen.wei');
  expect(await worker.send('site.register', aShop())).toMatchObject({ ok: false, error: { code: 'role_lost' } });
  await setRoles(['hsg/officer']);
  await worker.sync();
  expect((await worker.send('site.register', aShop())).ok).toBe(true);
});

it('a database that was readable and is closed now stays here, marked, until it can be read again', async () => {
  const db = 'work-hsg';
  const security = await ask(hub, 'GET', `/${db}/_security`);
  await ask(hub, 'PUT', `/${db}/_security`, { ...security, members: { names: [], roles: ['nobody'] } });
  await worker.sync();
  expect((await worker.ctx.db.feeds.get(db))?.closedAt).toBeDefined();
  expect(await worker.ctx.db.sites.count()).toBeGreaterThan(0);
  await ask(hub, 'PUT', `/${db}/_security`, security);
  await worker.sync();
  expect((await worker.ctx.db.feeds.get(db))?.closedAt).toBeUndefined();
});

it('older years are looked into once, and again only while a case in them is open', async () => {
  const year = new Date().getFullYear() - 3;
  const old = `case-hsg-${String(year)}`;
  const databases = (): Promise<string[]> => databasesOf(worker.ctx, worker.ctx.session.profile!);
  expect(await databases()).toContain(old);
  await ask(hub, 'PUT', `/${old}`);
  await ask(hub, 'PUT', `/${old}/_security`, await ask(hub, 'GET', '/work-hsg/_security'));
  await worker.sync();
  expect(await worker.ctx.db.feeds.get(old)).toBeDefined();
  expect(await databases()).not.toContain(old);
});
