import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { sealEvent } from '#shared/events/envelope.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { ServerAccount } from '../fixtures/server.ts';
import { StockPouch } from '../fixtures/stockPouch.ts';
import { launchAs } from '../fixtures/world.ts';
import { SitesPage } from '../pages/SitesPage.ts';

const SITE = { operator: '示例经营者', address: '示例路 5 号', division: '420202', street: '420202005' } as const;

test('a stock PouchDB with the carrier role and the app sync the same database both ways', async () => {
  const hub = await startHub(freshFolder('hub'));
  const app = await launchAs('officer', { server: hub.url });
  await app.shell.isInSync();
  const form = await app.shell.newSite();
  await form.register({
    name: '示例应用登记店',
    operator: SITE.operator,
    address: SITE.address,
    division: '黄石港区',
    street: '沈家营',
  });
  await app.shell.isInSync();

  const { authorization } = new ServerAccount(hub.url, 'carrier');
  const local = new StockPouch(join(freshFolder('stock'), 'work'), { adapter: 'leveldb' });
  const remote = new StockPouch(`${hub.url}/work-hsg`, {
    skip_setup: true,
    fetch: (url: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', authorization);
      return fetch(url, { ...init, headers });
    },
  });
  const header = {
    v: 1,
    kind: 'event',
    stream: 'site:018f0000-0000-7000-8000-0000000000aa',
    at: '17000000000000000',
    wallAt: '2023-11-14T22:13:20.000Z',
    by: 'zhou.min',
    role: 'hsg/squad_leader',
    org: 'hsg',
    device: '018f0000-0000-7000-8000-0000000000bb',
    log: '00000000000000aa',
    n: 1,
    rules: 1,
    catalogue: 'test',
  } as const;
  await local.put(sealEvent('site.registered', header, { name: '示例搬运来的店', ...SITE }));

  await local.sync(remote);
  const names = (await local.allDocs({ include_docs: true })).rows.map(
    (row) => (row.doc as { data?: { name?: string } }).data?.name,
  );
  expect(names).toContain('示例应用登记店');
  await app.shell.goTo('sites');
  await expect(new SitesPage(app.page).site('示例搬运来的店')).toBeVisible({ timeout: 30_000 });

  await local.close();
  await app.close();
  await hub.stop();
});
