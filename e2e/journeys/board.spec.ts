import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { planText as words } from '#renderer/app/language/zh/plan.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { textOf } from '../fixtures/printedPage.ts';
import { launchAs } from '../fixtures/world.ts';
import { PlanPage } from '../pages/PlanPage.ts';

const LOSS = '供水管网漏损率';
const SEWERS = '污水管网新建改造';
const REPORT = photoFile('月报.jpg');

test('the board shows what is late first, is cut by a filter, and comes out as one page', async () => {
  test.setTimeout(180_000);
  const hub = await startHub(freshFolder('hub'));
  const clerk = await launchAs('clerk', { server: hub.url });
  const { page } = clerk;
  await page.setViewportSize({ width: 1366, height: 768 });
  const board = await PlanPage.from(clerk);
  for (const [name, value] of [
    [LOSS, '12.5'],
    [SEWERS, '999'],
  ] as const) {
    await board.open(name);
    await board.enter(value, REPORT);
    await board.back();
  }
  const filter = page.getByRole('radiogroup', { name: words.filter });
  await expect(filter.getByRole('radio', { name: words.count(words.groups.late, 1) })).toBeVisible();
  await expect(page.getByRole('list', { name: words.list }).first()).toContainText(LOSS);
  await page.screenshot({ path: test.info().outputPath('board.png') });
  await withAxe(page);
  await expectAccessible(page, 'board');
  await filter.getByRole('radio', { name: words.count(words.groups.met, 1) }).click();
  await expect(board.line(SEWERS)).toContainText(words.progress.met);
  await expect(board.line(LOSS)).toHaveCount(0);
  await filter.getByRole('radio', { name: words.allGroups }).click();

  await page.getByRole('button', { name: words.print.button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  await page.screenshot({ path: test.info().outputPath('board-dialog.png') });
  const path = join(freshFolder('board'), 'board.pdf');
  await answerSaveDialog(clerk.app, path);
  await dialog.getByRole('button', { name: casesText.page.save, exact: true }).click();
  await expect(dialog.getByText(path)).toBeVisible();
  const { words: said, pages } = textOf(path);
  expect(pages).toBe(1);
  for (const text of [
    LOSS,
    '不高于10%',
    '12.5%',
    words.progress.behind,
    SEWERS,
    '999公里',
    '黄石港区城市管理执法局（示例）',
    '不是执法文书',
  ])
    expect(said).toContain(text);
  expect(said).toMatch(/数据截至\d{4}年\d{1,2}月\d{1,2}日/u);
  execFileSync('pdftoppm', ['-r', '90', '-png', path, test.info().outputPath('board-print')]);
  await clerk.close();
  await hub.stop();
});
