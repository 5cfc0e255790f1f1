import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test, type Page } from '@playwright/test';

import { devicesText } from '#renderer/app/language/zh/devices.ts';
import { verifyText } from '#renderer/app/language/zh/verify.ts';
import { NO_FINE, ONLY_A_REMINDER } from '#shared/documents/codeRows.ts';
import { LOOSE_PAPERS } from '#shared/documents/papers/loose.ts';

import { words } from '../../scripts/verifyPage/words.ts';
import { freshFolder } from '../fixtures/app.ts';
import { expectAccessible, withAxe } from '../fixtures/axe.ts';
import { openInBrowser } from '../fixtures/browser.ts';
import { cameraSees } from '../fixtures/camera.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { findGoodsOutside } from '../fixtures/finding.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { codeOn } from '../fixtures/printedPage.ts';
import { readRows } from '../fixtures/store.ts';
import { launchAs, launchPair, PEOPLE, relaunchAs } from '../fixtures/world.ts';
import { CasePage } from '../pages/CasePage.ts';
import { InspectionPage } from '../pages/InspectionPage.ts';

const SHOP = {
  name: '示例核验店',
  operator: '示例经营者',
  address: '示例路 12 号',
  division: '黄石港区',
  street: '沈家营',
} as const;

test('a shopkeeper scans the code of a notice with the published page, an officer with the app, both without network', async () => {
  test.setTimeout(240_000);
  const folder = freshFolder('verify');
  const hub = await startHub(freshFolder('hub'));
  const officer = await launchPair({ server: hub.url });
  await findGoodsOutside(officer.shell, SHOP, photoFile('门前.jpg'), 'slhyd');
  const told = join(folder, 'told.pdf');
  await answerSaveDialog(officer.app, told);
  await new InspectionPage(officer.page).saveNotice();
  const toldCode = codeOn(told);
  const opened = await CasePage.open(officer.page, PEOPLE.second);
  const notice = await opened.makeNotice();
  await notice.fill('0714-0000000');
  await notice.isPreviewed();
  const number = await notice.issue(PEOPLE.second);
  const pdf = join(folder, 'notice.pdf');
  await answerSaveDialog(officer.app, pdf);
  await notice.toCase();
  await opened.savePdf();
  const code = await codeOf(officer.page);
  await officer.shell.isInSync();
  await officer.close();

  const published = join(folder, '核验.html');
  const admin = await launchAs('admin', { server: hub.url });
  await admin.shell.isInSync();
  await admin.shell.goTo('devices');
  await answerSaveDialog(admin.app, published);
  await admin.page.getByRole('button', { name: devicesText.publish }).click();
  await expect(admin.page.getByText(devicesText.published(published))).toBeVisible();
  await admin.close();
  await hub.stop();

  // As a camera sees it: the whole first page.
  execFileSync('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-singlefile', '-png', pdf, join(folder, 'seen')]);
  const browser = await openInBrowser(folder, pathToFileURL(published).href);
  const page = await browser.firstWindow();
  const result = page.getByRole('status');
  await page.locator('#photo').setInputFiles(join(folder, 'seen.png'));
  await expect(result.getByRole('heading')).toHaveText(words.genuine, { timeout: 20_000 });
  for (const shown of [number, '责令限期改正通知书', '黄石港区城市管理执法局（示例）', NO_FINE])
    await expect(result).toContainText(shown);

  await paste(page, code.replace('|0|', '|1|'));
  await expect(result.getByRole('heading')).toHaveText(words.altered);
  await paste(page, 'https://example.com');
  await expect(result.getByRole('heading')).toHaveText(words.notOurs);
  await paste(page, toldCode);
  await expect(result.getByRole('heading')).toHaveText(words.genuine);
  for (const shown of [LOOSE_PAPERS.D38.title, ONLY_A_REMINDER]) await expect(result).toContainText(shown);
  await expect(result).not.toContainText('文号');
  await paste(page, toldCode.replace('D38', 'D22'));
  await expect(result.getByRole('heading')).toHaveText(words.altered);
  await paste(page, code);
  await expect(result.getByRole('heading')).toHaveText(words.genuine);
  await browser.close();

  const switches = cameraSees(pdf, folder);
  const again = await relaunchAs('officer', { profile: officer.profile, switches });
  await again.shell.goTo('cases');
  await again.page.getByRole('link', { name: verifyText.open }).click();
  const verdict = again.page.getByRole('region', { name: verifyText.result });
  await again.page.getByRole('button', { name: verifyText.startCamera }).click();
  await expect(verdict.getByRole('heading')).toHaveText(verifyText.verdicts.genuine, { timeout: 20_000 });
  await expect(again.page.getByRole('button', { name: verifyText.startCamera })).toBeVisible();
  for (const shown of [number, verifyText.same]) await expect(verdict).toContainText(shown);
  await withAxe(again.page);
  await expectAccessible(again.page, 'verification');
  await again.page.getByLabel(verifyText.text).fill(code.replace('|0|', '|1|'));
  await again.page.getByRole('button', { name: verifyText.check, exact: true }).click();
  await expect(verdict.getByRole('heading')).toHaveText(verifyText.verdicts.altered);
  await again.page.getByLabel(verifyText.text).fill(toldCode);
  await again.page.getByRole('button', { name: verifyText.check, exact: true }).click();
  await expect(verdict.getByRole('heading')).toHaveText(verifyText.verdicts.genuine);
  for (const shown of [ONLY_A_REMINDER, verifyText.inspection]) await expect(verdict).toContainText(shown);
  await expect(verdict.getByRole('link', { name: verifyText.openInspection(SHOP.name) })).toBeVisible();
  await again.page.screenshot({ path: test.info().outputPath('told.png') });
  const [chooser] = await Promise.all([
    again.page.waitForEvent('filechooser'),
    again.page.getByRole('button', { name: verifyText.photo }).click(),
  ]);
  await chooser.setFiles(photoFile('没有二维码.jpg'));
  await expect(again.page.getByText(verifyText.noCode.what)).toBeVisible({ timeout: 20_000 });
  await expect(verdict).toHaveCount(0);
  await again.close();
});

async function paste(page: Page, code: string): Promise<void> {
  const summary = page.locator('summary');
  if (!(await page.locator('#code').isVisible())) await summary.click();
  await page.locator('#code').fill(code);
  await page.locator('#check').click();
}

/** The code as the event froze it. */
async function codeOf(page: Page): Promise<string> {
  const rows = await readRows<{ readonly event: { readonly type: string; readonly data: { readonly code?: string } } }>(
    page,
    'events',
  );
  const code = rows.find(({ event }) => event.type === 'document.issued')?.event.data.code;
  if (code === undefined) throw new Error('the document has no code');
  return code;
}
