import { expect, test } from '@playwright/test';

import { casesText } from '#renderer/app/language/zh/cases.ts';
import { documentsText } from '#renderer/app/language/zh/documents.ts';

import { freshFolder } from '../fixtures/app.ts';
import { startHub, type RunningHub } from '../fixtures/hub.ts';
import { photoFile } from '../fixtures/photos.ts';
import { launchPair, PEOPLE, type SignedIn } from '../fixtures/world.ts';
import { CasePage } from '../pages/CasePage.ts';
import type { NoticePage } from '../pages/NoticePage.ts';

const SHOP = '老街面馆（示例）';
const PHOTO = photoFile('门前.jpg');
const AFTER = photoFile('之后.jpg', { tidy: true });

let hub: RunningHub;
let app: SignedIn;

test.beforeAll(async () => {
  hub = await startHub(freshFolder('hub'));
  app = await launchPair({ server: hub.url });
});

test.afterAll(async () => {
  await app.close();
  await hub.stop();
});

async function caseWith(item: string): Promise<CasePage> {
  const form = await app.shell.startInspection('ljmg', SHOP);
  await form.choose('X1', '餐饮');
  await form.answer(item, 'fail');
  await form.note(item, '门口有物品');
  await form.addPhotos(item, [PHOTO], 1);
  await form.passTheRest();
  await form.isSaved();
  await form.submit();
  return CasePage.open(app.page, PEOPLE.second);
}

test('fixed on site with photos before and after ends the case', async () => {
  const opened = await caseWith('Z2');
  await opened.fixOnSite(PEOPLE.second, AFTER);
  await expect(app.page.getByText(casesText.page.finished)).toBeVisible();
  await app.shell.isInSync();
});

test('a spoiled number is voided and never used again; a refused notice is left with proof', async () => {
  const opened = await caseWith('Z2');
  const first = await opened.makeNotice();
  await first.fill('0714-0000000');
  const spoiled = await first.issue(PEOPLE.second);
  await first.toCase();
  await opened.voidNumber('地址写错');
  await expect(opened.documents).toContainText('编号已作废：地址写错');

  const again = await opened.makeNotice();
  await again.fill('0714-0000000');
  const number = await again.issue(PEOPLE.second);
  expect(serial(number)).toBe(serial(spoiled) + 1);
  await again.toCase();
  await opened.serveByLeaving(PEOPLE.second, '经营者拒绝签收', AFTER);
  await expect(opened.documents).toContainText('留置送达');
  await app.shell.isInSync();
});

test('a matter whose citation nobody verified gives a draft only', async () => {
  const opened = await caseWith('Z1');
  const notice: NoticePage = await opened.makeNotice();
  await expect(app.page.getByText(documentsText.noCitationTitle)).toBeVisible();
  await notice.fill('0714-0000000');
  await notice.isPreviewed();
  await expect(app.page.getByRole('button', { name: documentsText.issue, exact: true })).toBeDisabled();
});

function serial(number: string): number {
  return Number(/〕(\d+)号$/.exec(number)?.[1]);
}
