import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test, type Page } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { common } from '#renderer/app/language/zh/common.ts';
import { stateWords } from '#renderer/app/language/zh/states.ts';
import { sync as words } from '#renderer/app/language/zh/sync.ts';
import { sealEvent } from '#shared/events/envelope.ts';

import { freshFolder } from '../fixtures/app.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { findGoodsOutside } from '../fixtures/finding.ts';
import { startHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { ServerAccount } from '../fixtures/server.ts';
import { launchAs, launchPair, PEOPLE, type SignedIn } from '../fixtures/world.ts';
import { Line, type OnTheLine } from '../integration/line.ts';
import { aHeader } from '../integration/records.ts';
import { aShop } from '../integration/world.ts';
import { CasePage } from '../pages/CasePage.ts';
import { ReviewPage } from '../pages/ReviewPage.ts';
import { SyncPage } from '../pages/SyncPage.ts';

type Security = { readonly revoked_devices?: readonly string[] };

const SHOP = {
  name: '示例黄石港区沈家营街道老字号早点小吃铺（第二分店）',
  operator: '示例经营者',
  address: '示例路 7 号',
  division: '黄石港区',
  street: '沈家营',
} as const;
const PHOTO = photoFile('门前.jpg');
const REASON = '改正期限写错，重新开具';
const SCREENS = join(import.meta.dirname, '../../.cache/screens');

/** At both sizes of screen that laptops have here, and once in full length. */
async function photograph(page: Page, name: string): Promise<void> {
  await expect(page.locator('.mantine-Notification-root')).toHaveCount(0);
  for (const [width, height] of [
    [1280, 800],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(SCREENS, `${name}-${String(width)}.png`) });
  }
  await page.setViewportSize({ width: 1366, height: 1400 });
  await page.screenshot({ path: join(SCREENS, `${name}-tall.png`) });
}

/** A record of a newer version of the app, which this one cannot read. */
function aNewerRecord(): object {
  const header = aHeader('site:0193a2b0-0000-7000-8000-0000000000aa', { v: 2 });
  return sealEvent('site.registered', header, aShop('示例花店'));
}

test('a refused document: told in place, taken back with a reason, its number void, and issued anew', async () => {
  test.setTimeout(300_000);
  const hub = await startHub(freshFolder('hub'));
  const admin = new ServerAccount(hub.url, 'admin');
  const line = await Line.to(hub.url);
  const app = await launchPair({ server: line.url });
  const { page, shell } = app;
  const cases = `case-hsg-${String(new Date().getFullYear())}`;
  await findGoodsOutside(shell, SHOP, PHOTO, 'slhsgq');
  const opened = await CasePage.open(page, PEOPLE.second);
  await shell.isInSync();
  const caseUrl = page.url();
  const device = await deviceOf(app);
  await page.goto(caseUrl);
  const before = (await admin.request('GET', `/${cases}/_security`)) as Security;
  await admin.request('PUT', `/${cases}/_security`, { ...before, revoked_devices: [device] });

  const notice = await opened.makeNotice();
  await notice.fill('0714-0000000');
  await notice.isPreviewed();
  const number = await notice.issue(PEOPLE.second);
  await notice.toCase();
  await expect(opened.documents).toContainText(stateWords.refused.text, { timeout: 40_000 });
  const timeline = page.getByRole('list', { name: casesText.page.timeline });
  await expect(timeline.getByText(stateWords.refused.text)).toHaveCount(2);
  await photograph(page, 'case-refused');

  const sync = new SyncPage(page);
  await shell.goTo('sync');
  await expect(sync.inState('refused').filter({ hasText: '开具文书' })).toContainText('这台设备已被停用');
  await everyOtherState(app, line, admin);
  await photograph(page, 'sync-states');
  await exportsList(app);
  await sync.show('refused');
  await expect(sync.inState('waiting')).toHaveCount(0);
  await sync.inState('refused').filter({ hasText: '开具文书' }).getByRole('link', { name: words.correct }).click();
  await expect(opened.documents).toContainText(number);

  await shell.goTo('sync');
  await sync.inState('refused').filter({ hasText: '开具文书' }).getByRole('button', { name: words.withdraw }).click();
  await photograph(page, 'refused-correction');
  await page.keyboard.press('Escape');
  await sync.withdraw('开具文书', REASON);
  await sync.show('withdrawn');
  await expect(sync.inState('withdrawn')).toHaveCount(2);
  await photograph(page, 'sync-withdrawn');
  await sync.inState('withdrawn').first().getByRole('link', { name: words.redo }).click();
  await expect(page.getByText(casesText.page.noDocuments)).toBeVisible();
  await expect(page.getByText(REASON)).toBeVisible();

  line.lie();
  await admin.request('PUT', `/${cases}/_security`, before);
  await shell.goTo('sync');
  await page.getByRole('button', { name: words.now }).click();
  await page.goto(caseUrl);
  const again = await opened.makeNotice();
  await again.isPreviewed();
  expect(await again.issue(PEOPLE.second)).not.toBe(number);
  await again.toCase();
  const brigade = await launchAs('supervisor', { server: hub.url });
  await brigade.shell.goTo('review');
  await new ReviewPage(brigade.page).open(SHOP.name);
  await expect(brigade.page.getByText(REASON)).toBeVisible({ timeout: 40_000 });
  await app.close();
  await brigade.close();
  await line.close();
  await hub.stop();
});

async function deviceOf({ page, shell }: SignedIn): Promise<string> {
  await shell.goTo('sync');
  return page.getByText(/^[0-9a-f]{8}-[0-9a-f]{4}-/).innerText();
}

/** Beside what was refused: something of a newer version, a draft, and two records of which one never gets its answer. */
async function everyOtherState({ page, shell }: SignedIn, line: Line, admin: ServerAccount): Promise<void> {
  await admin.request('POST', '/work-hsg/_bulk_docs', { docs: [aNewerRecord()] });
  const sync = new SyncPage(page);
  await page.getByRole('button', { name: words.now }).click();
  await expect(sync.inState('quarantined')).toHaveCount(1, { timeout: 40_000 });
  await shell.startInspection('slhsgq', SHOP.name);
  line.lie((request: OnTheLine) => (request.path.endsWith('/_bulk_docs') ? 'hold' : 'pass'));
  await (await shell.newSite()).register({ ...SHOP, name: '示例水果店', uscc: '92420202MA0XXXX01J' });
  await shell.goTo('sync');
  await expect(sync.inState('sending')).toHaveCount(1, { timeout: 40_000 });
  await (await shell.newSite()).register({ ...SHOP, name: '示例理发店', uscc: '92420202MA0XXXX01J' });
  await shell.goTo('sync');
  await expect(sync.inState('waiting')).toHaveCount(1);
  await expect(sync.inState('draft')).toHaveCount(1);
  await expect(sync.items.locator('li').first()).toHaveAttribute('data-state', 'refused');
}

async function exportsList({ app, page }: SignedIn): Promise<void> {
  const file = join(freshFolder('csv'), 'list.csv');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: words.export }).click();
  await expect(page.getByText(common.savedTo(file))).toBeVisible();
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  for (const state of ['refused', 'quarantined', 'sending', 'waiting', 'draft'] as const)
    expect(text).toContain(`\r\n${stateWords[state].text},`);
}
