import { expect, test } from '@playwright/test';

import { eventName } from '#renderer/app/language/zh/caseWords.ts';
import { siteFailures } from '#renderer/app/language/zh/siteFailures.ts';
import { sitePhotosText as words } from '#renderer/app/language/zh/sitePhotos.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { status } from '#renderer/app/language/zh/status.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { findGoodsOutside } from '../fixtures/finding.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchAs, PEOPLE } from '../fixtures/world.ts';
import { RegisterPage } from '../pages/RegisterPage.ts';
import { SitePhotosPage } from '../pages/SitePhotosPage.ts';

const SHOP = {
  name: '示例照片店',
  operator: '示例经营者',
  address: '示例路 12 号',
  division: '黄石港区',
  street: '胜阳港',
} as const;

test('photos of how a shop stands: added without network, seen on another device, kept when it is withdrawn', async () => {
  test.setTimeout(300_000);
  let hub = await startHub(freshFolder('hub'));
  const officer = await launchAs('officer', { server: hub.url });
  const { page } = officer;
  await withAxe(page);
  await officer.shell.isInSync();
  await findGoodsOutside(officer.shell, SHOP, photoFile('检查.jpg'));
  await officer.shell.goTo('sites');
  await page.getByRole('link', { name: SHOP.name }).click();
  const photos = new SitePhotosPage(page);
  await expect(photos.panel).toContainText(words.none);
  await expect(photos.ofInspections.locator('li img')).toHaveCount(1);
  await expect(photos.ofInspections.getByRole('button', { name: words.add })).toHaveCount(0);

  await officer.shell.isInSync();
  await hub.stop();
  await officer.shell.isOffline();
  await page.getByRole('button', { name: words.add }).click();
  const dialog = page.getByRole('dialog', { name: words.addTitle(SHOP.name) });
  await dialog.getByRole('button', { name: words.save }).click();
  await expect(dialog.getByText(words.missing)).toBeVisible();
  await page.keyboard.press('Escape');
  await photos.add(SHOP.name, photoFile('门头.jpg'), photoFile('门前.jpg', { tidy: true }));
  await expect(photos.panel.locator('li img')).toHaveCount(2);
  await expect(photos.panel).toContainText(PEOPLE.officer.name);
  await expect(new RegisterPage(page).history).toContainText(eventName('photo.added'));
  await expect(new RegisterPage(page).history).toContainText(words.historyCount(2));
  // The same one again is not taken twice, and nothing is lost of what was chosen.
  const again = await photos.choose(SHOP.name, photoFile('门头.jpg'));
  await again.getByRole('button', { name: words.save }).click();
  await expect(again.getByText(siteFailures.site_photo_twice.what)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.screenshot({ path: test.info().outputPath('site.png') });
  await expectAccessible(page, 'a shop with photos');
  await expect(officer.shell.statusArea).not.toContainText(status.waiting(0, 0));

  hub = await startHub(hub.data, { port: hub.port });
  await officer.shell.isInSync();
  const clerk = await launchAs('clerk', { server: hub.url });
  await clerk.shell.isInSync();
  await clerk.shell.goTo('sites');
  await clerk.page.getByRole('link', { name: SHOP.name }).click();
  const theirs = new SitePhotosPage(clerk.page);
  await expect(theirs.panel.locator('li img')).toHaveCount(2, { timeout: 40_000 });
  await expect(theirs.panel).toContainText(PEOPLE.officer.name);
  const address = clerk.page.url();
  await new RegisterPage(clerk.page).withdraw('重复登记');
  await clerk.page.evaluate((url) => window.location.assign(url), address);
  await expect(clerk.page.getByRole('heading', { name: sites.notHere }).first()).toBeVisible({ timeout: 30_000 });
  await expect(theirs.panel.locator('li img')).toHaveCount(2);
  await expect(clerk.page.getByRole('button', { name: words.add })).toHaveCount(0);
  await clerk.close();
  await officer.close();
  await hub.stop();
});
