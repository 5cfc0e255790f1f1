import { expect, test } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { documentsText } from '#renderer/app/language/zh/documents.ts';
import { registerText } from '#renderer/app/language/zh/register.ts';

import { freshFolder, launchApp } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchAs, launchPair, PEOPLE } from '../fixtures/world.ts';
import { CasePage } from '../pages/CasePage.ts';
import { ReviewPage } from '../pages/ReviewPage.ts';

const SHOP = '老街面馆（示例）';
/** A character that the embedded font does not have. */
const RARE = '𠮷';
const PHOTO = photoFile('门前.jpg');

test('no screen has serious or critical findings', async () => {
  test.setTimeout(240_000);
  const hub = await startHub(freshFolder('hub'));
  const first = await launchApp({ server: hub.url });
  await expect(first.page.getByRole('heading')).toBeVisible();
  await withAxe(first.page);
  await expectAccessible(first.page, 'sign-in');
  await first.close();

  const { page, shell, close } = await launchPair({ server: hub.url });
  await withAxe(page);
  for (const column of ['home', 'inspections', 'sites', 'cases', 'sync'] as const) {
    await shell.goTo(column);
    await expectAccessible(page, column);
  }
  await shell.goTo('cases');
  await page.getByRole('link', { name: registerText.open }).click();
  await expect(page.getByRole('list', { name: registerText.lines })).toBeVisible();
  await expectAccessible(page, 'register of numbers');
  await shell.newSite();
  await expectAccessible(page, 'a new shop');
  const form = await shell.startInspection('ljmg', SHOP);
  await form.choose('X1', '餐饮');
  await form.answer('Z2', 'fail');
  await form.note('Z2', `门口有物品${RARE}`);
  await form.addPhotos('Z2', [PHOTO], 1);
  await form.passTheRest();
  await form.isSaved();
  await expectAccessible(page, 'checklist');
  await form.submit();
  await expectAccessible(page, 'inspection');
  const opened = await CasePage.open(page, PEOPLE.second);
  await expectAccessible(page, 'case');
  const notice = await opened.makeNotice();
  await notice.fill('0714-0000000');
  await notice.isPreviewed();
  await expect(page.getByText(documentsText.missingGlyphs(RARE))).toBeVisible();
  // So far ahead that nobody has announced the holidays.
  await page.getByLabel(documentsText.count, { exact: true }).fill('365');
  await expect(page.getByText(documentsText.calendarUnknown)).toBeVisible();
  await expectAccessible(page, 'notice');
  await notice.issue(PEOPLE.second);
  await notice.toCase();
  await opened.next.getByRole('button', { name: casesText.page.steps['serveNotice'] ?? '' }).click();
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeFocused();
  await expectAccessible(page, 'service');
  await page.keyboard.press('Escape');
  await shell.isInSync();
  await shell.lock();
  await expectAccessible(page, 'unlock');
  await close();

  const brigade = await launchAs('supervisor', { server: hub.url });
  await withAxe(brigade.page);
  await brigade.shell.goTo('review');
  const review = new ReviewPage(brigade.page);
  await review.line(SHOP).first().waitFor({ timeout: 40_000 });
  await expectAccessible(brigade.page, 'cases to review');
  await review.open(SHOP);
  await expectAccessible(brigade.page, 'review');
  await brigade.close();
  await hub.stop();
});
