import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import { selfCheckText as words } from '#renderer/app/language/zh/selfChecks.ts';
import { siteFailures } from '#renderer/app/language/zh/siteFailures.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchAs } from '../fixtures/world.ts';
import { InspectionFormPage } from '../pages/InspectionFormPage.ts';
import { RegisterPage } from '../pages/RegisterPage.ts';
import { SelfCheckPage } from '../pages/SelfCheckPage.ts';

const ALLIANCE = '示例路联盟';

async function registerShop(page: Page, name: string): Promise<void> {
  await new RegisterPage(page).register('商户', name, {
    texts: {
      [sites.name]: name,
      [sites.operator]: '示例经营者',
      [sites.address]: `示例路 ${name}`,
      自治联盟名称: ALLIANCE,
    },
    choices: { [sites.division]: '黄石港区', [sites.street]: '胜阳港街道' },
  });
}

test('an alliance checks its shops: by hand and from a table, as a rate, and never as an inspection', async () => {
  test.setTimeout(300_000);
  const hub = await startHub(freshFolder('hub'));
  const clerk = await launchAs('clerk', { server: hub.url });
  const { page, shell } = clerk;
  await withAxe(page);
  await shell.isInSync();
  await shell.goTo('sites');
  await new RegisterPage(page).pick('商户');
  await registerShop(page, '示例乙店');
  await shell.goTo('sites');
  await registerShop(page, '示例甲店');
  const self = new SelfCheckPage(page);
  const dialog = await self.begin('示例甲店');
  await expect(dialog.getByText(words.apart)).toBeVisible();
  await expect(dialog.getByText(words.noAgreement)).toBeVisible();
  await dialog.getByRole('button', { name: words.save }).click();
  await expect(dialog.getByText(words.required).first()).toBeVisible();
  await dialog.locator('input[type="file"]').setInputFiles([photoFile('自查.jpg')]);
  await expect(dialog.locator('li img')).toHaveCount(1);
  await expectAccessible(page, 'an own check');
  await page.screenshot({ path: test.info().outputPath('dialog.png') });
  await self.enter(dialog, '示例盟员', { 包卫生: 'pass', 包秩序: 'fail', 包设施: 'pass' });
  await expect(self.checks).toHaveCount(1);
  await expect(self.checks).toContainText(words.line(ALLIANCE, '示例盟员'));
  await expect(self.checks).toContainText(words.failed(1));
  await expect(self.checks.locator('li img')).toHaveCount(1);
  // It is told apart: no inspection, no score, no photo of how the shop stands.
  await expect(page.getByText(sites.noInspections)).toBeVisible();
  await expect(page.getByRole('region', { name: '现状照片' }).locator('li img')).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('shop.png') });
  const again = await self.begin('示例甲店');
  await self.enter(again, '示例盟员', { 包卫生: 'pass', 包秩序: 'pass', 包设施: 'pass' });
  await expect(again.getByText(siteFailures.self_check_twice.what)).toBeVisible();
  await page.keyboard.press('Escape');

  await shell.goTo('sites');
  await self.openRates();
  await expect(self.rates).toHaveText([`${ALLIANCE}2150%10%`]);
  const file = tableFile();
  const preview = await self.preview(file);
  await expect(preview.getByText(words.import.summary(2, 1, 1))).toBeVisible();
  await expect(preview.getByText(words.import.problems.no_shop)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('import.png') });
  await self.take(preview, 2, 0);
  await expect(self.rates).toHaveText([`${ALLIANCE}22100%367%`]);
  await expectAccessible(page, 'rates of alliances');
  await page.screenshot({ path: test.info().outputPath('rates.png') });
  await expect((await self.preview(file)).getByText(words.import.summary(0, 3, 1))).toBeVisible();
  await shell.isInSync();

  const officer = await launchAs('officer', { server: hub.url });
  await officer.shell.isInSync();
  await officer.shell.goTo('inspections');
  await expect(officer.page.getByText(inspectionsText.empty)).toBeVisible();
  await officer.shell.goTo('sites');
  const register = new RegisterPage(officer.page);
  await register.standing(sites.standings.red);
  await expect(register.lines).toHaveCount(0);
  await register.standing(sites.allStandings);
  await officer.page.getByRole('link', { name: '示例乙店' }).click();
  await expect(new SelfCheckPage(officer.page).checks).toContainText([words.passed]);
  await officer.close();
  await clerk.close();
  await hub.stop();
});

/** One row that is there already, two good ones, and one of a shop that is not registered. */
function tableFile(): string {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const rows = [
    '店名,自查人,自查日期,包卫生,包秩序,包设施,说明',
    `示例甲店,示例盟员,${today},合格,合格,合格,`,
    `示例甲店,示例盟员乙,${today},合格,合格,合格,`,
    `示例乙店,示例盟员,${today},合格,合格,合格,已清扫`,
    `没有的店,示例盟员,${today},合格,合格,合格,`,
  ];
  const path = join(freshFolder('self-checks'), '自查.csv');
  writeFileSync(path, `\uFEFF${rows.join('\r\n')}\r\n`);
  return path;
}

test('an inspection is marked with a campaign when it is begun, and the list is narrowed by it', async () => {
  test.setTimeout(180_000);
  const hub = await startHub(freshFolder('hub'));
  const { page, shell, close } = await launchAs('officer', { server: hub.url });
  await withAxe(page);
  await shell.isInSync();
  const place = { operator: '示例经营者', address: '示例路 9 号', division: '黄石港区', street: '胜阳港' };
  await (await shell.newSite()).register({ name: '示例甲店', ...place });
  const plain = await shell.startInspection('示例甲店', '示例甲店');
  await plain.choose('X1', '零售');
  await plain.passTheRest();
  await plain.isSaved();
  await plain.submit();

  await shell.goTo('inspections');
  await page.getByRole('button', { name: inspectionsText.start }).first().click();
  const dialog = page.getByRole('dialog', { name: inspectionsText.startFor });
  await dialog.getByRole('combobox', { name: inspectionsText.campaign }).click();
  await page.getByRole('option', { name: '创文国检' }).click();
  await page.screenshot({ path: test.info().outputPath('start.png') });
  await dialog.getByRole('list').getByRole('button', { name: '示例甲店' }).click();
  const form = new InspectionFormPage(page);
  await form.isShown();
  await expect(page.getByRole('checkbox', { name: '创文国检' })).toBeChecked();
  await form.choose('X1', '零售');
  await form.passTheRest();
  await form.isSaved();
  await expectAccessible(page, 'an inspection of a campaign');
  await form.submit();
  await expect(page.getByText('创文国检')).toBeVisible();

  await shell.goTo('inspections');
  const lines = page.getByRole('list', { name: inspectionsText.submitted }).getByRole('listitem');
  await expect(lines).toHaveCount(2);
  await page.getByRole('combobox', { name: inspectionsText.campaign }).click();
  await page.getByRole('option', { name: '创文国检' }).click();
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText('创文国检');
  await page.screenshot({ path: test.info().outputPath('list.png') });
  await close();
  await hub.stop();
});
