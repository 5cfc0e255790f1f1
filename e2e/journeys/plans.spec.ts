import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { read, utils, write } from '@e965/xlsx';
import { expect, test } from '@playwright/test';

import { planText } from '#renderer/app/language/zh/plan.ts';
import { planFilesText as words } from '#renderer/app/language/zh/planFiles.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchAs, PEOPLE } from '../fixtures/world.ts';
import { PlanPage } from '../pages/PlanPage.ts';
import { publishConfirming } from '../pages/publishing.ts';

const SEWERS = '污水管网新建改造';
const STATIONS = '驿站化公厕';
const REPORT = photoFile('月报.jpg');

/** As somebody edits it with a spreadsheet: another year, another target, one indicator less. */
function edited(path: string, year: number): void {
  const book = read(readFileSync(path));
  const [name = ''] = book.SheetNames;
  const lines = utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, defval: '', raw: false });
  const kept = lines.filter((line) => line[1] !== 'stations');
  const next = kept.map((line) => {
    if (line[0] === '计划') return [line[0], String(year), `示例市 ${String(year)} 年计划`, ...line.slice(3)];
    if (line[1] === 'sewers') return [...line.slice(0, 3), '120', ...line.slice(4)];
    return line.map((cell) => cell.replace(/\{"by":"indicator","ref":"stations"\},/, ''));
  });
  const sheet = utils.aoa_to_sheet(next);
  writeFileSync(
    path,
    write({ SheetNames: ['计划'], Sheets: { 计划: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array,
  );
}

test('a plan goes out as a table, comes back edited, is compared and published; other devices measure by it', async () => {
  test.setTimeout(240_000);
  const hub = await startHub(freshFolder('hub'));
  const clerk = await launchAs('clerk', { server: hub.url });
  const board = await PlanPage.from(clerk);
  await board.open(STATIONS);
  await board.enter('3', REPORT);
  await board.back();
  await expect(board.line(SEWERS)).toContainText('100 公里');
  await expect(clerk.page.getByRole('note')).toContainText('2024年的目标');

  const admin = await launchAs('admin', { server: hub.url });
  const { page } = admin;
  await page.setViewportSize({ width: 1366, height: 768 });
  await admin.shell.goTo('plan');
  await page.getByRole('link', { name: words.open }).click();
  const path = join(freshFolder('plan'), 'plan.xlsx');
  await answerSaveDialog(admin.app, path);
  await page.getByRole('button', { name: words.exportSheet }).click();
  await expect(page.getByText(path)).toBeVisible();
  const year = new Date().getFullYear();
  edited(path, year);
  await page.locator('input[type="file"]').setInputFiles(path);
  const changes = page.getByRole('list', { name: words.compareWith(2024, 1) });
  await expect(changes).toContainText(`${SEWERS}：${words.to('不少于 100 公里', '不少于 120 公里')}`);
  await expect(changes).toContainText(`${words.changes.removed} ${STATIONS}`);
  await page.screenshot({ path: test.info().outputPath('plans.png'), fullPage: true });
  await withAxe(page);
  await expectAccessible(page, 'plans');

  const text = page.getByLabel(words.text);
  const sound = await text.inputValue();
  await text.fill(sound.replace('"sewers"', '"sewers-2"'));
  await expect(page.getByRole('alert').filter({ hasText: words.faults.no_such_indicator })).toContainText('sewers');
  await expect(page.getByRole('button', { name: words.publish, exact: true })).toHaveCount(0);
  await text.fill(sound);
  await publishConfirming(page, words.publishText);
  await expect(page.getByText(words.published(year, 1))).toBeVisible();
  const line = page.getByRole('list', { name: words.inUse }).getByRole('listitem').first();
  await expect(line).toContainText(words.name(year, 1));
  await expect(line).toContainText(PEOPLE.admin.name);
  await admin.close();

  await expect(board.line(SEWERS)).toContainText('120 公里', { timeout: 40_000 });
  await expect(clerk.page.getByRole('note')).toHaveCount(0);
  await clerk.page.getByRole('list', { name: planText.dropped }).getByRole('link', { name: STATIONS }).click();
  await expect(board.history).toHaveCount(1);
  await expect(clerk.page.getByRole('note')).toContainText(planText.droppedHint);
  await expect(clerk.page.getByRole('button', { name: planText.enter })).toHaveCount(0);
  await clerk.close();
  await hub.stop();
});
