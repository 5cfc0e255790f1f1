import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

import { expect, test } from '@playwright/test';

import { freshFolder } from '../fixtures/app.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { launchAs, relaunchAs } from '../fixtures/world.ts';
import { SitesPage } from '../pages/SitesPage.ts';

const SITE = { operator: '示例经营者', address: '示例路 9 号', division: '黄石港区', street: '沈家营' } as const;

let hub: RunningHub;
test.beforeEach(async () => {
  hub = await startHub(freshFolder('hub'));
});
test.afterEach(() => hub.stop());

test('kill -9 right after "saved" loses nothing', async () => {
  const first = await launchAs('officer', { server: hub.url });
  const { profile } = first;
  await first.shell.isInSync();
  await hub.stop();
  const form = await first.shell.newSite();
  await form.register({ ...SITE, name: '示例杀进程店' });
  await first.kill();

  const again = await relaunchAs('officer', { profile, server: hub.url });
  await again.shell.isOffline();
  await again.shell.goTo('sites');
  await expect(new SitesPage(again.page).site('示例杀进程店')).toBeVisible();
  await expect(again.shell.statusArea).toContainText('1 条记录待上传');
  hub = await startHub(hub.data, { port: hub.port });
  await again.shell.isInSync();
  await again.close();
});

test('what was written stands nowhere in plain text outside IndexedDB', async () => {
  const marker = '绝密标记商铺';
  const app = await launchAs('officer', { server: hub.url });
  await app.shell.isInSync();
  const form = await app.shell.newSite();
  await form.register({ ...SITE, name: marker });
  await app.shell.isInSync();
  await app.close();

  const found = filesOf(app.profile).filter((file) => holds(file, marker));
  // The check itself must be able to see the text: IndexedDB holds it in plain text, as the README says.
  expect(found.some((file) => file.includes('IndexedDB'))).toBe(true);
  expect(found.filter((file) => !relative(app.profile, file).startsWith('IndexedDB'))).toEqual([]);
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return entry.isFile() && statSync(path).size > 0 ? [path] : [];
  });
}

function holds(file: string, text: string): boolean {
  const bytes = readFileSync(file);
  return bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'));
}
