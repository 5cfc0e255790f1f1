import { readFileSync } from 'node:fs';

import { expect, test, type Page } from '@playwright/test';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { readRows } from '../fixtures/store.ts';
import { launchAs, PEOPLE, relaunchAs } from '../fixtures/world.ts';
import { ChecklistsPage } from '../pages/ChecklistsPage.ts';
import { InspectionPage } from '../pages/InspectionPage.ts';

const FILE = new URL('../../resources/catalogue/checklists/menqian-sanbao.v1.json', import.meta.url);
const SHOP = '示例版本店';
const NEW_ITEM = 'H99';

/** The next version: one item more. Its number is left as it was. */
function changedText(): { readonly text: string; readonly name: string } {
  const list = JSON.parse(readFileSync(FILE, 'utf8')) as Checklist;
  const sections = list.sections.map((section) => {
    const [first] = section.items;
    if (first?.code !== 'H1') return section;
    return { ...section, items: [...section.items, { ...first, code: NEW_ITEM, text: '门口雨篷无积尘（示例）' }] };
  });
  return { text: JSON.stringify({ ...list, sections }), name: list.name };
}

async function hasVersion(page: Page, version: number): Promise<void> {
  const ids = async (): Promise<string[]> => (await readRows<{ id: string }>(page, 'directory')).map(({ id }) => id);
  await expect.poll(ids, { timeout: 40_000 }).toContain(`checklist:menqian-sanbao:${String(version)}`);
}

test('a published version is for new inspections; a draft stays what it is, and both can be read for ever', async () => {
  test.setTimeout(240_000);
  const hub = await startHub(freshFolder('hub'));
  const officer = await launchAs('officer', { server: hub.url });
  const site = await officer.shell.newSite();
  await site.register({
    ...{ name: SHOP, operator: '示例经营者', address: '示例路 9 号', division: '黄石港区', street: '沈家营' },
  });
  const form = await officer.shell.startInspection('slbbd', SHOP);
  await form.choose('X1', '餐饮');
  await form.answer('H1', 'pass');
  await form.isSaved();

  const admin = await launchAs('admin', { server: hub.url });
  await admin.shell.goTo('checklists');
  const checklists = new ChecklistsPage(admin.page);
  const { text, name } = changedText();
  await expect(checklists.line(name)).toContainText(words.bundled);
  await checklists.text.fill(text);
  await expect(admin.page.getByText(words.shouldBe(2))).toBeVisible();
  await expect(admin.page.getByRole('button', { name: words.publish, exact: true })).toHaveCount(0);
  await admin.page.getByRole('button', { name: words.makeVersion(2) }).click();
  await expect(admin.page.getByRole('list', { name: words.compare })).toContainText(NEW_ITEM);

  // Without the server nothing is published and nothing is lost, not even by going elsewhere.
  await hub.stop();
  await checklists.publish();
  await expect(admin.page.getByRole('alert').filter({ hasText: '连接不上服务器' })).toBeVisible();
  await admin.shell.goTo('sync');
  await admin.shell.goTo('checklists');
  await expect(checklists.text).toHaveValue(new RegExp(NEW_ITEM));
  await expect(checklists.line(name)).toContainText(words.bundled);
  const again = await startHub(hub.data, { port: hub.port });
  await admin.shell.isInSync();
  await checklists.publish();
  await expect(admin.page.getByText(words.published(name, 2))).toBeVisible();
  await expect(checklists.line(name)).toContainText(`已发布：${PEOPLE.admin.name}`);
  await expect(checklists.line(name)).toContainText(words.versions([2, 1]));
  await expect(checklists.text).toHaveValue('');
  await admin.close();

  await hasVersion(officer.page, 2);
  await form.passTheRest();
  await expect(officer.page.locator(`#item-${NEW_ITEM}`)).toHaveCount(0);
  await form.isSaved();
  await form.submit();
  const second = await officer.shell.startInspection('slbbd', SHOP);
  await expect(officer.page.locator(`#item-${NEW_ITEM}`)).toBeVisible();
  await second.choose('X1', '餐饮');
  await second.passTheRest();
  await second.isSaved();
  await second.submit();
  await officer.shell.isInSync();
  await officer.close();
  await again.stop();

  const offline = await relaunchAs('officer', { profile: officer.profile, server: hub.url });
  await offline.shell.isOffline();
  const record = new InspectionPage(offline.page);
  const rows = await readRows<{ checklistVersion: number }>(offline.page, 'inspections');
  expect(rows.map(({ checklistVersion }) => checklistVersion)).toEqual([1, 2]);
  for (const [place, count] of [1, 0].entries()) {
    await offline.shell.goTo('inspections');
    const submitted = offline.page.getByRole('list', { name: inspectionsText.submitted });
    await submitted.getByRole('link').nth(place).click();
    await expect(await record.line('H1')).toHaveCount(1);
    await expect(await record.line(NEW_ITEM)).toHaveCount(count);
  }
  await offline.close();
});
