import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { choiceLabel } from '#renderer/app/language/zh/actFields.ts';
import { nav } from '#renderer/app/language/zh/common.ts';
import { fieldWorkText as words } from '#renderer/app/language/zh/fieldWork.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { reportsText } from '#renderer/app/language/zh/reports.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { localMinute } from '#renderer/screens/reports/reportForm.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchAs, launchPair, PEOPLE } from '../fixtures/world.ts';
import { FieldWorkPage } from '../pages/FieldWorkPage.ts';
import { InspectionFormPage } from '../pages/InspectionFormPage.ts';
import { ReportsPage } from '../pages/ReportsPage.ts';

const PHONE = '13900001111';
const NAME = '示例举报人甲';
const SHOP = {
  name: '示例水果店',
  operator: '示例经营者丁',
  address: '示例路公园门口 3 号',
  division: '黄石港区',
  street: '胜阳港',
} as const;

/** Two reports of the same stall, and one of a place that stands in no register. */
function hotlineFile(): string {
  const at = (hoursAgo: number): string => localMinute(Date.now() - hoursAgo * 3_600_000).replace('T', ' ');
  const rows = [
    '编号,来源,内容,地址,经度,纬度,时间,姓名,电话',
    `RX-001,热线,公园门口水果店占道经营影响通行,示例路公园门口,,,${at(2)},${NAME},${PHONE}`,
    `RX-002,随手拍,有水果店在公园门口占道经营,示例路公园门口旁,,,${at(1)},,`,
    `RX-003,网格员,工地围挡外堆放渣土,另一条街工地东侧,,,${at(1)},,`,
  ];
  const file = join(freshFolder('field'), '热线.csv');
  writeFileSync(file, `\uFEFF${rows.join('\r\n')}\r\n`);
  return file;
}

test.beforeEach(() => test.setTimeout(300_000));

test('a report leads to an inspection and a case, each knows the other, and the brigade follows it without names', async () => {
  const hub = await startHub(freshFolder('hub'));
  const officer = await launchPair({ server: hub.url });
  await (await officer.shell.newSite()).register(SHOP);
  await officer.shell.isInSync();

  const clerk = await launchAs('clerk', { server: hub.url });
  await clerk.shell.isInSync();
  await clerk.shell.goTo('reports');
  const list = new ReportsPage(clerk.page);
  await list.take(await list.preview(hotlineFile()), 3, 0);
  const second = await list.open('RX-002');
  await second.mergeInto('RX-001', '同一店');
  await clerk.shell.goTo('reports');
  const main = await list.open('RX-001');
  await main.accept();
  await expect(clerk.page.getByRole('button', { name: words.inspect })).toHaveCount(0);
  await main.dispatchTo(PEOPLE.officer.name, '请到现场');
  await clerk.shell.isInSync();
  await officer.shell.isInSync();

  const { page } = officer;
  await withAxe(page);
  await officer.shell.goTo('reports');
  const report = await new ReportsPage(page).open('RX-001');
  const field = new FieldWorkPage(page);
  await report.stands('dispatched');
  await expect(page.getByText(words.none)).toBeVisible();
  const form = await field.inspectNear(SHOP.name);
  await expect(field.from).toContainText('公园门口水果店占道经营影响通行');
  await form.choose('X1', '餐饮');
  await form.answer('Z2', 'fail');
  await form.note('Z2', '门口两侧堆放水果筐');
  await form.addPhotos('Z2', [photoFile('门前.jpg')], 1);
  await form.isSaved();
  // Left halfway: the report leads back into it, so that it is not begun twice.
  await field.backToReport();
  await page.getByRole('link', { name: words.draft.inspection }).click();
  await form.isShown();
  await form.passTheRest();
  await form.isSaved();
  await form.submit();
  await field.backToReport();
  await expect(field.born).toHaveCount(1);
  await expect(field.born).toContainText(words.failed(1));
  await expect(field.result).toHaveValue(/到“示例水果店”现场检查，发现 1 项问题。$/);

  const filing = await field.fileNear(SHOP.name);
  await expect(page.getByRole('textbox', { name: fileText.new.facts })).toHaveValue(
    '热线12345反映：公园门口水果店占道经营影响通行',
  );
  await expect(page.getByText(words.filing.notice)).toBeVisible();
  await expect(page.getByRole('combobox', { name: fileText.new.source })).toHaveValue(choiceLabel('source', 'hotline'));
  await page.screenshot({ path: test.info().outputPath('filing.png') });
  await filing.fill('ordinary', 'MQ-14', photoFile('现场.jpg'), {
    texts: { [fileText.new.facts]: '现场检查，店主在人行道上摆放水果筐约三平方米。' },
  });
  await filing.submit(fileText.new.submit, PEOPLE.second);
  await expect(field.from).toHaveCount(1);
  await expectNoNames(page);
  await page.screenshot({ path: test.info().outputPath('case.png') });
  await field.backToReport();
  await expect(field.born).toHaveCount(2);
  await expect(field.result).toHaveValue(/已登记案件“示例水果店.*”，目前/);
  await page.screenshot({ path: test.info().outputPath('report.png'), fullPage: true });
  await expectAccessible(page, 'a report that led to field work');
  const proposed = await field.result.inputValue();
  await page.getByRole('button', { name: reportsText.steps.handle, exact: true }).click();
  await report.stands('handled');
  await officer.shell.isInSync();
  // What was merged into it shares what came of it.
  await officer.shell.goTo('reports');
  const all = new ReportsPage(page);
  await all.show('all', 3);
  const merged = await all.open('RX-002');
  await merged.stands('merged');
  await expect(field.born).toHaveCount(2);
  await main.stands('handled');
  await expect(clerk.page.getByText(proposed).first()).toBeVisible();
  await clerk.close();
  await officer.close();

  const brigade = await launchAs('supervisor', { server: hub.url });
  await brigade.shell.isInSync();
  await withAxe(brigade.page);
  await brigade.page.getByRole('navigation', { name: nav.label }).getByRole('link', { name: nav.reports }).click();
  const orgs = brigade.page.getByRole('table', { name: reportsText.orgs.title });
  await expect(orgs.getByRole('row')).toHaveCount(2);
  await expect(brigade.page.getByRole('link', { name: reportsText.add })).toHaveCount(0);
  await brigade.page.screenshot({ path: test.info().outputPath('brigade.png') });
  await expectAccessible(brigade.page, 'reports as the brigade reads them');
  await new ReportsPage(brigade.page).open('RX-001');
  const theirs = new FieldWorkPage(brigade.page);
  await expect(theirs.born).toHaveCount(2);
  await expect(brigade.page.getByText(reportsText.reporter.closed)).toBeVisible();
  await expect(brigade.page.getByText(reportsText.steps.nothing)).toBeVisible();
  await expectNoNames(brigade.page);
  await theirs.born.getByRole('link').first().click();
  await expect(brigade.page).toHaveURL(/review/);
  await expect(theirs.from).toHaveCount(1);
  await brigade.close();
  await hub.stop();
});

test('where nothing is registered near, a thing is registered at the place of the report and inspected at once', async () => {
  const hub = await startHub(freshFolder('hub'));
  const { page, shell, close } = await launchAs('leader', { server: hub.url });
  await shell.isInSync();
  await shell.goTo('reports');
  const list = new ReportsPage(page);
  await list.take(await list.preview(hotlineFile()), 3, 0);
  const report = await list.open('RX-003');
  await report.accept();
  await report.dispatchTo(PEOPLE.leader.name, '我去');
  const field = new FieldWorkPage(page);
  const dialog = await field.choosePlace('inspect');
  await expect(dialog.getByText(words.place.noNear)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('place.png') });
  await dialog.getByRole('link', { name: words.place.register }).click();
  await expect(page.getByLabel(sites.address)).toHaveValue('另一条街工地东侧');
  await page.getByLabel(sites.name).fill('示例工地门卫');
  await page.getByLabel(sites.operator).fill('示例建设');
  for (const [label, option] of [
    [sites.division, '黄石港区'],
    [sites.street, '胜阳港'],
  ] as const) {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  }
  await page.getByRole('button', { name: sites.save }).click();
  await new InspectionFormPage(page).isShown();
  await expect(field.from).toContainText('工地围挡外堆放渣土');
  await close();
  await hub.stop();
});

async function expectNoNames(page: Page): Promise<void> {
  for (const text of [NAME, PHONE]) await expect(page.getByText(text)).toHaveCount(0);
}
