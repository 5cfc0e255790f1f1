import { resolve } from 'node:path';

import { expect, test } from '@playwright/test';

import { account as words } from '#renderer/app/language/zh/account.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { ServerAccount } from '../fixtures/server.ts';
import { DEMO_PASSWORD, launchAs, PEOPLE } from '../fixtures/world.ts';

const NEW = 'Xin-mima 2026';
const SCREENS = resolve(import.meta.dirname, '../../docs/screens');

test('a password changed on one device: that one goes on, the other says so, keeps its work and takes the new one', async () => {
  test.setTimeout(240_000);
  const hub = await startHub(freshFolder('hub'));
  const [first, other] = [
    await launchAs('officer', { server: hub.url }),
    await launchAs('officer', { server: hub.url }),
  ];
  await first.shell.isInSync();
  await other.shell.isInSync();

  await first.page.getByRole('link', { name: words.open }).click();
  await first.page.getByLabel(words.old, { exact: true }).fill(DEMO_PASSWORD);
  await first.page.getByLabel(words.next, { exact: true }).fill(NEW);
  await first.page.getByLabel(words.again, { exact: true }).fill(NEW);
  await first.page.getByRole('button', { name: words.change }).click();
  await expect(first.page.getByText(words.changed)).toBeVisible({ timeout: 30_000 });
  await first.shell.isInSync();

  const form = await other.shell.newSite();
  await form.register({
    name: '示例改密店',
    operator: '示例经营者',
    address: '示例路 3 号',
    division: '黄石港区',
    street: '沈家营',
  });
  const { what } = messageOf({ code: 'password_changed' });
  await expect(other.page.getByText(what)).toBeVisible({ timeout: 40_000 });
  await expect(other.shell.statusArea).toContainText('1 条记录待上传');
  await other.page.getByRole('link', { name: words.notice }).click();
  await other.page.screenshot({ path: `${SCREENS}/password-changed.png` });
  await other.page.getByLabel(words.password, { exact: true }).first().fill(NEW);
  await other.page.getByRole('button', { name: words.signIn, exact: true }).click();
  await other.shell.isInSync();
  const documents = await new ServerAccount(hub.url, PEOPLE.officer.user, NEW).documents('work-hsg');
  expect(JSON.stringify(documents)).toContain('示例改密店');
  await first.close();
  await other.close();
  await hub.stop();
});
