import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { fieldLabel } from '#renderer/app/language/zh/actFields.ts';
import { stageWords } from '#renderer/app/language/zh/caseWords.ts';
import { fileText } from '#renderer/app/language/zh/files.ts';
import { entryProblems, planText as words } from '#renderer/app/language/zh/plan.ts';
import { reviewText } from '#renderer/app/language/zh/review.ts';

import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchAs, launchPair, PEOPLE } from '../fixtures/world.ts';
import { NewFilePage } from '../pages/NewFilePage.ts';
import { PlanPage } from '../pages/PlanPage.ts';
import { ReviewPage } from '../pages/ReviewPage.ts';

const SITE = {
  name: '示例巷7号院内加建',
  operator: '示例建房人戊',
  address: '示例巷 7 号',
  division: '黄石港区',
  street: '沈家营',
} as const;
const BEFORE = photoFile('加建.jpg');
const AFTER = photoFile('拆除后.jpg', { tidy: true });
const REPORT = photoFile('月报.jpg');
const DEMOLISHED = '拆除违建';
const LOSS = '供水管网漏损率';
const l = (member: string): string => fieldLabel('', member);
const SCREENS = join(import.meta.dirname, '../../.cache/screens');
const ARRIVES = { timeout: 40_000 };

test('a demolition counts once the brigade accepts it on another device, and no more when it is returned', async () => {
  test.setTimeout(300_000);
  const hub = await startHub(freshFolder('hub'));
  const pair = await launchPair({ server: hub.url });
  await (await pair.shell.newSite()).register(SITE);
  const form = await NewFilePage.from(pair.page);
  await form.fill('structure', 'WJ-01', BEFORE);
  const file = await form.submit(fileText.new.submit, PEOPLE.second);
  await file.take(
    'structure.demolished:self',
    { photos: { [l('before')]: BEFORE, [l('after')]: AFTER }, texts: { [l('areaE2')]: '86.4' } },
    PEOPLE.second,
  );
  await file.isAt(stageWords.demolished.text);
  const board = await PlanPage.from(pair);
  await expect(board.line(DEMOLISHED)).toContainText(words.noData);
  await pair.shell.isInSync();

  const brigade = await launchAs('supervisor', { server: hub.url });
  await brigade.shell.goTo('review');
  const review = new ReviewPage(brigade.page);
  await review.open(SITE.name);
  await review.accept();
  await expect(board.line(DEMOLISHED)).toContainText('86.4 ㎡', ARRIVES);
  await pair.page.setViewportSize({ width: 1366, height: 768 });
  await pair.page.screenshot({ path: join(SCREENS, 'plan-board.png') });
  await board.open(DEMOLISHED);
  await expect(pair.page.getByText('自拆', { exact: true })).toBeVisible();
  await expect(board.records).toHaveCount(1);
  await expect(board.records).toContainText('86.4 ㎡');
  await pair.page.screenshot({ path: join(SCREENS, 'plan-indicator.png') });

  await brigade.page.getByRole('button', { name: reviewText.changeDecision }).click();
  await review.return('照片看不出拆除的范围');
  await expect(board.records).toHaveCount(0, ARRIVES);
  await board.back();
  await expect(board.line(DEMOLISHED)).toContainText(words.noData);
  await brigade.close();
  await pair.close();
  await hub.stop();
});

test('a monthly value is refused when it cannot be right, counts with its report, and is corrected openly', async () => {
  test.setTimeout(180_000);
  const hub = await startHub(freshFolder('hub'));
  const clerk = await launchAs('clerk', { server: hub.url });
  const board = await PlanPage.from(clerk);
  await expect(board.line('剩余面积')).toContainText(words.noData);
  await board.open(LOSS);
  const dialog = await board.startEntry();
  await dialog.getByRole('button', { name: words.submit }).click();
  await expect(dialog.getByText(entryProblems.empty)).toBeVisible();
  await expect(dialog.getByText(words.reportMissing)).toBeVisible();
  for (const [typed, problem] of [
    ['约9', entryProblems.not_a_number],
    ['120', entryProblems.percent_too_large],
    ['9.855', entryProblems.too_fine],
  ] as const) {
    await dialog.getByRole('textbox', { name: /^数值/ }).fill(typed);
    await expect(dialog.getByText(problem)).toBeVisible();
  }
  await withAxe(clerk.page);
  await expectAccessible(clerk.page, 'monthly value');
  await clerk.page.setViewportSize({ width: 1366, height: 768 });
  await clerk.page.screenshot({ path: join(SCREENS, 'plan-entry.png') });
  await dialog.getByRole('button', { name: words.cancel }).click();
  await expect(board.history).toHaveCount(0);

  await board.enter('12.5', REPORT);
  await expect(board.history).toHaveCount(1);
  await board.enter('9.85', REPORT);
  await expect(board.history).toHaveCount(2);
  await expect(board.history.first()).toContainText('9.85 %');
  await expect(board.history.first()).toContainText(words.counting);
  await expect(board.history.last()).toContainText(words.superseded);
  await board.back();
  await expect(board.line(LOSS)).toContainText(words.progress.met);
  await clerk.shell.isInSync();

  const path = join(freshFolder('table'), 'plan.xlsx');
  await answerSaveDialog(clerk.app, path);
  await clerk.page.getByRole('button', { name: words.save }).click();
  await expect(clerk.page.getByText(path)).toBeVisible();
  expect(readFileSync(path).subarray(0, 2).toString('latin1')).toBe('PK');
  await clerk.close();

  const brigade = await launchAs('supervisor', { server: hub.url });
  const theirs = await PlanPage.from(brigade);
  await expect(theirs.line(LOSS)).toContainText('9.85 %', ARRIVES);
  await withAxe(brigade.page);
  await expectAccessible(brigade.page, 'plan');
  await theirs.open(LOSS);
  await expect(theirs.history.first().locator('img')).toBeVisible(ARRIVES);
  await expect(brigade.page.getByRole('button', { name: words.enter })).toHaveCount(0);
  await expectAccessible(brigade.page, 'indicator');
  await brigade.page.setViewportSize({ width: 1366, height: 768 });
  await brigade.page.screenshot({ path: join(SCREENS, 'plan-history.png') });
  await brigade.close();
  await hub.stop();
});
