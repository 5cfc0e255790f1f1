import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { common } from '#renderer/app/language/zh/common.ts';
import { reportsText as words } from '#renderer/app/language/zh/reports.ts';
import { localMinute } from '#renderer/screens/reports/reportForm.ts';

import { ServerClient } from '../../scripts/server-setup/client.ts';
import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { readRows } from '../fixtures/store.ts';
import { DEMO_PASSWORD, launchAs, PEOPLE } from '../fixtures/world.ts';
import { NewReportPage } from '../pages/NewReportPage.ts';
import { ReportsPage } from '../pages/ReportsPage.ts';

const PHONE = '13900001111';
const NAME = '示例举报人甲';
const SCREENS = join(import.meta.dirname, '../../.cache/screens');

/** Thirty rows as a hotline gives them: number 2 is a double of 1, two rows cannot be taken. */
function hotlineFile(): string {
  const at = (hoursAgo: number): string => localMinute(Date.now() - hoursAgo * 3_600_000).replace('T', ' ');
  const heads = '编号,来源,内容,地址,经度,纬度,时间,姓名,电话';
  const rows = Array.from({ length: 30 }, (_, index) => {
    const n = index + 1;
    const place = `${(115.01 + n / 100).toFixed(4)},30.2200`;
    if (n === 1)
      return `RX-001,12345热线,公园门口有人占道卖水果影响通行，请回电${PHONE},示例路公园门口,115.0480,30.2200,${at(5)},${NAME},${PHONE}`;
    if (n === 2) return `RX-002,随手拍,有人在公园门口占道卖水果,示例路公园大门,115.0485,30.2201,${at(4)},,`;
    if (n === 17) return `RX-017,热线,第十七件没有地址,,${place},${at(3)},,`;
    if (n === 23) return `RX-023,热线,第二十三件时间写错,示例街 23 号,${place},上周三,,`;
    const number = String(n).padStart(3, '0');
    return `RX-${number},网格员,第 ${String(n)} 处道路不洁,示例街 ${String(n)} 号,${place},${at(n)},,139${number}02222`;
  });
  const file = join(freshFolder('reports'), '热线.csv');
  writeFileSync(file, `\uFEFF${[heads, ...rows].join('\r\n')}\r\n`);
  return file;
}

test('reports of a file are merged, sent out, handled on another device and answered; who reported stays sealed', async () => {
  test.setTimeout(240_000);
  const hub = await startHub(freshFolder('hub'));
  const clerk = await launchAs('clerk', { server: hub.url });
  await clerk.shell.isInSync();
  const file = hotlineFile();
  await clerk.shell.goTo('reports');
  const list = new ReportsPage(clerk.page);
  const dialog = await list.preview(file);
  await expect(dialog.getByText(words.import.summary(28, 0, 2))).toBeVisible();
  await expect(dialog.getByText('地址是空的：请补上')).toBeVisible();
  await expect(dialog.getByText(/时间“上周三”：不是有效的时间/)).toBeVisible();
  await clerk.page.screenshot({ path: join(SCREENS, 'reports-import.png') });
  await list.take(dialog, 28, 0);
  await list.show('all', 28);
  await clerk.page.screenshot({ path: join(SCREENS, 'reports-list.png') });
  const again = await list.preview(file);
  await expect(again.getByText(words.import.summary(0, 28, 2))).toBeVisible();
  await again.getByRole('button', { name: words.import.cancel, exact: true }).click();

  const second = await list.open('RX-002');
  await second.mergeInto('RX-001', '看错了');
  await second.unmerge('先核对一下');
  await second.mergeInto('RX-001', '同一摊位');
  await clerk.page.getByRole('link', { name: words.detail.openMain }).click();
  await expect(clerk.page.getByText(words.detail.mergedHere(1))).toBeVisible();
  await expect(clerk.page.getByText(NAME)).toBeVisible();
  await expect(clerk.page.getByText(PHONE)).toBeVisible();
  await expect(clerk.page.getByText(/请回电【号码已封存】/)).toBeVisible();
  await clerk.shell.goTo('reports');
  const report = await list.open('RX-001');
  await report.accept();
  await report.dispatchTo(PEOPLE.officer.name, '请今天到现场');
  await clerk.page.screenshot({ path: join(SCREENS, 'reports-dispatched.png') });
  await clerk.shell.isInSync();

  const officer = await launchAs('officer', { server: hub.url });
  await officer.shell.isInSync();
  await officer.shell.goTo('reports');
  const there = new ReportsPage(officer.page);
  await there.show('running', 1);
  const sent = await there.open('RX-001');
  await expect(officer.page.getByText(words.reporter.closed)).toBeVisible();
  await sent.handle('已劝离摊贩，路面清扫干净');
  await officer.shell.isInSync();
  await officer.page.screenshot({ path: join(SCREENS, 'reports-officer.png') });

  await report.stands('handled');
  await report.answer('摊贩已劝离，感谢反映');
  await report.close();
  await clerk.shell.isInSync();
  await sent.stands('closed');

  await expectSealed(officer.page, hub.url);
  await clerk.close();
  await officer.close();
  await hub.stop();
});

test('an officer takes a visit down without anybody’s name; the screens have no serious findings', async () => {
  test.setTimeout(120_000);
  const hub = await startHub(freshFolder('hub'));
  const { page, shell, close } = await launchAs('officer', { server: hub.url });
  await withAxe(page);
  await shell.goTo('reports');
  await expectAccessible(page, 'no reports');
  const form = await NewReportPage.from(page);
  await form.save();
  await expect(page.getByText(words.form.required).first()).toBeVisible();
  await expect(page.getByText(words.form.reporterClosed)).toBeVisible();
  await expect(page.getByRole('textbox', { name: words.form.phone })).toHaveCount(0);
  await page.screenshot({ path: join(SCREENS, 'reports-new.png') });
  await expectAccessible(page, 'a new report');
  await form.fillVisit('示例社区', '25', '讲解门前三包，居民电话13900003333', '示例社区广场');
  await form.save();
  await expect(page.getByRole('heading', { name: '三进社区' })).toBeVisible();
  await expect(page.getByText(/居民电话【号码已封存】/)).toBeVisible();
  await expect(page.getByText('25', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: common.closeNotice }).click();
  await expect(page.getByText(words.form.saved, { exact: true })).toHaveCount(0);
  await page.screenshot({ path: join(SCREENS, 'reports-visit.png') });
  await expectAccessible(page, 'report');
  await shell.goTo('reports');
  await new ReportsPage(page).show('open', 1);
  await expectAccessible(page, 'reports');
  await close();
  await hub.stop();
});

/** Neither the officer's device nor the database of the work knows who reported; the sealed one does. */
async function expectSealed(officer: Page, url: string): Promise<void> {
  const tables = ['events', 'reports', 'reporters', 'outbox', 'quarantine', 'directory', 'meta', 'feeds', 'drafts'];
  const rows = await Promise.all(tables.map((table) => readRows(officer, table)));
  const held = JSON.stringify(rows);
  expect(held).toContain('RX-001');
  const server = new ServerClient(url.replace('//', `//backup:${DEMO_PASSWORD}@`));
  const read = async (db: string): Promise<string> =>
    JSON.stringify((await server.expect([200], 'GET', `/${db}/_all_docs?include_docs=true`)).body);
  const work = await read('work-hsg');
  expect(work).toContain('RX-001');
  for (const text of [held, work]) {
    expect(text).not.toContain(PHONE);
    expect(text).not.toContain(NAME);
  }
  expect(await read('sealed-hsg')).toContain(PHONE);
  const asOfficer = new ServerClient(url.replace('//', `//${PEOPLE.officer.user}:${DEMO_PASSWORD}@`));
  await asOfficer.expect([403], 'GET', '/sealed-hsg/_all_docs');
}
