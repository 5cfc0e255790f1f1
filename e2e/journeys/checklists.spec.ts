import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { checklistsText as words } from '#renderer/app/language/zh/checklists.ts';
import { inspectionsText } from '#renderer/app/language/zh/inspections.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { startHub } from '../fixtures/hub.ts';
import { readRows } from '../fixtures/store.ts';
import { launchAs } from '../fixtures/world.ts';

const FILE = new URL('../../resources/catalogue/checklists/manhole-cover.v1.json', import.meta.url);

/** A new version with one item more. */
function newVersion(change: (items: { code: string; text: string }[]) => void): string {
  const list = JSON.parse(readFileSync(FILE, 'utf8')) as Checklist;
  change(list.sections[0]?.items ?? []);
  return JSON.stringify({ ...list, version: 2 });
}

test('an administrator looks at the checklists, tries one, and checks a new version before it is used', async () => {
  test.setTimeout(120_000);
  const hub = await startHub(freshFolder('hub'));
  const { app, page, shell, close } = await launchAs('admin', { server: hub.url });
  await shell.goTo('checklists');
  await expect(page.getByRole('list', { name: words.inUse }).getByRole('listitem')).toHaveCount(15);

  await page.getByRole('button', { name: `${words.preview} 窨井盖巡查表` }).click();
  await expect(page.getByRole('status').filter({ hasText: '试填得分' })).toHaveText(words.score('100'));
  await page.locator('#item-M1').getByRole('radio', { name: inspectionsText.form.answers.fail, exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '试填得分' })).toHaveText(words.score('92'));
  await withAxe(page);
  await expectAccessible(page, words.preview);
  await page.getByRole('button', { name: words.close }).click();
  await expectAccessible(page, words.title);
  expect(await readRows(page, 'drafts')).toEqual([]);

  const text = page.getByLabel(words.text);
  const faults = page.getByRole('alert').filter({ hasText: '处要改' });
  await text.fill('{');
  await expect(faults).toContainText(words.faults.not_json);
  await text.fill(newVersion((items) => items.push({ ...items[1], code: 'M1', text: '重复' })));
  await expect(faults).toContainText(`sections.0.items.5 ${words.faults.duplicate_code} M1`);
  await text.fill(newVersion((items) => Object.assign(items[1] ?? {}, { text: '没有缺失' })));
  await expect(page.getByText(words.sound('窨井盖巡查表', 2))).toBeVisible();
  await expect(page.getByRole('list', { name: words.compare })).toContainText(
    /修改项目 M1 没有缺失（内容：.+ → 没有缺失）/,
  );

  const sheet = join(freshFolder('sheet'), 'manhole-cover.xlsx');
  await answerSaveDialog(app, sheet);
  const line = page.getByRole('list', { name: words.inUse }).getByRole('listitem').filter({ hasText: '窨井盖巡查表' });
  await line.getByRole('button', { name: words.exportSheet }).click();
  await expect.poll(() => existsSync(sheet)).toBe(true);
  await page.locator('input[type="file"]').setInputFiles(sheet);
  await expect(page.getByText(words.sound('窨井盖巡查表', 1))).toBeVisible();
  await expect(page.getByText(words.same)).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles({
    ...{ name: '坏.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK坏') },
  });
  await expect(page.getByRole('alert').filter({ hasText: /读不/ })).toBeVisible();
  await expect(text).toHaveValue(/manhole-cover/);
  await close();
  await hub.stop();
});
