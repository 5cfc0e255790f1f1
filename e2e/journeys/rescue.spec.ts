import { renameSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { diskText } from '#renderer/app/language/zh/disk.ts';
import { messageOf } from '#renderer/app/language/zh/errors.ts';
import { rescueText } from '#renderer/app/language/zh/rescue.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { launchAs, relaunchAs } from '../fixtures/world.ts';
import { SitesPage } from '../pages/SitesPage.ts';

const SITE = { operator: '示例经营者', address: '示例路 9 号', division: '黄石港区', street: '沈家营' } as const;
const SHOTS = process.env['XUNZHI_SHOTS'];

let hub: RunningHub;
test.beforeAll(async () => {
  hub = await startHub(freshFolder('hub'));
});
test.afterAll(() => hub.stop());

test('a store that is gone is rebuilt from the journal, told until it is read, and never taken for a first start', async () => {
  const first = await launchAs('officer', { server: hub.url });
  const { profile } = first;
  await first.shell.isInSync();
  await hub.stop();
  await (await first.shell.newSite()).register({ ...SITE, name: '示例重建店' });
  await first.close();
  renameSync(join(profile, 'IndexedDB'), join(profile, 'gone'));

  const again = await relaunchAs('officer', { profile, server: hub.url });
  const notice = again.page.getByRole('region', { name: rescueText.title });
  await expect(notice).toContainText('1 条记录');
  await expect(notice).toContainText(rescueText.lostNone);
  await shot(again.page, 'rescue.png');
  await again.shell.goTo('sites');
  await expect(new SitesPage(again.page).site('示例重建店')).toBeVisible();
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: rescueText.read }).click();
  await expect(notice).toHaveCount(0);
  hub = await startHub(hub.data, { port: hub.port });
  await again.shell.isInSync();
  await again.close();

  const last = await relaunchAs('officer', { profile, server: hub.url });
  await last.shell.isInSync();
  await expect(last.page.getByRole('region', { name: rescueText.title })).toHaveCount(0);
  await last.close();
});

test('on a disk with too little room nothing is written, the reason is said, and what was typed stays', async () => {
  const first = await launchAs('officer', { server: hub.url });
  const { profile } = first;
  await (await first.shell.newSite()).register({ ...SITE, name: '示例旧店' });
  await first.shell.isInSync();
  await first.close();
  const { bavail, bsize } = statfsSync(profile);
  const bytes = bavail * bsize + 2 ** 33;
  const disk = { warnBytes: bytes, noPhotosBytes: bytes, readOnlyBytes: bytes };
  writeFileSync(join(profile, 'settings.json'), JSON.stringify({ version: 1, server: null, disk }));

  const full = await relaunchAs('officer', { profile, server: hub.url });
  await expect(full.page.getByText(diskText.read_only.title)).toBeVisible();
  const form = await full.shell.newSite();
  await form.fill({ ...SITE, name: '示例存不下店' });
  await full.page.getByRole('button', { name: sites.save }).click();
  await expect(full.page.getByRole('alert')).toContainText(messageOf({ code: 'disk_read_only' }).what);
  await expect(full.page.getByLabel(sites.name)).toHaveValue('示例存不下店');
  await expect(full.page.getByText(diskText.read_only.title)).toBeInViewport();
  await shot(full.page, 'disk-low.png');
  await full.shell.goTo('sites');
  await expect(new SitesPage(full.page).site('示例旧店')).toBeVisible();
  await expect(new SitesPage(full.page).site('示例存不下店')).toHaveCount(0);
  await full.close();
});

/** For the documentation, where a folder for it is named. */
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, name) });
}
