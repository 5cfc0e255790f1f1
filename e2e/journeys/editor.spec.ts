import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { editorText as words } from '#renderer/app/language/zh/checklistEditor.ts';
import { checklistsText } from '#renderer/app/language/zh/checklists.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { readRows } from '../fixtures/store.ts';
import { launchAs, relaunchAs, type SignedIn } from '../fixtures/world.ts';
import { ChecklistEditorPage } from '../pages/ChecklistEditorPage.ts';
import { ChecklistsPage } from '../pages/ChecklistsPage.ts';
import { InspectionFormPage } from '../pages/InspectionFormPage.ts';
import { InspectionPage } from '../pages/InspectionPage.ts';

const SHOP = '示例编辑店';
const LIST = '门前三包检查表';
const HYGIENE = '包卫生';
const MEASURED = '油污宽度（示例）';
const OWN = '示例自编表';

const OTHER_NAME = '门前三包检查表（示例别版）';

/** The version that comes with the app. */
function firstVersion(): Checklist {
  const file = new URL('../../resources/catalogue/checklists/menqian-sanbao.v1.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Checklist;
}

/** Writes what is on the screen at the sizes that officers' computers have. */
async function picture({ page, app }: SignedIn, name: string): Promise<void> {
  await expectAccessible(page, name);
  for (const [width, height] of [
    [1366, 768],
    [1280, 800],
  ] as const) {
    const size = { width, height };
    await app.evaluate(({ BrowserWindow }, to) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height);
    }, size);
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    await page.screenshot({ path: test.info().outputPath(`${name}-${String(width)}.png`) });
  }
}

async function measuredItem(editor: ChecklistEditorPage): Promise<void> {
  const { members, condition } = words;
  await editor.outline.getByRole('button', { name: words.outline.addItemTo(HYGIENE) }).click();
  await expect(editor.field(members.code)).toHaveValue('H8');
  await expect(editor.field(members.text)).toBeFocused();
  await editor.has(1);
  await editor.pick(members.kind, words.kinds.number);
  await editor.field(members.text).fill(MEASURED);
  await editor.has(0);
  await editor.field(members.unit).fill('厘米');
  await editor.tick(members.judged);
  await editor.has(1);
  await expect(editor.row(/^H8 /)).toContainText(words.marked(1));
  await editor.field(members.normalMax).fill('30');
  await editor.has(0);
  await editor.tick(condition.toggleItem);
  await editor.pick(condition.item, /^X1 /);
  await editor.has(1);
  await editor.pick(condition.isOneOf, '餐饮');
  await editor.has(0);
}

test('an administrator builds the next version of a checklist field by field, and an officer fills it', async () => {
  test.setTimeout(300_000);
  const hub = await startHub(freshFolder('hub'));
  const officer = await launchAs('officer', { server: hub.url });
  const site = await officer.shell.newSite();
  await site.register({
    ...{ name: SHOP, operator: '示例经营者', address: '示例路 8 号', division: '黄石港区', street: '沈家营' },
  });
  const admin = await launchAs('admin', { server: hub.url });
  await withAxe(admin.page);
  await admin.shell.goTo('checklists');
  const lists = new ChecklistsPage(admin.page);
  await lists
    .line(LIST)
    .getByRole('link', { name: `${words.edit} ${LIST}` })
    .click();
  const editor = new ChecklistEditorPage(admin.page);
  await editor.has(0);
  await measuredItem(editor);
  await picture(admin, 'number');

  // What a condition names is taken out: told at both places, and mended by undoing.
  await editor.choose(/^X1 /);
  await admin.page.getByRole('button', { name: words.actions.remove, exact: true }).click();
  await editor.has(3);
  await editor.choose(/^H8 /);
  await expect(admin.page.getByText(`${checklistsText.faults.unknown_item} X1`)).toBeVisible();
  await picture(admin, 'problem');
  await admin.page.keyboard.press('Control+Z');
  await editor.has(0);
  await expect(editor.row(/^X1 /)).toHaveAttribute('aria-current', 'true');
  await editor.isKept();
  await admin.close();

  const again = await relaunchAs('admin', { profile: admin.profile, server: hub.url });
  await withAxe(again.page);
  await again.shell.goTo('checklists');
  await again.page.getByRole('link', { name: words.goOn(LIST) }).click();
  await expect(again.page.getByText(words.basedOn(1))).toBeVisible();
  const later = new ChecklistEditorPage(again.page);
  await later.has(0);
  await expect(later.row(/^H8 /)).toContainText(MEASURED);

  await later.show('preview');
  const form = new InspectionFormPage(again.page);
  await expect(again.page.locator('#item-H8')).toHaveCount(0);
  await form.choose('X1', '餐饮');
  await again.page.locator('#item-H8').getByRole('textbox').first().fill('31');
  await expect(again.page.locator('#item-H8')).toContainText(inspectionsText.form.over);
  await picture(again, 'preview');
  await again.page.getByRole('button', { name: checklistsText.close }).click();

  await again.shell.isInSync();
  await later.show('publish');
  const changes = again.page.getByRole('list', { name: words.base(1) }).getByRole('listitem');
  await expect(changes.filter({ hasText: 'H8' })).toContainText(`新增项目 H8 ${MEASURED}`);
  await expect(changes.filter({ hasText: /H[1-7] / })).toHaveCount(0);

  // Meanwhile somebody publishes another second version: it is told, compared, and nothing of it is covered unasked.
  const all = new ChecklistsPage(again.page);
  await again.shell.goTo('checklists');
  await all.text.fill(JSON.stringify({ ...firstVersion(), version: 2, name: OTHER_NAME }));
  await all.publish();
  await expect(all.line(OTHER_NAME)).toContainText(checklistsText.versions([2, 1]));
  await again.page.getByRole('link', { name: words.goOn(LIST) }).click();
  await later.show('publish');
  const warning = again.page.getByRole('alert').filter({ hasText: words.overtaken(2) });
  await expect(warning.getByRole('listitem').filter({ hasText: '修改检查表' })).toContainText(words.members.name);
  await expect(again.page.getByRole('button', { name: checklistsText.publish, exact: true })).toHaveCount(0);
  await picture(again, 'publish');
  await again.page.getByRole('button', { name: checklistsText.makeVersion(3) }).click();
  await expect(warning).toBeVisible();
  await all.publish();
  await expect(all.line(LIST)).toContainText(checklistsText.versions([3, 2, 1]));
  await expect(again.page.getByRole('link', { name: words.create })).toBeVisible();
  await again.close();

  await officerFills(officer);
  await officer.close();
  await hub.stop();
});

/** The new version comes without a restart; its item is judged by its limit. */
async function officerFills({ page, shell }: SignedIn): Promise<void> {
  const ids = async (): Promise<string[]> => (await readRows<{ id: string }>(page, 'directory')).map(({ id }) => id);
  await expect.poll(ids, { timeout: 40_000 }).toContain('checklist:menqian-sanbao:3');
  const form = await shell.startInspection('slbjd', SHOP);
  await form.choose('X1', '餐饮');
  await page.locator('#item-H8').getByRole('textbox').first().fill('12');
  await form.passTheRest();
  await form.isSaved();
  await form.submit();
  await expect(await new InspectionPage(page).line('H8')).toHaveCount(1);
  const rows = await readRows<{ checklistVersion: number }>(page, 'inspections');
  expect(rows.map(({ checklistVersion }) => checklistVersion)).toEqual([3]);
}

test('a checklist is made from nothing, by keyboard where that is quicker, and one draft never drops another', async () => {
  test.setTimeout(180_000);
  const hub = await startHub(freshFolder('hub'));
  const admin = await launchAs('admin', { server: hub.url });
  const { page, shell } = admin;
  await withAxe(page);
  await shell.goTo('checklists');
  await page.getByRole('link', { name: words.create }).click();
  const editor = new ChecklistEditorPage(page);
  const { members } = words;
  const start = page.getByRole('button', { name: words.start.go });
  await editor.field(members.name).fill(OWN);
  await editor.field(members.id).fill('menqian-sanbao');
  await expect(page.getByText(words.start.idTaken)).toBeVisible();
  await expect(start).toBeDisabled();
  await editor.field(members.id).fill('own-list');
  await picture(admin, 'start');
  await start.click();
  await editor.has(1);
  await editor.field(members.text).fill('门口有无示例牌');
  await editor.has(0);

  // A choice before it, by Alt and the arrow.
  await editor.outline.getByRole('button', { name: words.outline.addItemTo('第一部分') }).click();
  await editor.pick(members.kind, words.kinds.choice);
  await editor.field(members.text).fill('有无门牌');
  await editor.field(members.optionText(1)).fill('有');
  await editor.field(members.optionText(2)).fill('无');
  await editor.has(0);
  await editor.row(/^A2 /).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(editor.outline.getByRole('button', { name: /^A\d / })).toContainText(['有无门牌', '门口有无示例牌']);
  await page.keyboard.press('ArrowDown');
  await expect(editor.row(/^A1 /)).toBeFocused();
  await editor.tick(words.condition.toggleItem);
  await editor.pick(words.condition.item, /^A2 /);
  await editor.has(1);
  await editor.pick(words.condition.isOneOf, '有');
  await editor.has(0);

  // Moved the other way round the condition looks at what comes later; the list of problems leads to the field.
  await editor.row(/^A1 /).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await editor.has(1);
  await page.getByRole('button', { name: words.problems(1) }).click();
  await picture(admin, 'problems');
  await page.getByRole('list', { name: words.problemsTitle }).getByRole('button').click();
  await expect(page.getByRole('checkbox', { name: words.condition.toggleItem })).toBeFocused();
  await page.getByRole('button', { name: words.undo, exact: true }).click();
  await editor.has(0);
  await editor.choose(words.outline.scoring);
  await picture(admin, 'scoring');
  await editor.choose(words.outline.proofs);
  await page.getByRole('button', { name: words.add.proof }).click();
  await editor.has(2);
  await picture(admin, 'proof');
  await page.keyboard.press('Control+Z');
  await editor.has(0);
  await editor.isKept();

  await shell.goTo('checklists');
  const lists = new ChecklistsPage(page);
  await lists
    .line(LIST)
    .getByRole('link', { name: `${words.edit} ${LIST}` })
    .click();
  await expect(page.getByText(words.other(OWN, 1))).toBeVisible();
  await picture(admin, 'other');
  await shell.goTo('checklists');
  const { sections, ...rest } = firstVersion();
  await lists.text.fill(JSON.stringify({ ...rest, name: '', sections }));
  await expect(page.getByRole('button', { name: words.takeIn })).toBeDisabled();
  await expect(page.getByText(words.occupied)).toBeVisible();
  await page.getByRole('link', { name: words.goOn(OWN) }).click();
  await shell.isInSync();
  await editor.show('publish');
  await expect(page.getByText(checklistsText.isNew)).toBeVisible();
  await lists.publish();
  await expect(lists.line(OWN)).toContainText(checklistsText.versions([1]));

  // A file with a fault, which the text names by its place, is put right in the editor.
  await page.getByRole('button', { name: words.takeIn }).click();
  await editor.has(1);
  await editor.field(members.name).fill(LIST);
  await editor.has(0);
  // Dropped while the last letter is not saved yet: it does not come back.
  await editor.field(members.name).fill(`${LIST}！`);
  await page.getByRole('button', { name: words.discard }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.discard }).click();
  await expect(page.getByRole('link', { name: words.create })).toBeVisible();
  expect((await readRows<{ kind: string }>(page, 'drafts')).map(({ kind }) => kind)).toEqual(['checklist']);
  await admin.close();
  await hub.stop();
});
