import { expect, test } from '@playwright/test';

import { sync } from '#renderer/app/language/zh/sync.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { ServerAccount } from '../fixtures/server.ts';
import { launchAs } from '../fixtures/world.ts';

type Security = { readonly revoked_devices?: readonly string[] };

test('what the server refuses stays, is shown with its reason, and goes through once the reason is gone', async () => {
  const hub = await startHub(freshFolder('hub'));
  const admin = new ServerAccount(hub.url, 'admin');
  const app = await launchAs('officer', { server: hub.url });
  await app.shell.isInSync();
  await app.shell.goTo('sync');
  const device = await app.page.getByText(/^[0-9a-f]{8}-[0-9a-f]{4}-/).innerText();
  const before = (await admin.request('GET', '/work-hsg/_security')) as Security;
  await admin.request('PUT', '/work-hsg/_security', { ...before, revoked_devices: [device] });

  const form = await app.shell.newSite();
  await form.register({
    name: '示例被拒店',
    operator: '示例经营者',
    address: '示例路 7 号',
    division: '黄石港区',
    street: '沈家营',
  });
  await app.shell.goTo('sync');
  const outbox = app.page.getByRole('list', { name: sync.items });
  await expect(outbox).toContainText('示例被拒店', { timeout: 30_000 });
  await expect(outbox).toContainText('这台设备已被停用');

  await admin.request('PUT', '/work-hsg/_security', before);
  await outbox.getByRole('button', { name: sync.retry }).click();
  await app.shell.isInSync();
  await expect(app.page.getByText(sync.itemsEmpty)).toBeVisible();
  await app.close();
  await hub.stop();
});
